// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// The number of records in each hour.
struct HourTally {
    private var counts: [Int64: Int] = [:]
    /// The hour of the last records, counted apart from the others: hardly a file goes back and forth between several.
    private var current: (hour: Int64, records: Int) = (0, 0)

    /// Counts a record of a time in seconds since 1970-01-01T00:00:00Z.
    mutating func add(_ time: Int64) {
        let hour = HourCounts.hour(ofEpochSeconds: time)
        if hour != current.hour {
            counts[current.hour, default: 0] += current.records
            current = (hour, 0)
        }
        current.records += 1
    }

    /// The number of records in all hours.
    var records: Int { counts.values.reduce(current.records, +) }

    /// The hours that hold records with their number, in order.
    var byHour: [(hour: Int64, records: Int)] {
        counts.merging([current.hour: current.records], uniquingKeysWith: +)
            .filter { $0.value > 0 }
            .map { (hour: $0.key, records: $0.value) }
            .sorted { $0.hour < $1.hour }
    }

    /// The months that hold records with their number, in order.
    var byMonth: [(month: Month, records: Int)] {
        var months: [Month: Int] = [:]
        for (hour, records) in byHour { months[Month(epochSeconds: hour * 3_600), default: 0] += records }
        return months.map { (month: $0.key, records: $0.value) }.sorted { $0.month < $1.month }
    }
}
