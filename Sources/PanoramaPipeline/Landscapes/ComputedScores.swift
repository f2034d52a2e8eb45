// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import PanoramaStore

/// Scores that Panorama computed from events and counted pairs.
struct ComputedScores {
    let store: Store
    let book: MonthBook
    let parameters: ScoringParameters

    /// Months with data that must be among the last ``warmUpReach`` before a month for its scores to have reached their
    /// long-run level; a gap of some months is bridged by what nodes carry.
    static let warmUp = 24
    static let warmUpReach = 30

    /// The months that have data, from the first to the last; `nil` when there are none.
    var data: MonthSpan? {
        guard let first = book.months.first, let last = book.months.last else { return nil }
        return MonthSpan(first: first, last: last)
    }

    /// The history of some repositories; of every one when none are named.
    func history(of repositories: Set<RepositoryID>?, window: MonthSpan, data: MonthSpan) throws -> ScoreHistory {
        let span = MonthSpan(first: min(data.first, window.first), last: max(data.last, window.last)) ?? data
        let wanted = repositories?.sorted()
        var columns = ScoreColumns(months: span.count)
        try book.forEachMonthOfRepositories { month, nodes in
            let index = span.first.distance(to: month)
            guard columns.indices.contains(index) else { return }
            columns.set(Self.column(nodes, of: month, wanted), at: index)
        }
        let coverage = try coverage(of: span)
        return ScoreHistory(
            months: statuses(coverage),
            coverage: coverage,
            columns: columns,
            source: "computed",
            preset: parameters.summary,
            notices: try notices()
        )
    }

    /// The repositories that took part in a month, by id; of some alone, if these are given in order.
    private static func column(
        _ nodes: [NodeScore],
        of month: Month,
        _ wanted: [RepositoryID]?
    ) -> [ScoreColumns.Entry] {
        var column: [ScoreColumns.Entry] = []
        column.reserveCapacity(wanted.map { min($0.count, nodes.count) } ?? nodes.count)
        var next = 0
        for node in nodes where node.month == month.ordinal && node.value != 0 {
            let id = RepositoryID(rawValue: node.id)
            if let wanted {
                while next < wanted.count, wanted[next] < id { next += 1 }
                guard next < wanted.count else { break }
                guard wanted[next] == id else { continue }
            }
            column.append(ScoreColumns.Entry(id: id, value: node.value))
        }
        return column
    }

    /// The months of a span with what is known of each.
    func months(of span: MonthSpan) throws -> [MonthStatus] { statuses(try coverage(of: span)) }

    private func statuses(_ coverage: [MonthCoverage]) -> [MonthStatus] {
        coverage.map { coverage in
            let month = coverage.month
            let before = (1...Self.warmUpReach).count { book.hasData(month.advanced(by: -$0)) }
            let isWarmUp = coverage.state != .missing && before < Self.warmUp
            return MonthStatus(
                month: month,
                marks: (isWarmUp ? [.warmUp] : []) + coverage.marks,
                hours: coverage.hoursPresent,
                events: coverage.events,
                reasons: coverage.reasons
            )
        }
    }

    /// What is there of each month of a span; outages of the public archive say nothing of months with invented events.
    private func coverage(of span: MonthSpan) throws -> [MonthCoverage] {
        var hours: [Month: [HourCounts]] = [:]
        for month in book.months { hours[month] = try book.hours(of: month) }
        let invented = try store.months(ofSnapshotsCommented: Self.inventedComment)
        return CoverageAnalysis(isInvented: invented.contains, isCounted: book.hasCountedPairs)
            .coverage(of: span, hours: hours)
    }

    /// How the comment of a file begins that holds invented events.
    private static let inventedComment = "panorama simulate"

    /// Whether events are invented, as the files say that hold them.
    private var isInvented: Bool {
        get throws { try store.snapshots().contains { $0.comment.hasPrefix(Self.inventedComment) } }
    }

    /// What a reader must be told of all scores.
    func notices() throws -> [String] {
        try isInvented
            ? ["The events are invented, written by panorama simulate; they say nothing about real projects."] : []
    }
}
