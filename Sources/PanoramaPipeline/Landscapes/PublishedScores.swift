// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
import PanoramaModel
import PanoramaStore

/// Scores that somebody else published, from the tables that were dropped.
///
/// Rows are keyed by the repository's number. A row without one gets it from rows that give it for the same name, from the
/// references of the landscape, or from events that bore the name, in this order; else it stands under its name.
struct PublishedScores {
    private let rows: [Row]
    private let vintage: String
    private let conflicts: Int

    private struct Row {
        var id: RepositoryID
        var name: String
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
        let vintage = wanted ?? all.map(\.vintage).max() ?? ""
        let ids = try Self.identities(all, store, references)
        var best: [Key: PublishedScore] = [:]
        var conflicts: Set<Key> = []
        for score in all where score.vintage == vintage {
            let id = ids[score.repository.lowercased()]
            let key = Key(
                id: score.id.map(RepositoryID.init(rawValue:)) ?? id ?? .unidentified(name: score.repository),
                month: score.month
            )
            guard let other = best[key] else {
                best[key] = score
                continue
            }
            if other.openrank != score.openrank { conflicts.insert(key) }
            if (other.openrank, other.repository) < (score.openrank, score.repository) { best[key] = score }
        }
        self.vintage = vintage
        self.conflicts = conflicts.count
        rows = best.map { Row(id: $0.key.id, name: $0.value.repository, month: $0.key.month, value: $0.value.openrank) }
            .sorted { ($0.id, $0.month) < ($1.id, $1.month) }
    }

    private struct Key: Hashable {
        var id: RepositoryID
        var month: Month
    }

    /// What number each name of the tables without one means.
    private static func identities(
        _ scores: [PublishedScore],
        _ store: Store,
        _ references: [RepositoryReference]
    ) throws -> [String: RepositoryID] {
        var ids: [String: RepositoryID] = [:]
        for score in scores.sorted(by: { $0.month < $1.month }) {
            if let id = score.id { ids[score.repository.lowercased()] = RepositoryID(rawValue: id) }
        }
        for reference in references {
            guard let name = reference.name?.lowercased(), let id = reference.id, ids[name] == nil else { continue }
            ids[name] = id
        }
        for name in Set(scores.filter { $0.id == nil }.map { $0.repository.lowercased() }) where ids[name] == nil {
            ids[name] = try store.repository(named: name)
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

    /// The repository that a name means, without regard to case.
    func repository(named name: String) -> RepositoryID? {
        rows.filter { $0.name.lowercased() == name.lowercased() }.max { $0.month < $1.month }?.id
    }

    /// The names each repository bore in the tables, oldest first.
    var names: [RepositoryID: [String]] {
        var names: [RepositoryID: [String]] = [:]
        for row in rows where names[row.id]?.last != row.name {
            names[row.id, default: []].removeAll { $0 == row.name }
            names[row.id, default: []].append(row.name)
        }
        return names
    }

    /// The history of some repositories; of every one with scores when none are named.
    func history(of wanted: Set<RepositoryID>?, window: MonthSpan, data: MonthSpan) -> ScoreHistory {
        let span = MonthSpan(first: min(data.first, window.first), last: max(data.last, window.last)) ?? data
        let repositories = wanted ?? self.repositories
        var series = Dictionary(
            uniqueKeysWithValues: repositories.map { ($0, [Double](repeating: 0, count: span.count)) }
        )
        for row in rows { series[row.id]?[span.first.distance(to: row.month)] = row.value }
        let present = Set(rows.map(\.month))
        return ScoreHistory(
            months: span.months.map { MonthStatus(month: $0, marks: present.contains($0) ? [] : [.missing]) },
            series: series,
            source: "published",
            preset: vintage.isEmpty ? "published" : "published \(vintage)",
            notices: conflicts == 0
                ? [] : ["The dropped tables disagree on \(conflicts) monthly scores; the larger one is shown of each."]
        )
    }
}
