// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import TestSupport
import Testing

@testable import PanoramaPipeline

/// Levels that are low for other reasons than a loss.
@Suite
struct CoverageLevelTests {
    let feed = InventedHours()
    private let analysis = CoverageAnalysisTests()

    /// A few events in every hour of a month, as of a handful of repositories.
    private func few(_ month: Month) -> [HourCounts] {
        feed.hours(month).map { HourCounts(hour: $0.hour, counts: [.push: 2, .issues: 1]) }
    }

    // MARK: - Types that begin

    @Test(arguments: ["2020-05", "2020-06", "2020-07", "2020-08"])
    func aTypeThatDidNotExistYetTaintsNothing(start: String) throws {
        let beginning = try #require(HourSpan.hour("2020-08-20T10"))
        var hours = feed.months(from: start, Array(repeating: 1, count: 8))
        for (month, counts) in hours {
            hours[month] = counts.map { hour in
                var hour = hour
                if hour.hour < beginning { hour.counts[.pullRequestReview] = 0 }
                return hour
            }
        }
        #expect(analysis.states(hours) == Array(repeating: .complete, count: 8))
    }

    @Test func aTypeThatIsLowFromTheFirstHourOnIsStillHeldAgainstTheMonthsAfter() throws {
        var thin = feed
        thin.mix[.issues] = 0.012
        var hours = feed.months(from: "2023-01", [1, 1, 1, 1])
        let (month, counts) = thin.month("2023-01")
        hours[month] = counts
        #expect(analysis.states(hours) == [.tainted, .complete, .complete, .complete])
    }

    @Test func aTypeThatEndsIsALoss() throws {
        var ended = feed
        ended.mix[.issues] = nil
        var hours = feed.months(from: "2023-01", [1, 1, 1, 1])
        let (month, counts) = ended.month("2023-02")
        hours[month] = counts
        #expect(analysis.states(hours) == [.complete, .tainted, .complete, .complete])
    }

    // MARK: - Hours of a few repositories

    @Test(arguments: ["2023-07", "2024-11"])
    func hoursOfAFewRepositoriesAfterFullOnesAreNotThereButNotLost(start: String) throws {
        var hours = feed.months(from: start, Array(repeating: 1, count: 6))
        let full = try #require(hours.keys.max())
        for distance in 1...3 { hours[full.advanced(by: distance)] = few(full.advanced(by: distance)) }
        let verdicts = analysis.coverage(hours)
        #expect(verdicts["\(full)"]?.state == .complete)
        for distance in 1...3 {
            let month = full.advanced(by: distance)
            let verdict = try #require(verdicts["\(month)"])
            #expect(verdict.state == .provisional && verdict.marks == [.provisional], "\(verdict.reasons)")
            #expect(verdict.hoursPresent == 0 && verdict.hoursAwaited == month.hours)
            #expect(verdict.events == month.hours * 3)
            let reason = try #require(verdict.reasons.first)
            #expect(reason.hasPrefix("\(month.hours) hours hold under 5 % of the 1"), "\(reason)")
            #expect(
                reason.hasSuffix(" events usual in the months around: they are of a few repositories, or stragglers.")
            )
        }
    }

    @Test func fullHoursAfterThoseOfAFewRepositoriesAreComplete() throws {
        var hours = feed.months(from: "2023-01", [1, 1, 1, 1, 1, 1, 1, 1])
        for month in hours.keys where ["2023-04", "2023-05"].contains("\(month)") { hours[month] = few(month) }
        var expected = [CoverageState](repeating: .complete, count: 8)
        (expected[3], expected[4]) = (.provisional, .provisional)
        #expect(analysis.states(hours) == expected)
    }

    @Test func fullHoursThatEndWithinAMonthAreThoseThatAreThere() throws {
        var hours = feed.months(from: "2023-07", Array(repeating: 1, count: 7))
        let month = Month(ordinal: 2024 * 12)
        hours[month] = Array(feed.hours(month).prefix(72) + few(month).dropFirst(72))
        let verdict = try #require(analysis.coverage(hours)["2024-01"])
        #expect(verdict.state == .provisional && verdict.hoursPresent == 72, "\(verdict.reasons)")
        #expect(verdict.missing.map(\.description) == ["2024-01-04T00…2024-01-31T23"])
    }

    @Test(arguments: [(0.04, CoverageState.provisional), (0.08, .tainted), (0.2, .tainted)])
    func aTwentiethOfWhatIsUsualDividesStragglersFromALoss(share: Double, state: CoverageState) {
        let states = analysis.states(feed.months(from: "2023-01", [1, 1, 1, 1, share]))
        #expect(states == [.complete, .complete, .complete, .complete, state])
    }
}
