// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import TestSupport
import Testing

@testable import PanoramaPipeline

@Suite
struct CoverageAnalysisTests {
    let feed = InventedHours()

    @Test func aMonthWithAllItsHoursIsComplete() throws {
        let verdict = try #require(coverage(feed.months(from: "2024-02", [1]))["2024-02"])
        #expect(verdict.state == .complete && verdict.reasons.isEmpty && verdict.missing.isEmpty)
        #expect(verdict.hoursPresent == 696 && verdict.hoursPossible == 696 && verdict.hoursAwaited == 0)
        #expect(verdict.events == verdict.eventsByType?.total)
    }

    @Test func hoursThatAreMissingMakeItProvisionalAndAreNamed() throws {
        var feed = feed
        feed.isPresent = {
            !(29...40).contains($0) && $0 != 100 && !(200...204).contains($0) && !(300...301).contains($0)
        }
        let verdict = try #require(coverage(feed.months(from: "2024-03", [1]))["2024-03"])
        #expect(verdict.state == .provisional && verdict.marks == [.provisional])
        #expect(
            verdict.reasons == [
                "724 of 744 hours are there; missing 2024-03-02T05…2024-03-02T16, 2024-03-09T08…2024-03-09T12, "
                    + "2024-03-13T12…2024-03-13T13 and 1 more."
            ]
        )
        #expect(verdict.missing.map(\.count) == [12, 1, 5, 2])
        #expect(verdict.hoursAwaited == 20)
    }

    @Test func stragglersDoNotMakeAnHourPresent() throws {
        var hours = feed.hours(try #require(Month("2024-03")))
        for index in 10..<20 { hours[index].counts = [.push: 4_000] }
        let verdict = try #require(coverage([Month(ordinal: 2024 * 12 + 2): hours])["2024-03"])
        #expect(verdict.hoursPresent == 734 && verdict.missing.map(\.description) == ["2024-03-01T10…2024-03-01T19"])
    }

    @Test func aMonthWithoutEventsIsMissing() throws {
        var hours = feed.months(from: "2024-01", [1, 1, 1])
        hours[Month(ordinal: 2024 * 12 + 1)] = nil
        let verdict = try #require(coverage(hours)["2024-02"])
        #expect(verdict.state == .missing && verdict.events == 0 && verdict.hoursPresent == 0)
    }

    @Test(arguments: [(905, true), (900, false)])
    func aMonthOfPushesAloneIsTainted(pushes: Int, isTainted: Bool) throws {
        var hour = HourCounts(hour: try #require(HourSpan.hour("2024-01-15T00")))
        hour.counts = [.push: pushes, .watch: 1_000 - pushes]
        let month = Month(ordinal: 2024 * 12)
        let verdict = try #require(coverage([month: [hour]])["2024-01"])
        #expect(verdict.marks == (isTainted ? [.provisional, .tainted] : [.provisional]))
        #expect(
            verdict.reasons.contains("90.5 % of the events are pushes; events of collaboration are all but gone.")
                == isTainted
        )
    }

    @Test func aHandfulOfPushesIsNoEvidence() throws {
        let hour = HourCounts(hour: try #require(HourSpan.hour("2024-01-15T00")), counts: [.push: 999])
        #expect(coverage([Month(ordinal: 2024 * 12): [hour]])["2024-01"]?.state == .provisional)
    }

    // MARK: - Levels

    @Test(arguments: UInt64(0)..<20)
    func seasonsOfATwentyPercentStayComplete(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let shares = (0..<16).map { _ in Double.random(in: 0.8...1.2, using: &random) }
        #expect(states(feed.months(from: "2023-01", shares)) == Array(repeating: .complete, count: 16))
    }

    @Test func growthOverYearsStaysComplete() {
        let shares = (0..<28).map { 0.4 * (1 + Double($0) * 0.06) }
        #expect(states(feed.months(from: "2022-06", shares)) == Array(repeating: .complete, count: 28))
    }

    @Test func oneOddMonthTaintsNoOther() throws {
        let states = states(feed.months(from: "2023-01", [1, 2.5, 1, 1, 1, 0.5, 1, 1]))
        #expect(states == [.complete, .complete, .complete, .complete, .complete, .tainted, .complete, .complete])
    }

    @Test(arguments: UInt64(0)..<8)
    func aLossOfFortyPercentIsSeenAsLongAsItLasts(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let before = (0..<8).map { _ in Double.random(in: 0.95...1.05, using: &random) }
        let lost = (0..<14).map { _ in 0.6 * Double.random(in: 0.95...1.05, using: &random) }
        let verdicts = coverage(feed.months(from: "2022-06", before + lost + [1, 1])).sorted { $0.key < $1.key }
        let complete = [CoverageState](repeating: .complete, count: 8)
        #expect(
            verdicts.map(\.value.state) == complete + Array(repeating: .tainted, count: 14) + [.complete, .complete]
        )
        let reason = try #require(verdicts[9].value.reasons.first)
        #expect(
            reason.hasPrefix("There are ") && reason.contains(" % of the ")
                && reason.hasSuffix(" in the months around.")
        )
    }

    @Test func aLossInTheFirstMonthIsSeenFromThoseAfter() {
        #expect(states(feed.months(from: "2023-01", [0.55, 1, 1, 1])) == [.tainted, .complete, .complete, .complete])
    }

    @Test func aTypeThatFallsBelowHalfTaintsWithItsFigures() throws {
        var thin = feed
        thin.mix[.issues] = 0.012
        var hours = feed.months(from: "2023-01", [1, 1, 1, 1])
        for name in ["2023-05", "2023-06"] {
            let (month, counts) = thin.month(name)
            hours[month] = counts
        }
        let verdicts = coverage(hours)
        #expect(verdicts["2023-04"]?.state == .complete)
        let june = try #require(verdicts["2023-06"])
        #expect(june.state == .tainted && june.reasons.count == 1)
        #expect(june.reasons.first?.contains("IssuesEvent 1,6") == true, "\(june.reasons)")
        #expect(june.reasons.first?.contains("(40 %)") == true, "\(june.reasons)")
    }

    @Test func typesThatEnterNoScoreMayComeAndGo() {
        var changed = feed
        changed.mix[.delete] = 0.001
        changed.mix[.gollum] = 0.02
        var hours = feed.months(from: "2023-01", [1, 1, 1])
        let (month, counts) = changed.month("2023-04")
        hours[month] = counts
        #expect(states(hours) == [.complete, .complete, .complete, .complete])
    }

    @Test(arguments: ["night", "day", "few"])
    func aSampleOfHoursIsHeldAgainstTheSameHours(sample: String) throws {
        var hours = feed.months(from: "2023-01", [1, 1, 1, 1])
        var sampled = feed
        sampled.isPresent = {
            switch sample {
            case "night": [22, 23, 0, 1, 2, 3].contains($0 % 24)
            case "day": (9...15).contains($0 % 24)
            default: $0 % 62 == 0
            }
        }
        let (month, counts) = sampled.month("2023-05")
        hours[month] = counts
        #expect(coverage(hours)["2023-05"]?.state == .provisional)
        // Held against a sample of nights, full months are not too low either.
        var nights = sampled.months(from: "2023-01", [1, 1, 1])
        nights[month] = feed.hours(month)
        #expect(coverage(nights)["2023-05"]?.state == .complete)
    }

    @Test func aSampleWithALossIsTaintedAllTheSame() throws {
        var hours = feed.months(from: "2023-01", [1, 1, 1, 1])
        var nights = feed
        nights.isPresent = { [22, 23, 0, 1, 2, 3].contains($0 % 24) }
        let (month, counts) = nights.month("2023-05", 0.5)
        hours[month] = counts
        #expect(coverage(hours)["2023-05"]?.marks == [.provisional, .tainted])
    }

    // MARK: - Order

    @Test(arguments: UInt64(0)..<4)
    func theVerdictOnAMonthDoesNotDependOnTheSpanAskedFor(seed: UInt64) throws {
        let hours = feed.months(from: "2023-01", [1, 1, 1, 0.6, 0.6, 0.6, 1])
        let month = Month(ordinal: 2023 * 12 + Int(seed) + 2)
        let alone = CoverageAnalysis().coverage(of: MonthSpan(month), hours: hours)
        #expect(alone.first == coverage(hours)["\(month)"])
    }
}
