// SPDX-License-Identifier: Apache-2.0

/// What of a month is in its pairs: for every hour the snapshots whose events were counted, and their things.
///
/// With it the events of one more hour are added to the pairs without a look at the others: all copies of an event bear the
/// same time, so events are told apart within their hour; and a thing that was counted before is in the cover of an earlier
/// hour, which is looked into only where the cover leaves a doubt.
package struct MonthLedger: Hashable, Sendable {
    /// An hour that was counted.
    package struct Hour: Hashable, Sendable {
        /// The snapshots that hold its events, by hash, ascending.
        package var snapshots: [String]
        /// Its things; several where its events were added bit by bit.
        var covers: [ThingCover]
    }

    /// The hours, by number since 1970-01-01T00:00:00Z.
    package private(set) var hours: [Int64: Hour] = [:]

    /// Nothing yet.
    package init() {}

    /// Notes that events of an hour were counted.
    mutating func note(_ hour: Int64, _ snapshots: [String], _ cover: ThingCover) {
        hours[hour, default: Hour(snapshots: [], covers: [])].snapshots = snapshots
        if !cover.bytes.isEmpty { hours[hour]?.covers.append(cover) }
    }

    /// The things among some that were counted, those that may have been, and the hours, in order, that tell which.
    ///
    /// - Throws: ``SegmentError`` when a packed cover is damaged.
    /// - Complexity: O(ranges of all hours · log(things)), on all cores.
    func findings(
        of things: Things
    ) throws -> (known: Set<Thing>, doubtful: Set<Thing>, hours: [Int64]) {
        var (known, doubtful, doubtfulHours): (Set<Thing>, Set<Thing>, [Int64]) = ([], [], [])
        guard !things.isEmpty else { return (known, doubtful, doubtfulHours) }
        let found = try hours.sorted(by: { $0.key < $1.key }).concurrentMap { number, hour in
            (number, try hour.covers.map { try $0.findings(of: things) })
        }
        for (number, findings) in found {
            for findings in findings {
                known.formUnion(findings.known)
                doubtful.formUnion(findings.doubtful)
                if !findings.doubtful.isEmpty, doubtfulHours.last != number { doubtfulHours.append(number) }
            }
        }
        return (known, doubtful, doubtfulHours)
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
    package init(decoding bytes: ArraySlice<UInt8>) throws(SegmentError) {
        var reader = ByteReader(try SegmentEnvelope.open(.ledger, bytes))
        var number: Int64 = 0
        for _ in 0..<(try reader.readCount()) {
            number = number &+ (try reader.readSigned())
            var hour = Hour(snapshots: [], covers: [])
            for _ in 0..<(try reader.readCount()) { hour.snapshots.append(try reader.readText()) }
            for _ in 0..<(try reader.readCount()) {
                hour.covers.append(ThingCover(packed: try reader.readBytes(count: try reader.readCount())))
            }
            hours[number] = hour
        }
        guard reader.isAtEnd else { throw SegmentError("the data goes on behind its end") }
    }
}
