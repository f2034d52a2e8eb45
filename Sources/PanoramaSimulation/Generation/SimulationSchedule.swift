// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Which hours are written, and how much happens in each.
enum SimulationSchedule {
    /// The first seconds of the hours of a month, in the order of time.
    ///
    /// Hours come in neighbouring pairs, so that copies and late events have a next file to fall into. The pairs are
    /// spread evenly: the month is cut into as many stretches as there are pairs, and each lies at a place in its
    /// stretch that the seed decides, so that all hours of the day occur.
    static func hours(of month: Month, count: Int, seed: UInt64) -> [Int64] {
        let total = month.hours
        let wanted = min(max(1, count), total)
        let pairs = (wanted + 1) / 2
        var hours: [Int64] = []
        for pair in 0..<pairs {
            let begin = pair * total / pairs
            let end = (pair + 1) * total / pairs
            var mixer = SplitMix(state: seed ^ SplitMix.mix(UInt64(month.ordinal * 1_000 + pair)))
            let start = begin + mixer.below(max(1, end - begin - 1))
            for hour in [start, start + 1] where hours.count < wanted && hour < total {
                hours.append(month.startEpochSeconds + Int64(hour) * 3_600)
            }
        }
        return hours
    }

    /// The name GH Archive gives to the file of an hour: the hour without a leading zero.
    static func fileName(hour: Int64, form: SimulationParameters.Form) -> String {
        let date = CivilDate(epochSeconds: hour)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let name = "\(date.year)-\(two(date.month))-\(two(date.day))-\(hour % 86_400 / 3_600).json"
        return form == .gzip ? name + ".gz" : name
    }

    /// The number of events of an hour: the mean by hour of the day (UTC) and day of the week, and a little chance.
    static func events(in hour: Int64, mean: Int, seed: UInt64) -> Int {
        let days = hour / 86_400
        let daily = hourShares[Int(hour % 86_400 / 3_600)]
        let weekly = weekdayShares[Int((days + 3) % 7)]
        var mixer = SplitMix(state: seed ^ SplitMix.mix(UInt64(hour)))
        let noise = 970 + mixer.below(61)
        return max(1, mean * daily / 1_000 * weekly / 1_000 * noise / 1_000)
    }

    /// Thousandths of the mean by hour of the day, UTC.
    private static let hourShares = [
        860, 850, 850, 840, 830, 850, 900, 960, 1_030, 1_070, 1_080, 1_080,
        1_100, 1_160, 1_210, 1_220, 1_200, 1_160, 1_110, 1_070, 1_020, 960, 910, 880,
    ]

    /// Thousandths of the mean by day of the week, Monday first.
    private static let weekdayShares = [1_060, 1_100, 1_110, 1_100, 1_050, 780, 800]
}
