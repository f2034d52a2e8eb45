// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel

/// The events of a month by hour and type: counted from records, and packed for the cache.
package enum HourTable {
    /// Counts the records of one month, each of another event, by the hour of their time.
    ///
    /// - Returns: the hours that hold events, in order.
    /// - Complexity: O(records).
    static func count(_ records: [EventRecord]) -> [HourCounts] {
        guard let ordinal = records.first?.month else { return [] }
        let month = Month(ordinal: Int(ordinal))
        let first = HourCounts.hour(ofEpochSeconds: month.startEpochSeconds)
        // One row of counters an hour: nothing is looked up or allocated per event.
        let types = EventKind.allCases.map { Int($0.type.index) }
        let width = EventType.allCases.count
        var counters = [Int](repeating: 0, count: month.hours * width)
        for record in records {
            let row = Int(HourCounts.hour(ofEpochSeconds: record.time) &- first)
            guard row >= 0, row < month.hours else { continue }
            counters[row * width + types[Int(record.kind.rawValue)]] += 1
        }
        return (0..<month.hours).compactMap { row in
            var hour = HourCounts(hour: first + Int64(row))
            for type in EventType.allCases { hour.counts[type] = counters[row * width + Int(type.index)] }
            return hour.total > 0 ? hour : nil
        }
    }

    /// Adds hours of other events; both are in order.
    ///
    /// - Complexity: O(hours of both · log(hours of both)).
    static func add(_ others: [HourCounts], to hours: inout [HourCounts]) {
        var places = Dictionary(zip(hours.map(\.hour), hours.indices)) { $1 }
        for other in others {
            if let place = places[other.hour] {
                hours[place].counts += other.counts
            } else {
                places[other.hour] = hours.count
                hours.append(other)
            }
        }
        hours.sort { $0.hour < $1.hour }
    }

    /// Packs hours.
    package static func encode(_ hours: [HourCounts]) throws(SegmentError) -> [UInt8] {
        var writer = ByteWriter()
        write(hours, into: &writer)
        return try SegmentEnvelope.seal(.hours, writer.bytes)
    }

    /// Unpacks hours.
    package static func decode(_ bytes: ArraySlice<UInt8>) throws(SegmentError) -> [HourCounts] {
        var reader = ByteReader(try SegmentEnvelope.open(.hours, bytes))
        let hours = try read(&reader)
        guard reader.isAtEnd else { throw SegmentError("the data goes on behind its end") }
        return hours
    }

    /// Writes hours among other things.
    static func write(_ hours: [HourCounts], into writer: inout ByteWriter) {
        writer.write(hours.count)
        var previous: Int64 = 0
        for hour in hours {
            writer.writeSigned(hour.hour &- previous)
            previous = hour.hour
            for type in EventType.allCases { writer.write(hour.counts[type]) }
        }
    }

    /// Reads what ``write(_:into:)`` wrote.
    static func read(_ reader: inout ByteReader) throws(SegmentError) -> [HourCounts] {
        let count = try reader.readCount()
        var hours: [HourCounts] = []
        hours.reserveCapacity(count)
        var previous: Int64 = 0
        for _ in 0..<count {
            previous = previous &+ (try reader.readSigned())
            var hour = HourCounts(hour: previous)
            for type in EventType.allCases { hour.counts[type] = try reader.readAmount() }
            hours.append(hour)
        }
        return hours
    }
}
