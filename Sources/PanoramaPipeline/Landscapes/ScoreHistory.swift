// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Scores of repositories over months, from whichever source: what a landscape is built on.
struct ScoreHistory {
    /// The months with what is known of each, in order and without gaps.
    var months: [MonthStatus]
    /// What is there of each of these months, and how that was judged.
    var coverage: [MonthCoverage]
    /// The scores of the repositories asked for, month by month.
    var columns: ScoreColumns
    /// Where the scores come from: `computed` or `published`.
    var source: String
    /// The preset with its overrides, or the vintage.
    var preset: String
    /// What a reader must be told.
    var notices: [String]

    /// The place of a month in the series; `nil` outside.
    func index(of month: Month) -> Int? {
        guard let first = months.first?.month else { return nil }
        let index = first.distance(to: month)
        return months.indices.contains(index) ? index : nil
    }

    /// The score of a repository in each month.
    func series(of repository: RepositoryID) -> [Double] {
        columns.indices.map { columns.value(of: repository, at: $0) }
    }

    /// Mean over a span; months outside count as 0.
    func mean(of repository: RepositoryID, over span: MonthSpan) -> Double {
        let sum = indices(of: span).reduce(0.0) { $0 + columns.value(of: repository, at: $1) }
        return sum / Double(span.count)
    }

    /// The means of all that have a score in a span, by id.
    func means(over span: MonthSpan) -> [ScoreColumns.Entry] {
        columns.sums(over: indices(of: span)).map { entry in
            ScoreColumns.Entry(id: entry.id, value: entry.value / Double(span.count))
        }
    }

    private func indices(of span: MonthSpan) -> [Int] { span.months.compactMap { index(of: $0) } }

    /// What a reader must be told of means over a window: that months without data pull them down.
    func notices(for window: MonthSpan) -> [String] {
        let blank = window.months.filter { month in index(of: month).map { months[$0].state == .missing } ?? true }
        guard !blank.isEmpty else { return [] }
        let verbs = blank.count == 1 ? "has no data and counts" : "have no data and count"
        let runs = MonthSpan.runs(of: blank).map(\.description).joined(separator: ", ")
        return ["\(blank.count) of the \(window.count) months of the window \(verbs) as 0 in its means: \(runs)."]
    }
}
