// SPDX-License-Identifier: Apache-2.0

/// The names that a snapshot saw, packed: what waits beside its segment until it is folded into the tables of names.
///
/// A list is made of frames of at most ``blockSize`` names of one table, developers first, each sorted by id, then name, so
/// that it can be read in pieces. Layout of a frame, numbers LEB128: the table, the number of names; then the columns: ids
/// (differences), first times (differences), spans from first to last time, lengths, and the bytes of the names.
package enum NameList {
    /// Whose names they are.
    package enum Table: UInt8, Sendable {
        case developers = 0
        case repositories = 1
    }

    static let blockSize = 1 << 14

    /// Packs the names of both tables; empty when there are none.
    static func encode(
        developers: borrowing NameTable,
        repositories: borrowing NameTable
    ) throws(SegmentError) -> [UInt8] {
        var frames: [[UInt8]] = []
        try add(.developers, developers, to: &frames)
        try add(.repositories, repositories, to: &frames)
        return frames.isEmpty ? [] : SegmentEnvelope.seal(.names, frames: frames)
    }

    private static func add(
        _ table: Table,
        _ names: borrowing NameTable,
        to frames: inout [[UInt8]]
    ) throws(SegmentError) {
        let places = names.sorted
        var start = 0
        while start < places.count {
            let end = min(start + blockSize, places.count)
            frames.append(try SegmentEnvelope.frame(encode(table, names, places[start..<end])))
            start = end
        }
    }

    private static func encode(
        _ table: Table,
        _ names: borrowing NameTable,
        _ places: ArraySlice<NameTable.Place>
    ) -> [UInt8] {
        var ids: [UInt64] = []
        var firsts: [UInt64] = []
        var spans: [UInt64] = []
        var lengths: [UInt64] = []
        var bytes: [UInt8] = []
        var id: Int64 = 0
        var first: Int64 = 0
        for place in places {
            let (entry, name) = unsafe names[place]
            ids.append(UInt64(zigzag: entry.id &- id))
            firsts.append(UInt64(zigzag: entry.first &- first))
            spans.append(UInt64(bitPattern: entry.last &- entry.first))
            lengths.append(UInt64(name.count))
            unsafe bytes.append(contentsOf: name)
            (id, first) = (entry.id, entry.first)
        }
        var writer = ByteWriter()
        writer.write(table.rawValue)
        writer.write(places.count)
        for column in [ids, firsts, spans, lengths] { writer.write(all: column) }
        writer.write(bytes: bytes)
        return writer.bytes
    }

    /// Hands on the names of a list in its order.
    ///
    /// - Throws: ``SegmentError`` when the bytes are damaged; names before the damage were handed on then.
    package static func forEach(
        _ bytes: [UInt8],
        _ body: (Table, NameObservation) -> Void
    ) throws(SegmentError) {
        guard !bytes.isEmpty else { return }
        try SegmentEnvelope.forEachFrame(.names, bytes) { frame throws(SegmentError) in
            var reader = ByteReader(frame)
            guard let table = Table(rawValue: try reader.readByte()) else {
                throw SegmentError("unknown table of names")
            }
            let count = try reader.readCount()
            var rows: [NameObservation] = []
            rows.reserveCapacity(count)
            var id: Int64 = 0
            for _ in 0..<count {
                id = id &+ (try reader.readSigned())
                rows.append(NameObservation(id: id, name: "", first: 0, last: 0))
            }
            var first: Int64 = 0
            for index in rows.indices {
                first = first &+ (try reader.readSigned())
                rows[index].first = first
            }
            for index in rows.indices {
                rows[index].last = rows[index].first &+ Int64(bitPattern: try reader.readUInt64())
            }
            var lengths: [Int] = []
            lengths.reserveCapacity(count)
            for _ in 0..<count { lengths.append(try reader.readCount()) }
            for index in rows.indices { rows[index].name = try reader.readText(count: lengths[index]) }
            guard reader.isAtEnd else { throw SegmentError("the data goes on behind its end") }
            for row in rows { body(table, row) }
        }
    }
}
