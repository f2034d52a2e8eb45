// SPDX-License-Identifier: Apache-2.0

/// What of a month is in its pairs: for every hour the snapshots whose events were counted, and the keys of their things.
///
/// With it the events of one more hour are added to the pairs without a look at the others: all copies of an event bear the
/// same time, so events are told apart within their hour; and a thing that was counted before has its key in the cover of
/// an earlier hour, which is then looked into.
package struct MonthLedger: Hashable, Sendable {
    /// An hour that was counted.
    package struct Hour: Hashable, Sendable {
        /// The snapshots that hold its events, by hash, ascending.
        package var snapshots: [String]
        /// The keys of its things; several where its events were added bit by bit.
        var covers: [KeyCover]
    }

    /// The hours, by number since 1970-01-01T00:00:00Z.
    package private(set) var hours: [Int64: Hour] = [:]

    /// Nothing yet.
    package init() {}

    /// Notes that events of an hour were counted.
    mutating func note(_ hour: Int64, _ snapshots: [String], _ cover: KeyCover) {
        hours[hour, default: Hour(snapshots: [], covers: [])].snapshots = snapshots
        if !cover.bytes.isEmpty { hours[hour]?.covers.append(cover) }
    }

    /// The hours that may have counted some keys already, in order, and of which keys that may be.
    ///
    /// - Throws: ``SegmentError`` when a packed cover is damaged.
    /// - Complexity: O(ranges of all hours).
    func meetings(
        of keys: ThingKeys
    ) throws(SegmentError) -> (hours: [Int64], keys: [(kind: Int, key: UInt64)]) {
        var (met, shared): ([Int64], [(kind: Int, key: UInt64)]) = ([], [])
        guard !keys.isEmpty else { return ([], []) }
        for (number, hour) in hours {
            var isMet = false
            for cover in hour.covers {
                let hits = try cover.keys(among: keys)
                isMet = isMet || !hits.isEmpty
                shared += hits
            }
            if isMet { met.append(number) }
        }
        return (met.sorted(), shared)
    }

    // MARK: - Packed form

    /// Packs it.
    package func encode() throws(SegmentError) -> [UInt8] {
        var writer = ByteWriter()
        writer.write(hours.count)
        var previous: Int64 = 0
        for (number, hour) in hours.sorted(by: { $0.key < $1.key }) {
            writer.writeSigned(number &- previous)
            previous = number
            writer.write(hour.snapshots.count)
            for snapshot in hour.snapshots { writer.write(snapshot) }
            writer.write(hour.covers.count)
            for cover in hour.covers {
                writer.write(cover.bytes.count)
                writer.write(bytes: cover.bytes)
            }
        }
        return try SegmentEnvelope.seal(.ledger, writer.bytes)
    }

    /// Unpacks one.
    package init(decoding bytes: [UInt8]) throws(SegmentError) {
        var reader = ByteReader(try SegmentEnvelope.open(.ledger, bytes))
        var number: Int64 = 0
        for _ in 0..<(try reader.readCount()) {
            number = number &+ (try reader.readSigned())
            var hour = Hour(snapshots: [], covers: [])
            for _ in 0..<(try reader.readCount()) { hour.snapshots.append(try reader.readText()) }
            for _ in 0..<(try reader.readCount()) {
                hour.covers.append(KeyCover(packed: try reader.readBytes(count: try reader.readCount())))
            }
            hours[number] = hour
        }
        guard reader.isAtEnd else { throw SegmentError("the data goes on behind its end") }
    }
}
