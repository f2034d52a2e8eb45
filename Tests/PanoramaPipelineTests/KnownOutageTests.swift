// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel
import TestSupport
import Testing

@testable import PanoramaPipeline

@Suite
struct KnownOutageTests {
    let feed = InventedHours()
    private let analysis = CoverageAnalysisTests()

    @Test func hoursThatTheArchiveNeverHadTaintTheirMonth() throws {
        var hours = feed.hours(try #require(Month("2020-08")))
        let start = try #require(HourSpan.hour("2020-08-21T09"))
        let end = try #require(HourSpan.hour("2020-08-23T15"))
        hours.removeAll { (start...end).contains($0.hour) }
        let verdict = try #require(analysis.coverage([Month(ordinal: 2020 * 12 + 7): hours])["2020-08"])
        #expect(verdict.state == .tainted && verdict.marks == [.tainted] && verdict.hoursAwaited == 0)
        #expect(
            verdict.reasons == [
                "55 hours are missing for good, since the public archive does not have them: "
                    + "2020-08-21T09…2020-08-23T15 (gharchive.org issue 232)."
            ]
        )
    }

    @Test func whoHasTheHoursOfAnOutageHasACompleteMonth() {
        #expect(analysis.states(feed.months(from: "2020-08", [1])) == [.complete])
    }

    @Test func aSingleHourThatNeverComesIsToldButTaintsNothing() throws {
        var hours = feed.hours(try #require(Month("2020-10")))
        let gone = try #require(HourSpan.hour("2020-10-30T17"))
        hours.removeAll { $0.hour == gone }
        let verdict = try #require(analysis.coverage([Month(ordinal: 2020 * 12 + 9): hours])["2020-10"])
        #expect(verdict.state == .complete && verdict.hoursPresent == 743)
        #expect(verdict.reasons.first?.hasPrefix("1 hour is missing for good") == true)
    }

    @Test func theKnownLossTaintsMonthsFromItsDayOn() throws {
        let verdicts = analysis.coverage(feed.months(from: "2025-01", [1, 1, 1, 1, 1, 0.6, 0.6, 0.7]))
        #expect(verdicts["2025-04"]?.state == .complete)
        for month in ["2025-06", "2025-07", "2025-08"] {
            let verdict = try #require(verdicts[month])
            #expect(verdict.state == .tainted)
            #expect(verdict.reasons.first?.contains("lost about 40 % of its events from 2025-05-23T00 on") == true)
            #expect(verdict.reasons.count == 1, "one loss, one reason: \(verdict.reasons)")
        }
    }

    @Test func theMonthInWhichItBeganIsJudgedByTheHoursAfter() throws {
        let start = try #require(HourSpan.hour("2025-05-23T00"))
        var hours = feed.months(from: "2025-01", [1, 1, 1, 1, 1])
        let may = Month(ordinal: 2025 * 12 + 4)
        #expect(analysis.coverage(hours)["2025-05"]?.state == .complete, "the months before show that it was spared")
        hours[may] = feed.hours(may).map { hour in
            var hour = hour
            if hour.hour >= start { hour.counts = feed.hours(may, 0.6).first { $0.hour == hour.hour }?.counts ?? [:] }
            return hour
        }
        let verdict = try #require(analysis.coverage(hours)["2025-05"])
        #expect(verdict.state == .tainted)
        #expect(verdict.reasons.first?.contains(", 60 % of the ") == true, "\(verdict.reasons)")
        hours[may]?.removeAll { $0.hour >= start }
        #expect(analysis.coverage(hours)["2025-05"]?.state == .provisional, "no hour of it is in the loss")
    }

    @Test func aFeedThatWasSparedStaysComplete() {
        let shares = [1, 1.02, 0.98, 1, 1.05, 1, 0.9, 0.9, 1.1, 1.05, 1, 0.8] + Array(repeating: 1.1, count: 10)
        #expect(analysis.states(feed.months(from: "2025-01", shares)) == Array(repeating: .complete, count: 22))
    }

    @Test func whoseFeedGoesOverToThePublicOneIsToldSo() {
        let shares = Array(repeating: 1.0, count: 9) + Array(repeating: 0.6, count: 16)
        let states = analysis.states(feed.months(from: "2025-01", shares))
        #expect(states == Array(repeating: .complete, count: 9) + Array(repeating: .tainted, count: 16))
    }

    @Test func withoutMonthsBeforeItTheLossIsTakenForGranted() throws {
        let verdicts = analysis.coverage(feed.months(from: "2025-07", [1, 1, 1]))
        let verdict = try #require(verdicts["2025-08"])
        #expect(verdict.state == .tainted && verdict.reasons.first?.contains("too few hours") == true)
    }

    @Test func monthsOfInventedEventsAreApartFromThoseOfTheFeed() throws {
        let hours = feed.months(from: "2025-01", [1, 1, 1, 1, 0.6, 0.6, 20, 20])
        let span = try #require(MonthSpan(first: Month(ordinal: 2025 * 12), last: Month(ordinal: 2025 * 12 + 7)))
        let analysis = CoverageAnalysis(isInvented: { $0 > Month(ordinal: 2025 * 12 + 5) })
        let complete = [CoverageState](repeating: .complete, count: 4)
        #expect(
            analysis.coverage(of: span, hours: hours).map(\.state)
                == complete + [.tainted, .tainted, .complete, .complete]
        )
        // No measure for a real month either.
        let alone = hours.filter { $0.key > Month(ordinal: 2025 * 12 + 4) }
        let verdicts = analysis.coverage(of: span, hours: alone)
        #expect(verdicts[5].reasons.first?.contains("too few hours") == true && verdicts[5].reasons.count == 1)
        #expect(verdicts[6].state == .complete && verdicts[7].state == .complete)
    }

    @Test func flawedFilesAreToldInTheTableAlone() throws {
        let hours = feed.months(from: "2023-05", [1])
        let may = Month(ordinal: 2023 * 12 + 4)
        #expect(analysis.coverage(hours)["2023-05"]?.reasons == [])
        let flawed = try #require(HourSpan.hour("2023-05-14T19"))
        let verdict = analysis.coverage([may: hours[may]?.filter { $0.hour != flawed } ?? []])["2023-05"]
        #expect(verdict?.state == .provisional && verdict?.hoursAwaited == 1, "its file can still be had")
    }

    @Test func theTrimOfPayloadsIsNoLoss() throws {
        let outages = KnownOutages.all.filter { $0.kind == .trim }
        #expect(outages.count == 1)
        let hours = feed.months(from: "2025-11", [1])
        #expect(analysis.coverage(hours, outages: outages)["2025-11"]?.state == .complete)
    }

    @Test func theCollapseOfOctober2025IsTaintedWhetherItsHoursAreThinOrGone() throws {
        let month = Month(ordinal: 2025 * 12 + 9)
        let (start, end) = try (
            #require(HourSpan.hour("2025-10-09T00")), #require(HourSpan.hour("2025-10-14T23"))
        )
        let hours = feed.hours(month)
        let gone = hours.filter { !(start...end).contains($0.hour) }
        let thin = hours.map { hour in
            (start...end).contains(hour.hour) ? HourCounts(hour: hour.hour, counts: [.push: hour.total / 100]) : hour
        }
        for hours in [gone, thin] {
            let verdict = try #require(analysis.coverage([month: hours])["2025-10"])
            #expect(verdict.state == .tainted && verdict.hoursPresent == 600)
            #expect(verdict.reasons.first?.hasPrefix("144 hours are missing for good") == true)
        }
    }

    @Test func monthsCountedElsewhereAreComplete() throws {
        let span = try #require(MonthSpan(first: Month(ordinal: 2025 * 12 + 3), last: Month(ordinal: 2025 * 12 + 5)))
        let analysis = CoverageAnalysis(isCounted: { _ in true })
        let verdicts = analysis.coverage(of: span, hours: [:])
        #expect(verdicts.map(\.state) == [.complete, .complete, .complete])
        #expect(verdicts.allSatisfy { $0.hoursPresent == nil && $0.reasons.first == CoverageText.counted })
        #expect(verdicts[0].reasons.count == 1 && verdicts[2].reasons.count == 2)
    }

    @Test func countsMadeElsewhereLeaveTheVerdictOnTheEventsAsItIs() throws {
        var hours = feed.months(from: "2025-05", [1, 1, 1])
        for month in hours.keys { hours[month] = Array((hours[month] ?? []).suffix(6)) }
        let span = try #require(MonthSpan(first: Month(ordinal: 2025 * 12 + 4), last: Month(ordinal: 2025 * 12 + 6)))
        let without = CoverageAnalysis().coverage(of: span, hours: hours)
        let with = CoverageAnalysis(isCounted: { $0 == Month(ordinal: 2025 * 12 + 5) }).coverage(of: span, hours: hours)
        #expect(without.map(\.state) == [.tainted, .tainted, .tainted])
        var expected = without
        expected[1].reasons.append(CoverageText.countedBeside)
        #expect(with == expected)
    }

    @Test func theTableIsInOrderAndInTheDocumentation() throws {
        #expect(KnownOutages.all.map(\.hours.first) == KnownOutages.all.map(\.hours.first).sorted())
        let page = try String(
            contentsOf: RealData.project.appending(path: "Documentation/Coverage.md"),
            encoding: .utf8
        )
        for outage in KnownOutages.all {
            #expect(page.contains(outage.span) && page.contains(outage.source), "\(outage.span)")
        }
    }

    @Test(.enabled(if: RealData.hasData, "the list of bad hours is not here"))
    func everyBadHourThatOthersListIsKnown() throws {
        let path = "robustness/gharchive-issues/known_bad_hours.json"
        let data = try Data(contentsOf: #require(RealData.data).appending(path: path))
        let lists = try JSONDecoder().decode([String: [String]].self, from: data)
        var checked = 0
        for (title, entries) in lists where !title.hasPrefix("duplicates") {
            for entry in entries where !entry.contains("(fixed") {
                let names = try #require(ListedHours(entry), "'\(entry)' is not understood")
                for hour in names.hours {
                    #expect(KnownOutages.all.contains { !$0.isOpen && $0.contains(hour) }, "\(entry) of '\(title)'")
                    checked += 1
                }
            }
        }
        #expect(checked > 0)
    }

    @Test(arguments: [
        ("2012-11-09T08", ["2012-11-09T16"]), ("2015-01-06-4", ["2015-01-06T04"]),
        ("2012-03-05-4..7", ["2012-03-05T12…2012-03-05T15"]), ("2012-03-11-2", []), ("2013-03-10-2", []),
        ("2012-11-04-1", ["2012-11-04T09"]), ("2020-08-21-9..2020-08-23-15", ["2020-08-21T09…2020-08-23T15"]),
        ("2025-10-09..2025-10-14 (~99% lost)", ["2025-10-09T00…2025-10-14T23"]),
        ("2012-10-31-23", ["2012-11-01T06"]),
    ])
    func theNotationOfTheListIsUnderstood(entry: String, spans: [String]) throws {
        #expect(try HourSpan.runs(of: #require(ListedHours(entry)).hours).map(\.description) == spans)
    }
}
