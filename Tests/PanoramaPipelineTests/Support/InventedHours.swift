// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import TestSupport

@testable import PanoramaPipeline

/// Hours as the public feed has them: nights with half the events of days, quiet weekends, a mix of types.
struct InventedHours {
    /// Events of an hour of a working day about noon.
    var level = 200_000.0
    /// The share of each type.
    var mix: [EventType: Double] = [
        .push: 0.56, .create: 0.14, .pullRequest: 0.07, .watch: 0.06, .issueComment: 0.06, .issues: 0.03,
        .pullRequestReview: 0.02, .pullRequestReviewComment: 0.015, .fork: 0.02, .delete: 0.025,
    ]
    /// Which hours of the month are there, by their number in it.
    var isPresent: (Int) -> Bool = { _ in true }

    /// The hours of a month, at a share of the level.
    func month(_ name: String, _ share: Double = 1) -> (Month, [HourCounts]) {
        let month = Month(name) ?? Month(ordinal: 0)
        return (month, hours(month, share))
    }

    func hours(_ month: Month, _ share: Double = 1) -> [HourCounts] {
        let first = HourCounts.hour(ofEpochSeconds: month.startEpochSeconds)
        var random = SplitMix(seed: UInt64(month.ordinal))
        return (0..<month.hours).compactMap { number in
            let noise = Double.random(in: 0.95...1.05, using: &random)
            guard isPresent(number) else { return nil }
            let hour = first + Int64(number)
            let distance = abs(Double(hour % 24) - 12) / 12
            let weekend = [2, 3].contains(hour / 24 % 7) ? 0.8 : 1
            let events = level * share * (1 - distance / 2) * weekend * noise
            var counts = EventTypeCounts()
            for (type, part) in mix { counts[type] = Int(events * part) }
            return HourCounts(hour: hour, counts: counts)
        }
    }

    /// The hours of months from one on, each at its share of the level.
    func months(from name: String, _ shares: [Double]) -> [Month: [HourCounts]] {
        let start = Month(name) ?? Month(ordinal: 0)
        var result: [Month: [HourCounts]] = [:]
        for (index, share) in shares.enumerated() {
            result[start.advanced(by: index)] = hours(start.advanced(by: index), share)
        }
        return result
    }
}

extension CoverageAnalysisTests {
    /// The verdicts on all months that have hours, by month.
    func coverage(_ hours: [Month: [HourCounts]], outages: [KnownOutage] = KnownOutages.all) -> [String: MonthCoverage]
    {
        guard let first = hours.keys.min(), let last = hours.keys.max(), let span = MonthSpan(first: first, last: last)
        else { return [:] }
        let verdicts = CoverageAnalysis(outages: outages).coverage(of: span, hours: hours)
        return Dictionary(uniqueKeysWithValues: verdicts.map { ("\($0.month)", $0) })
    }

    /// The states of all months, in order.
    func states(_ hours: [Month: [HourCounts]]) -> [CoverageState] {
        coverage(hours).sorted { $0.key < $1.key }.map(\.value.state)
    }
}
