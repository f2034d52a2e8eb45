// SPDX-License-Identifier: Apache-2.0

/// The names that a snapshot saw, packed: what waits beside its segment until it is folded into the tables of names.
///
/// A list is made of frames of at most ``blockSize`` names of one table, developers first, each sorted by id, then name, so
/// that it can be read in pieces, see ``NameFrame``. An empty name says that events of the id gave none: so an id of which
/// events have one name, and only that, bore it from the first of its events in the segment to the last.
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
        return seal(frames)
    }

    private static func add(
        _ table: Table,
        _ names: borrowing NameTable,
        to frames: inout [[UInt8]]
    ) throws(SegmentError) {
        let places = names.sorted
        for start in stride(from: 0, to: places.count, by: blockSize) {
            var frame = NameFrame(table)
            for place in places[start..<min(start + blockSize, places.count)] {
                let (entry, name) = unsafe names[place]
                unsafe frame.add(id: entry.id, first: entry.first, last: entry.last, name: name)
            }
            frames.append(try SegmentEnvelope.frame(frame.packed))
        }
    }

    /// Packs names of both tables, each sorted by id, then name; empty when there are none.
    package static func encode(
        developers: [NameObservation],
        repositories: [NameObservation]
    ) throws(SegmentError) -> [UInt8] {
        var frames: [[UInt8]] = []
        for (table, names) in [(Table.developers, developers), (.repositories, repositories)] {
            for start in stride(from: 0, to: names.count, by: blockSize) {
                var frame = NameFrame(table)
                for name in names[start..<min(start + blockSize, names.count)] {
                    frame.add(id: name.id, first: name.first, last: name.last, name: name.name.utf8)
                }
                frames.append(try SegmentEnvelope.frame(frame.packed))
            }
        }
        return seal(frames)
    }

    private static func seal(_ frames: [[UInt8]]) -> [UInt8] {
        frames.isEmpty ? [] : SegmentEnvelope.seal(.names, frames: frames)
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
