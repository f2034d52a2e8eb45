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
        var keys: [Int64: ThingKeys] = [:]
        if !counting.everyEvent {
            for (hour, records) in Dictionary(grouping: records, by: \.hour) { keys[hour] = ThingKeys(records) }
        }
        let known = try known(ThingKeys(joining: Array(keys.values)), recall)
        table.add(PairTable(distinct: records, counting, without: known))
        for (hour, snapshots) in hours.sorted(by: { $0.key < $1.key }) {
            ledger.note(hour, snapshots, KeyCover(keys[hour] ?? ThingKeys()))
        }
    }

    /// The things that were counted before, of those with some keys.
    private func known(_ keys: ThingKeys, _ recall: ([Int64: [String]]) throws -> [EventRecord]) throws -> Set<Thing> {
        let meetings = try ledger.meetings(of: keys)
        guard !meetings.hours.isEmpty else { return [] }
        var shared = Array(repeating: Set<UInt64>(), count: keys.byKind.count)
        for (kind, key) in meetings.keys { shared[kind].insert(key) }
        let hours = meetings.hours.map { ($0, ledger.hours[$0]?.snapshots ?? []) }
        let records = try recall(Dictionary(uniqueKeysWithValues: hours))
        return Set(
            records.lazy.filter { shared[Int($0.kind.rawValue)].contains(UInt64(ordered: $0.key)) }.compactMap(
                Thing.init
            )
        )
    }
}

extension EventRecord {
    /// The hour of its time, since 1970-01-01T00:00:00Z.
    package var hour: Int64 { HourCounts.hour(ofEpochSeconds: time) }
}
