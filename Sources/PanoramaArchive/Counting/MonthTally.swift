// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel

/// The pairs of a month, added to hour by hour, with the ledger of what is in them.
package struct MonthTally: Hashable, Sendable {
    /// The pairs so far.
    package private(set) var table: PairTable
    /// What was counted.
    package private(set) var ledger: MonthLedger

    /// A month of which nothing was counted.
    package init() {
        table = PairTable([])
        ledger = MonthLedger()
    }

    /// Takes up pairs with their ledger.
    package init(_ table: PairTable, _ ledger: MonthLedger) {
        self.table = table
        self.ledger = ledger
    }

    /// The hours that are recalled at a time, which bounds memory.
    private static let portion = 8

    /// Adds events, each once, none of which was added before.
    ///
    /// The result is that of counting all events of the month at once, whatever was added first.
    ///
    /// - Parameters:
    ///   - records: the events, in any order.
    ///   - hours: their hours, and others that hold no new event, with all snapshots whose events were counted then.
    ///   - counting: what counts.
    ///   - recall: the events of hours that were counted before, from the snapshots they were counted from.
    /// - Throws: ``SegmentError`` when the ledger is damaged; what `recall` throws. The tally is then as it was.
    /// - Complexity: O(records + pairs + ranges of the ledger), and the events of the hours that are recalled.
    package mutating func add(
        _ records: [EventRecord],
        of hours: [Int64: [String]],
        _ counting: ScoringParameters.Counting,
        recall: ([Int64: [String]]) throws -> [EventRecord]
    ) throws {
        var things: [Int64: Things] = [:]
        if !counting.everyEvent {
            func hour(_ record: EventRecord) -> UInt64 { UInt64(ordered: record.hour) }
            RadixOrder.forEachRun(of: records, by: hour) { run in
                if let first = run.first { things[first.hour] = Things(run) }
            }
        }
        let found = try ledger.findings(of: Things(joining: Array(things.values)))
        var known = found.known
        for start in stride(from: 0, to: found.hours.count, by: Self.portion) {
            let portion = found.hours[start..<min(start + Self.portion, found.hours.count)]
            let hours = portion.map { ($0, ledger.hours[$0]?.snapshots ?? []) }
            for record in try recall(Dictionary(uniqueKeysWithValues: hours)) {
                if let thing = Thing(record), found.doubtful.contains(thing) { known.insert(thing) }
            }
        }
        try table.add(distinct: records, counting, without: known)
        for (hour, snapshots) in hours.sorted(by: { $0.key < $1.key }) {
            ledger.note(hour, snapshots, ThingCover(things[hour] ?? Things()))
        }
    }
}

extension EventRecord {
    /// The hour of its time, since 1970-01-01T00:00:00Z.
    package var hour: Int64 { HourCounts.hour(ofEpochSeconds: time) }
}
