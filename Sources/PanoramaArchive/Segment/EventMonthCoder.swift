// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Lays out the events of a month in columns that zstd packs well.
///
/// Events stand in the order of their ids, in which time and the ids of what they are about hardly jump, so that these
/// columns hold small differences. Who and where is one number each, the place of the pair in a dictionary. Numbers are
/// LEB128, signed ones zigzag; places are written as planes of bytes, the highest first.
///
///     month, records, developers, repositories, pairs
///     dictionary: developers and repositories ascending (differences); repositories per developer; their places
///     columns:    ids (differences), times (differences), kinds, flags, places of pairs, keys (differences by kind)
enum EventMonthCoder {
    private static let kindCount = EventKind.allCases.count

    // MARK: - Packing

    /// Packs the records of one month, in any order; records that are alike in everything are kept once.
    static func encode(_ month: Int32, _ records: [EventRecord], into writer: inout ByteWriter) {
        let order = distinct(records)
        var columns = Columns(count: order.count)
        for place in order { columns.add(records[Int(place)]) }
        let dictionary = PairDictionary(developers: columns.developers, repositories: columns.repositories)
        writer.writeSigned(Int64(month))
        writer.write(order.count)
        dictionary.encode(into: &writer)
        writer.write(all: columns.ids)
        writer.write(all: columns.times)
        writer.write(bytes: columns.kinds)
        writer.write(bytes: columns.flags)
        writer.write(planes: dictionary.places, below: dictionary.count)
        writer.write(all: columns.keys)
    }

    /// The columns of records: who and where as numbers that are ordered alike, the others as they are written.
    private struct Columns {
        var developers: [UInt64] = []
        var repositories: [UInt64] = []
        var ids: [UInt64] = []
        var times: [UInt64] = []
        var kinds: [UInt8] = []
        var flags: [UInt8] = []
        var keys: [UInt64] = []
        private var id: UInt64 = 0
        private var time: Int64 = 0
        private var lastKeys = [Int64](repeating: 0, count: kindCount)

        init(count: Int) {
            developers.reserveCapacity(count)
            repositories.reserveCapacity(count)
            ids.reserveCapacity(count)
            times.reserveCapacity(count)
            kinds.reserveCapacity(count)
            flags.reserveCapacity(count)
            keys.reserveCapacity(count)
        }

        mutating func add(_ record: EventRecord) {
            let kind = Int(record.kind.rawValue)
            developers.append(UInt64(ordered: record.developer))
            repositories.append(UInt64(ordered: record.repository))
            ids.append(record.id &- id)
            times.append(UInt64(zigzag: record.time &- time))
            kinds.append(record.kind.rawValue)
            flags.append(record.flags.rawValue)
            keys.append(UInt64(zigzag: record.key &- lastKeys[kind]))
            (id, time, lastKeys[kind]) = (record.id, record.time, record.key)
        }
    }

    /// The places of records by id, then by everything else; of those that are alike the first.
    private static func distinct(_ records: [EventRecord]) -> [Int32] {
        let ids = records.map(\.id)
        var order = RadixOrder.ascending(ids)
        var start = 0
        var kept = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, ids[Int(order[end])] == ids[Int(order[start])] { end += 1 }
            if end - start > 1 { order[start..<end].sort { records[Int($0)] < records[Int($1)] } }
            for index in start..<end
            where index == start || records[Int(order[index])] != records[Int(order[kept - 1])] {
                order[kept] = order[index]
                kept += 1
            }
            start = end
        }
        order.removeLast(order.count - kept)
        return order
    }

    // MARK: - Unpacking

    /// Unpacks the records of one month, by id.
    static func decode(_ reader: inout ByteReader) throws(SegmentError) -> [EventRecord] {
        let month = Int32(truncatingIfNeeded: try reader.readSigned())
        let count = try reader.readCount()
        let pairs = try PairDictionary.decode(&reader)
        let blank = EventRecord(
            developer: 0,
            repository: 0,
            key: 0,
            id: 0,
            time: 0,
            month: month,
            kind: .other,
            flags: []
        )
        var records = [EventRecord](repeating: blank, count: count)
        var id: UInt64 = 0
        for index in records.indices {
            id = id &+ (try reader.readUInt64())
            records[index].id = id
        }
        var time: Int64 = 0
        for index in records.indices {
            time = time &+ (try reader.readSigned())
            records[index].time = time
        }
        for index in records.indices {
            let value = try reader.readByte()
            guard let kind = EventKind(rawValue: value) else { throw SegmentError("unknown kind \(value)") }
            records[index].kind = kind
        }
        for index in records.indices { records[index].flags = .init(rawValue: try reader.readByte()) }
        let places = try reader.readPlanes(count: count, below: pairs.count)
        for index in records.indices {
            (records[index].developer, records[index].repository) = pairs[places[index]]
        }
        var keys = [Int64](repeating: 0, count: kindCount)
        for index in records.indices {
            let kind = Int(records[index].kind.rawValue)
            keys[kind] = keys[kind] &+ (try reader.readSigned())
            records[index].key = keys[kind]
        }
        return records
    }
}
