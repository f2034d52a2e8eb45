// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// The hours of a month: which are present, and what they hold.
struct MonthHours {
    let month: Month
    /// The hours that are present, in order.
    let present: [HourCounts]
    /// The events of all hours, stragglers included.
    let counts: EventTypeCounts
    /// The levels of the present hours.
    let levels: HourLevels

    /// Sorts out the hours of a month, in order of time.
    ///
    /// An hour with less than a twentieth of the events that busy hours of its month have (the upper decile) is not present:
    /// those are stragglers in the files of its neighbours.
    init(_ month: Month, _ hours: [HourCounts]) {
        let totals = hours.map(\.total).sorted()
        let busy = totals.isEmpty ? 0 : totals[totals.count - 1 - totals.count / 10]
        self.init(
            month: month,
            present: hours.filter { $0.total > 0 && $0.total * CoverageRules.thinness >= busy },
            counts: hours.reduce(into: EventTypeCounts()) { $0 += $1.counts }
        )
    }

    private init(month: Month, present: [HourCounts], counts: EventTypeCounts) {
        self.month = month
        self.present = present
        self.counts = counts
        levels = HourLevels(present)
    }

    /// The month without the hours that do not belong to the whole feed, which the months around tell.
    ///
    /// None of them does where all together hold less than a twentieth of what is usual; where more, but too little, those
    /// that hold less than a twentieth themselves do not: the feed may have ended within the month.
    func without(hoursUnlike comparison: HourLevels.Comparison) -> MonthHours {
        guard comparison.share < CoverageRules.totalShare else { return self }
        guard comparison.share >= CoverageRules.presentShare else {
            return MonthHours(month: month, present: [], counts: counts)
        }
        let kept = present.filter { Double($0.total) >= comparison.usual * CoverageRules.presentShare }
        return kept.count == present.count ? self : MonthHours(month: month, present: kept, counts: counts)
    }

    /// The hours of the month that are not present, in order.
    var missing: [Int64] {
        let first = HourCounts.hour(ofEpochSeconds: month.startEpochSeconds)
        let there = Set(present.map(\.hour))
        return (first..<(first + Int64(month.hours))).filter { !there.contains($0) }
    }

    /// Whether all but a few events are pushes.
    var isPushOnly: Bool {
        let total = counts.total
        return total >= CoverageRules.pushOnlyEvents && counts[.push] * 100 > total * CoverageRules.pushOnlyPercent
    }

    /// The levels of the present hours within an outage.
    func levels(within outage: KnownOutage) -> HourLevels {
        HourLevels(present.filter { outage.contains($0.hour) })
    }
}
