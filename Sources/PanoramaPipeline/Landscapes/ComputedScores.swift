// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import PanoramaStore

/// Scores that Panorama computed from events.
struct ComputedScores {
    let store: Store
    let book: MonthBook
    let parameters: ScoringParameters

    /// Months with data that must be among the last ``warmUpReach`` before a month for its scores to have reached their
    /// long-run level; a gap of some months is bridged by what nodes carry.
    static let warmUp = 24
    static let warmUpReach = 30

    /// The months that have events, from the first to the last; `nil` when there are none.
    var data: MonthSpan? {
        guard let first = book.months.first, let last = book.months.last else { return nil }
        return MonthSpan(first: first, last: last)
    }

    /// The history of some repositories; of every repository scored in the window when none are named.
    func history(of repositories: Set<RepositoryID>?, window: MonthSpan, data: MonthSpan) throws -> ScoreHistory {
        let span = MonthSpan(first: min(data.first, window.first), last: max(data.last, window.last)) ?? data
        var series: [RepositoryID: [Double]] = [:]
        let blank = [Double](repeating: 0, count: span.count)
        for repository in repositories ?? [] { series[repository] = blank }
        var events: [Month: Int] = [:]
        try book.forEachMonth { scores in
            events[scores.month] = scores.events
            let index = span.first.distance(to: scores.month)
            guard blank.indices.contains(index) else { return }
            if let repositories {
                for repository in repositories { series[repository]?[index] = scores.score(of: repository) }
            } else {
                for node in scores.repositories where node.month == scores.month.ordinal {
                    series[RepositoryID(rawValue: node.id), default: blank][index] = node.value
                }
            }
        }
        if repositories == nil {
            let inWindow = window.months.map { span.first.distance(to: $0) }.filter(blank.indices.contains)
            series = series.filter { entry in inWindow.contains { entry.value[$0] > 0 } }
        }
        return ScoreHistory(
            months: try statuses(span, data: data, events),
            series: series,
            source: "computed",
            preset: parameters.summary,
            notices: try notices()
        )
    }

    private func statuses(_ span: MonthSpan, data: MonthSpan, _ events: [Month: Int]) throws -> [MonthStatus] {
        try span.months.map { month in
            let hours = try presentHours(month)
            var marks: [MonthMark] = []
            if !book.hasEvents(month) {
                marks.append(.missing)
            } else {
                let before = (1...Self.warmUpReach).count { book.hasEvents(month.advanced(by: -$0)) }
                if before < Self.warmUp { marks.append(.warmUp) }
                if hours < month.hours { marks.append(.provisional) }
            }
            return MonthStatus(month: month, marks: marks, hours: hours, events: events[month] ?? 0)
        }
    }

    /// The number of hours of a month that are there.
    ///
    /// An hour with less than a twentieth of the events that busy hours of its month have (the upper decile) is not: those
    /// are stragglers in the files of its neighbours.
    private func presentHours(_ month: Month) throws -> Int {
        let events = try book.hours(of: month).map(\.total).sorted()
        guard !events.isEmpty else { return 0 }
        let busy = events[events.count - 1 - events.count / 10]
        return events.count { $0 * 20 >= busy }
    }

    private func notices() throws -> [String] {
        let invented = try store.snapshots().contains { $0.comment.hasPrefix("panorama simulate") }
        return invented
            ? ["The events are invented, written by panorama simulate; they say nothing about real projects."] : []
    }
}
