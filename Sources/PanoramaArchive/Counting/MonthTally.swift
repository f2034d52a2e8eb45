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
    ///   - parts: the events, in any order, in parts for the cores to share.
    ///   - hours: their hours, and others that hold no new event, with all snapshots whose events were counted then.
    ///   - counting: what counts.
    ///   - recall: the events of hours that were counted before, from the snapshots they were counted from.
    /// - Throws: ``SegmentError`` when the ledger is damaged; what `recall` throws. The tally is then as it was.
    /// - Complexity: O(records + pairs + ranges of the ledger), and the events of the hours that are recalled.
    package mutating func add(
        _ parts: [[EventRecord]],
        of hours: [Int64: [String]],
        _ counting: ScoringParameters.Counting,
        recall: ([Int64: [String]]) throws -> [[EventRecord]]
    ) throws {
        let things = counting.everyEvent ? [:] : try Self.things(of: parts)
        let found = try ledger.findings(of: try Things(joining: Array(things.values)))
        var known = found.known
        for start in stride(from: 0, to: found.hours.count, by: Self.portion) {
            let portion = found.hours[start..<min(start + Self.portion, found.hours.count)]
            let hours = portion.map { ($0, ledger.hours[$0]?.snapshots ?? []) }
            let again = try recall(Dictionary(uniqueKeysWithValues: hours)).concurrentMap {
                [doubtful = found.doubtful] in
                $0.compactMap(Thing.init).filter(doubtful.contains)
            }
            for things in again { known.formUnion(things) }
        }
        let covers = try hours.keys.sorted().concurrentMap { (hour: $0, cover: ThingCover(things[$0] ?? Things())) }
        try table.add(distinct: parts, counting, without: known)
        for (hour, cover) in covers { ledger.note(hour, hours[hour] ?? [], cover) }
    }

    /// The things of each hour.
    private static func things(of parts: [[EventRecord]]) throws -> [Int64: Things] {
        let found = try parts.concurrentMap { part in
            var things: [Int64: Things] = [:]
            RadixOrder.forEachRun(of: part, by: { UInt64(ordered: $0.hour) }) { run in
                if let first = run.first { things[first.hour] = Things(run) }
            }
            return things
        }
        return try Dictionary(grouping: found.joined(), by: \.key).mapValues { things in
            things.count == 1 ? things[0].value : try Things(joining: things.map(\.value))
        }
    }
}

extension EventRecord {
    /// The hour of its time, since 1970-01-01T00:00:00Z.
    package var hour: Int64 { HourCounts.hour(ofEpochSeconds: time) }
}
