// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
import PanoramaModel
import PanoramaStore

/// Brings the pairs of a month up to date with its snapshots, in place wherever that can be done.
struct MonthCounter {
    let records: MonthRecords
    let counting: ScoringParameters.Counting

    /// The records that are held at a time; more only where a single hour has more.
    private static let batch = 1 << 21

    /// Counts what a tally lacks.
    ///
    /// Hours that are new are added, and to hours of which there are more snapshots now the events that these bring. Only
    /// where a snapshot is gone, or tells more of an event that was counted, the month is counted from the start.
    ///
    /// - Parameter stored: what was counted before by the same rules and names.
    /// - Returns: all that the month's snapshots hold, counted.
    /// - Throws: ``StoreError`` when a segment is missing or damaged.
    /// - Complexity: O(new events + pairs); O(events of the month) from the start.
    func tally(from stored: consuming MonthTally?) throws -> MonthTally {
        do {
            if let stored = stored.take() { return try added(to: stored) }
        } catch is HoldsOthers, is SegmentError {
            // It is counted anew; a ledger that is damaged is made anew with it.
        }
        return try added(to: MonthTally())
    }

    /// A tally holds events that are not to be counted, or were counted otherwise.
    private struct HoldsOthers: Error {}

    /// A tally with all that it lacks.
    private func added(to stored: consuming MonthTally) throws -> MonthTally {
        let counted = stored.ledger.hours.mapValues(\.snapshots)
        let wanted = records.allHours
        for (hour, snapshots) in counted where !Set(snapshots).isSubset(of: wanted[hour] ?? []) { throw HoldsOthers() }
        var tally = stored
        for batch in batches(wanted.filter { counted[$0.key] != $0.value }.keys.sorted()) {
            try Task.checkCancellation()
            let hours = wanted.filter { batch.contains($0.key) }
            let grown = hours.filter { counted[$0.key] != nil }
            var parts = try records.events(of: hours.filter { counted[$0.key] == nil })
            if !grown.isEmpty {
                guard let more = try records.events(of: grown, beyond: counted) else { throw HoldsOthers() }
                parts.append(more)
            }
            try tally.add(parts, of: hours, counting, recall: records.events)
        }
        return tally
    }

    /// Hours in portions that fit in memory.
    private func batches(_ hours: [Int64]) -> [Set<Int64>] {
        var batches: [Set<Int64>] = []
        var room = 0
        for hour in hours {
            let size = records.hours[hour]?.reduce(0) { $0 + $1.records } ?? 0
            if room < size || batches.isEmpty {
                batches.append([])
                room = Self.batch
            }
            batches[batches.count - 1].insert(hour)
            room -= size
        }
        return batches
    }
}
