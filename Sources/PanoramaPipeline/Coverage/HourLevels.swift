// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// How many events hours hold, by hour of the day, on working days and weekends apart.
struct HourLevels {
    /// What is compared: all events together, or those of a type.
    enum Series: Hashable {
        case total
        case type(EventType)
    }

    /// Numbers of events an hour over the same hours of the day, of two sets of hours.
    struct Comparison {
        /// Of the set that is looked at.
        var own: Double
        /// Of the other.
        var usual: Double
        /// The first as a share of the second.
        var share: Double { usual > 0 ? own / usual : 1 }
    }

    /// Hours and events that fall on an hour of the day.
    private struct Slot {
        var hours = 0
        var counts = EventTypeCounts()

        func mean(_ series: Series) -> Double {
            switch series {
            case .total: Double(counts.total) / Double(max(hours, 1))
            case .type(let type): Double(counts[type]) / Double(max(hours, 1))
            }
        }

        static func + (left: Slot, right: Slot) -> Slot {
            var sum = left
            sum.hours += right.hours
            sum.counts += right.counts
            return sum
        }
    }

    private var workingDays = [Slot](repeating: Slot(), count: 24)
    private var weekends = [Slot](repeating: Slot(), count: 24)
    /// The number of hours.
    let hours: Int
    /// The number of days that they lie on.
    let days: Int

    init(_ hours: [HourCounts]) {
        self.hours = hours.count
        days = Set(hours.map { Self.day($0.hour) }).count
        for hour in hours {
            let day = Self.day(hour.hour)
            let slot = Int(hour.hour - day * 24)
            // The first day counted from, 1970-01-01, was a Thursday: 2 and 3 days after it are a weekend.
            let ofWeek = ((day % 7) + 7) % 7
            if ofWeek == 2 || ofWeek == 3 {
                weekends[slot].hours += 1
                weekends[slot].counts += hour.counts
            } else {
                workingDays[slot].hours += 1
                workingDays[slot].counts += hour.counts
            }
        }
    }

    private static func day(_ hour: Int64) -> Int64 { hour >= 0 ? hour / 24 : (hour + 1) / 24 - 1 }

    /// Whether there are enough hours, on enough days, to speak of a level.
    var isComparable: Bool { hours >= CoverageRules.comparedHours && days >= CoverageRules.comparedDays }

    /// Compares like with like: over the hours of the day that both have, each counting the same, and working days and
    /// weekends apart where both have a week's worth of hours.
    ///
    /// - Returns: the two levels; `nil` when there is too little to compare.
    func compared(to other: HourLevels, _ series: Series) -> Comparison? {
        guard isComparable, other.isComparable else { return nil }
        let byWeek = min(hours, other.hours) >= CoverageRules.weekHours
        var comparison = Comparison(own: 0, usual: 0)
        var shared = 0
        for (own, usual) in zip(slots(byWeek), other.slots(byWeek)) where own.hours > 0 && usual.hours > 0 {
            comparison.own += own.mean(series)
            comparison.usual += usual.mean(series)
            shared += 1
        }
        guard shared >= CoverageRules.comparedSlots else { return nil }
        comparison.own /= Double(shared)
        comparison.usual /= Double(shared)
        return comparison
    }

    private func slots(_ byWeek: Bool) -> [Slot] {
        byWeek ? workingDays + weekends : zip(workingDays, weekends).map { $0 + $1 }
    }
}
