// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaArchive
import PanoramaModel
import PanoramaStore

/// Scores that somebody else published, from the tables that were dropped.
///
/// Rows are keyed by the repository's number. A row without one gets it from rows that give it for the same name, or from
/// the references of the landscape; else it stands under its name.
struct PublishedScores {
    private let rows: [Row]
    private let vintage: String
    /// Vintages that are there too, where the configuration names none.
    private let others: [String]
    private let conflicts: Int
    private let bearers: [String: RepositoryID]
    /// The names each repository bore in the tables, oldest first.
    let names: [RepositoryID: [String]]

    private struct Row {
        var id: RepositoryID
        var month: Month
        var value: Double
    }

    /// Reads the tables of a vintage; of the last one in the order of their names when none is named.
    init(_ store: Store, vintage wanted: String?, references: [RepositoryReference]) throws {
        var all: [PublishedScore] = []
        for sha256 in Set(try store.snapshotsByMonth(kind: Snapshot.Kind.publishedScores.rawValue).values.joined())
            .sorted()
        {
            do {
                all += try PublishedSegment.decode(store.segment(sha256))
            } catch let error as SegmentError {
                throw StoreError(.damaged, "the segment of snapshot \(sha256) is damaged: \(error.message)")
            }
        }
        let given = Self.identities(all, references)
        all.removeAll { $0.metric != PublishedScore.openrank }
        let vintages = Set(all.map(\.vintage)).sorted { $0.compare($1, options: .numeric) == .orderedAscending }
        let vintage = wanted ?? vintages.last ?? ""
        if let wanted, !all.isEmpty, !vintages.contains(wanted) {
            let known = vintages.map(Self.words).joined(separator: ", ")
            throw PipelineError("no dropped table has the vintage '\(wanted)'; there are \(known)")
        }
        var best: [Key: Double] = [:]
        var conflicts: Set<Key> = []
        var bearers: [String: (month: Month, id: RepositoryID)] = [:]
        var names: [RepositoryID: [String: Month]] = [:]
        for score in all where score.vintage == vintage {
            let lowercased = score.repository.lowercased()
            let id =
                score.id.map(RepositoryID.init(rawValue:)) ?? given[lowercased] ?? .unidentified(name: score.repository)
            let key = Key(id: id, month: score.month)
            if let other = best[key], other != score.openrank { conflicts.insert(key) }
            best[key] = max(best[key] ?? 0, score.openrank)
            let bearer = bearers[lowercased] ?? (score.month, id)
            bearers[lowercased] = (bearer.month, bearer.id) < (score.month, id) ? (score.month, id) : bearer
            names[id, default: [:]][score.repository] = max(names[id]?[score.repository] ?? score.month, score.month)
        }
        self.vintage = vintage
        others = wanted == nil ? vintages.dropLast() : []
        self.conflicts = conflicts.count
        self.bearers = bearers.mapValues(\.id)
        self.names = names.mapValues { seen in
            seen.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
        }
        rows = best.map { Row(id: $0.key.id, month: $0.key.month, value: $0.value) }
            .sorted { ($0.id, $0.month) < ($1.id, $1.month) }
    }

    private static func words(_ vintage: String) -> String { vintage.isEmpty ? "rows without a vintage" : vintage }

    private struct Key: Hashable {
        var id: RepositoryID
        var month: Month
    }

    /// What number each name of the tables without one means.
    private static func identities(
        _ scores: [PublishedScore],
        _ references: [RepositoryReference]
    ) -> [String: RepositoryID] {
        var ids: [String: RepositoryID] = [:]
        for score in scores.sorted(by: { ($0.month, $0.id ?? 0) < ($1.month, $1.id ?? 0) }) {
            if let id = score.id { ids[score.repository.lowercased()] = RepositoryID(rawValue: id) }
        }
        for reference in references {
            guard let name = reference.name?.lowercased(), let id = reference.id, ids[name] == nil else { continue }
            ids[name] = id
        }
        return ids
    }

    /// The months that have scores, from the first to the last; `nil` when there are none.
    var data: MonthSpan? {
        guard let first = rows.map(\.month).min(), let last = rows.map(\.month).max() else { return nil }
        return MonthSpan(first: first, last: last)
    }

    /// The repositories that have scores.
    var repositories: Set<RepositoryID> { Set(rows.map(\.id)) }

    /// The repository that a name means, without regard to case: the one that bore it last.
    func repository(named name: String) -> RepositoryID? { bearers[name.lowercased()] }

    /// The history of some repositories; of every one with scores when none are named.
    func history(of wanted: Set<RepositoryID>?, window: MonthSpan, data: MonthSpan) -> ScoreHistory {
        let span = MonthSpan(first: min(data.first, window.first), last: max(data.last, window.last)) ?? data
        var columns = ScoreColumns(months: span.count)
        for row in rows where wanted?.contains(row.id) != false {
            columns.append(ScoreColumns.Entry(id: row.id, value: row.value), at: span.first.distance(to: row.month))
        }
        let byMonth = Dictionary(grouping: rows, by: \.month).mapValues { Set($0.map(\.id)) }
        let months = span.months.map { month in
            if byMonth[month] == nil {
                MonthStatus(month: month, marks: [.missing], reasons: ["No dropped table has scores of the month."])
            } else if isThin(month, byMonth) {
                MonthStatus(
                    month: month,
                    marks: [.provisional],
                    reasons: ["Far fewer repositories have a published score than in the months beside."]
                )
            } else {
                MonthStatus(month: month)
            }
        }
        return ScoreHistory(
            months: months,
            coverage: months.map { MonthCoverage(month: $0.month, state: $0.state, reasons: $0.reasons) },
            columns: columns,
            source: "published",
            preset: vintage.isEmpty ? "no vintage" : vintage,
            notices: notices(thin: months.filter { $0.marks.contains(.provisional) }.map(\.month))
        )
    }

    /// Whether the tables hold a month for part of the projects alone.
    ///
    /// That is so where more than a fifth of those that have a score before and after it, or at an end of the tables beside
    /// it, have none in it; births and deaths of single projects are not taken for it.
    private func isThin(_ month: Month, _ byMonth: [Month: Set<RepositoryID>]) -> Bool {
        guard let here = byMonth[month] else { return false }
        let before = byMonth[month.advanced(by: -1)]
        let after = byMonth[month.advanced(by: 1)]
        let expected: Set<RepositoryID>
        switch (before, after) {
        case (let before?, let after?): expected = before.intersection(after)
        case (let before?, nil): expected = before
        case (nil, let after?): expected = after
        case (nil, nil): return false
        }
        return expected.count >= 20 && expected.subtracting(here).count * 5 > expected.count
    }

    private func notices(thin months: [Month]) -> [String] {
        var notices: [String] = []
        if !others.isEmpty {
            let others = others.map(Self.words).joined(separator: ", ")
            notices.append(
                "The published scores are those of vintage \(vintage); there are others, which are never mixed with it: "
                    + "\(others)."
            )
        }
        if conflicts > 0 {
            notices.append(
                "The dropped tables disagree on \(conflicts) monthly scores; the larger one is shown of each."
            )
        }
        if !months.isEmpty {
            let names = months.map(\.description).joined(separator: ", ")
            notices.append(
                "In \(names) far fewer repositories have a published score than in the months beside; one without counts as 0 there."
            )
        }
        return notices
    }
}
