// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel

/// The events of one snapshot, sorted and packed.
///
/// A segment holds one block or, for very large snapshots, several, so that a file of any size is packed in bounded
/// memory; an event that came twice may then stand in two of them. Layout of a block, all numbers LEB128: the number of
/// months; per month its ordinal, the number of pairs and of
/// records, the least id, time and, per kind, key; then the columns: developers (differences), repositories
/// (differences, signed), records per pair, kind and flags (one byte), keys, ids and times (above their least).
/// Columns of like numbers is what zstd packs well.
package enum EventSegment {
    private static let kindCount = EventKind.allCases.count

    /// Packs records, in any order; records that are alike in everything are kept once.
    ///
    /// - Complexity: O(records · log(records)).
    package static func encode(_ records: [EventRecord]) throws(SegmentError) -> [UInt8] {
        SegmentEnvelope.seal(.events, frames: [try block(records)])
    }

    /// Packs records as one block of a segment.
    static func block(_ records: [EventRecord]) throws(SegmentError) -> [UInt8] {
        let sorted = records.sorted()
        var writer = ByteWriter()
        let months = sorted.indices.filter { $0 == 0 || sorted[$0].month != sorted[$0 - 1].month }
        writer.write(months.count)
        for (index, start) in months.enumerated() {
            let end = index + 1 < months.count ? months[index + 1] : sorted.endIndex
            encodeMonth(unique(sorted[start..<end]), into: &writer)
        }
        return try SegmentEnvelope.frame(writer.bytes)
    }

    private static func unique(_ sorted: ArraySlice<EventRecord>) -> [EventRecord] {
        var result: [EventRecord] = []
        result.reserveCapacity(sorted.count)
        for record in sorted where result.last != record { result.append(record) }
        return result
    }

    private static func encodeMonth(_ records: [EventRecord], into writer: inout ByteWriter) {
        guard let first = records.first else { return }
        var least = Bases(id: first.id, time: first.time)
        var starts: [Int] = []
        for (index, record) in records.enumerated() {
            least.include(record)
            let previous = index > 0 ? records[index - 1] : nil
            if previous?.developer != record.developer || previous?.repository != record.repository {
                starts.append(index)
            }
        }
        writer.writeSigned(Int64(first.month))
        writer.write(starts.count)
        writer.write(records.count)
        writer.write(least.id)
        writer.writeSigned(least.time)
        for key in least.keys { writer.writeSigned(key ?? 0) }

        var developer: Int64 = 0
        for start in starts {
            writer.writeSigned(records[start].developer &- developer)
            developer = records[start].developer
        }
        var repository: Int64 = 0
        for start in starts {
            writer.writeSigned(records[start].repository &- repository)
            repository = records[start].repository
        }
        for (index, start) in starts.enumerated() {
            writer.write((index + 1 < starts.count ? starts[index + 1] : records.count) - start)
        }
        for record in records { writer.write(record.kind.rawValue | record.flags.rawValue << 5) }
        for record in records {
            writer.write(UInt64(bitPattern: record.key &- (least.keys[Int(record.kind.rawValue)] ?? 0)))
        }
        for record in records { writer.write(record.id &- least.id) }
        for record in records { writer.write(UInt64(bitPattern: record.time &- least.time)) }
    }

    /// Unpacks the records of a segment, sorted within each block; of one month when one is named.
    ///
    /// - Complexity: O(records).
    package static func decode(_ bytes: [UInt8], month wanted: Month? = nil) throws(SegmentError) -> [EventRecord] {
        var reader = ByteReader(try SegmentEnvelope.open(.events, bytes))
        var records: [EventRecord] = []
        while !reader.isAtEnd {
            for _ in 0..<(try reader.readCount()) {
                let month = try decodeMonth(&reader)
                if let wanted, month.first.map({ Int($0.month) }) != wanted.ordinal { continue }
                records.append(contentsOf: month)
            }
        }
        return records
    }

    private static func decodeMonth(_ reader: inout ByteReader) throws(SegmentError) -> [EventRecord] {
        let month = Int32(truncatingIfNeeded: try reader.readSigned())
        let pairCount = try reader.readCount()
        let recordCount = try reader.readCount()
        let leastID = try reader.readUInt64()
        let leastTime = try reader.readSigned()
        var leastKeys: [Int64] = []
        for _ in 0..<kindCount { leastKeys.append(try reader.readSigned()) }

        func differences() throws(SegmentError) -> [Int64] {
            var values: [Int64] = []
            values.reserveCapacity(pairCount)
            var value: Int64 = 0
            for _ in 0..<pairCount {
                value = value &+ (try reader.readSigned())
                values.append(value)
            }
            return values
        }
        let developers = try differences()
        let repositories = try differences()
        var records: [EventRecord] = []
        records.reserveCapacity(recordCount)
        for pair in 0..<pairCount {
            let count = try reader.readUInt64()
            guard count <= UInt64(recordCount - records.count) else { throw SegmentError("more records than counted") }
            for _ in 0..<count {
                records.append(
                    EventRecord(
                        developer: developers[pair],
                        repository: repositories[pair],
                        key: 0,
                        id: 0,
                        time: 0,
                        month: month,
                        kind: .other,
                        flags: []
                    )
                )
            }
        }
        guard records.count == recordCount else { throw SegmentError("fewer records than counted") }
        for index in records.indices {
            let byte = try reader.readByte()
            guard let kind = EventKind(rawValue: byte & 0x1f) else { throw SegmentError("unknown kind \(byte & 0x1f)") }
            records[index].kind = kind
            records[index].flags = .init(rawValue: byte >> 5)
        }
        for index in records.indices {
            let least = leastKeys[Int(records[index].kind.rawValue)]
            records[index].key = least &+ Int64(bitPattern: try reader.readUInt64())
        }
        for index in records.indices { records[index].id = leastID &+ (try reader.readUInt64()) }
        for index in records.indices {
            records[index].time = leastTime &+ Int64(bitPattern: try reader.readUInt64())
        }
        return records
    }
}

/// The least values of a month's columns, so that the columns hold small numbers.
private struct Bases {
    var id: UInt64
    var time: Int64
    var keys: [Int64?] = Array(repeating: nil, count: EventKind.allCases.count)

    init(id: UInt64, time: Int64) {
        self.id = id
        self.time = time
    }

    mutating func include(_ record: EventRecord) {
        id = min(id, record.id)
        time = min(time, record.time)
        let kind = Int(record.kind.rawValue)
        keys[kind] = min(keys[kind] ?? .max, record.key)
    }
}
