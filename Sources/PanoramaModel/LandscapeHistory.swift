// SPDX-License-Identifier: Apache-2.0

/// A landscape over time, as trend detectors see it.
public struct LandscapeHistory: Hashable, Sendable {
    /// The months of every project's `scores`, in order and without gaps.
    public var months: [MonthStatus]
    /// The window that projects are ranked over.
    public var window: MonthSpan
    /// The projects by rank, classified.
    public var projects: [Project]

    /// Makes a history.
    public init(months: [MonthStatus], window: MonthSpan, projects: [Project]) {
        self.months = months
        self.window = window
        self.projects = projects
    }

    /// Mean monthly score of a project over a span; months outside the history count as 0.
    ///
    /// - Complexity: O(months of the span).
    public func mean(of project: Project, over span: MonthSpan) -> Double {
        guard let start = months.first?.month else { return 0 }
        var sum = 0.0
        for month in span.months {
            let index = start.distance(to: month)
            if project.scores.indices.contains(index) { sum += project.scores[index] }
        }
        return sum / Double(span.count)
    }

    /// Change of a project against the same months of the year before.
    ///
    /// `nil` when a month of either period has no data at all: a change against nothing would be a false rise.
    public func yearOverYear(of project: Project, over span: MonthSpan) -> YearOverYear? {
        guard hasData(span), hasData(span.yearEarlier) else { return nil }
        return YearOverYear(base: mean(of: project, over: span.yearEarlier), current: mean(of: project, over: span))
    }

    /// Whether every month of a span is in the history and not missing.
    public func hasData(_ span: MonthSpan) -> Bool {
        guard let start = months.first?.month else { return false }
        return span.months.allSatisfy { month in
            let index = start.distance(to: month)
            return months.indices.contains(index) && !months[index].marks.contains(.missing)
        }
    }

    /// The marks found on any month of a span, in the order of ``MonthMark``.
    public func marks(in span: MonthSpan) -> [MonthMark] {
        let found = Set(months.filter { span.months.contains($0.month) }.flatMap(\.marks))
        return MonthMark.allCases.filter(found.contains)
    }
}
