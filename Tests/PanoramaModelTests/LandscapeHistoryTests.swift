// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import Testing

@Suite struct LandscapeHistoryTests {
    private let start = Month(ordinal: 2024 * 12)

    private func history(
        months: Int = 16,
        marks: [Int: [MonthMark]] = [:],
        scores: [Double] = []
    ) throws -> LandscapeHistory {
        let window = try #require(MonthSpan(first: start.advanced(by: 12), last: start.advanced(by: 15)))
        return LandscapeHistory(
            months: (0..<months).map { MonthStatus(month: start.advanced(by: $0), marks: marks[$0] ?? []) },
            window: window,
            projects: [project(scores)]
        )
    }

    private func project(_ scores: [Double]) -> Project {
        Project(id: RepositoryID(rawValue: 1), repository: "a/b", scores: scores, admission: "included")
    }

    @Test func theChangeIsThatOfTheMeansOverTheSameMonths() throws {
        let history = try history(scores: [10, 20, 30, 40] + Array(repeating: 999, count: 8) + [50, 50, 50, 70])
        let change = try #require(history.yearOverYear(of: history.projects[0], over: history.window))
        #expect(change == YearOverYear(base: 25, current: 55))
        #expect(change.absolute == 30)
        #expect(change.percent == 120)
    }

    @Test func absenceInTheBaseCountsAsZeroAndHasNoPercentage() throws {
        let history = try history(scores: Array(repeating: 0, count: 12) + [215, 215, 215, 215])
        let change = try #require(history.yearOverYear(of: history.projects[0], over: history.window))
        #expect(change.absolute == 215)
        #expect(change.percent == nil)
    }

    @Test(arguments: [0, 3, 12, 15])
    func aMissingMonthOfEitherPeriodMakesTheChangeUnknown(_ missing: Int) throws {
        let history = try history(marks: [missing: [.missing]], scores: Array(repeating: 1, count: 16))
        #expect(history.yearOverYear(of: history.projects[0], over: history.window) == nil)
    }

    @Test(arguments: [[4: [MonthMark.missing]], [0: [.warmUp]], [12: [.provisional, .tainted]]])
    func otherMonthsAndOtherMarksDoNot(_ marks: [Int: [MonthMark]]) throws {
        let history = try history(marks: marks, scores: Array(repeating: 1, count: 16))
        #expect(history.yearOverYear(of: history.projects[0], over: history.window) != nil)
    }

    @Test func monthsOutsideTheHistoryHaveNoData() throws {
        let history = try history(months: 15, scores: Array(repeating: 8, count: 15))
        #expect(!history.hasData(history.window))
        #expect(history.hasData(MonthSpan(start)))
        #expect(!history.hasData(MonthSpan(start.advanced(by: -1))))
        #expect(history.mean(of: history.projects[0], over: history.window) == 6)
        let empty = LandscapeHistory(months: [], window: history.window, projects: [])
        #expect(!empty.hasData(history.window))
        #expect(empty.mean(of: project([1]), over: history.window) == 0)
    }

    @Test func marksComeOnceAndInTheirOrder() throws {
        let history = try history(marks: [12: [.tainted], 13: [.warmUp, .tainted], 2: [.missing]])
        #expect(history.marks(in: history.window) == [.warmUp, .tainted])
        #expect(history.marks(in: history.window.yearEarlier) == [.missing])
    }
}
