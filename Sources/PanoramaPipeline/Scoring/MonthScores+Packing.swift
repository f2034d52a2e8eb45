// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
import PanoramaModel

// Two frames: what belongs to the whole with the repositories, then the developers. Landscapes read the first alone.
extension MonthScores {
    /// Packs them, both sides at a time.
    package func encode() throws -> [UInt8] {
        var head = ByteWriter()
        head.write(digest)
        head.write(background)
        head.write(pairs)
        head.write(sweeps)
        head.write(edgeWork)
        let sides = [(head, repositories), (ByteWriter(), developers)]
        let frames = try sides.concurrentMap { [month] head, nodes in
            var writer = head
            writer.write(nodes, of: month)
            return try SegmentEnvelope.frame(writer.bytes)
        }
        return SegmentEnvelope.seal(.scores, frames: frames)
    }

    /// Unpacks them, both sides at a time.
    ///
    /// - Throws: ``SegmentError`` when the bytes are not what was packed.
    package init(decoding bytes: ArraySlice<UInt8>) throws {
        let frames = try SegmentEnvelope.packedFrames(.scores, bytes)
        guard frames.count == 2 else { throw SegmentError("there are more or fewer frames than two") }
        let sides = try [(true, frames[0]), (false, frames[1])].concurrentMap { isFirst, frame in
            var reader = ByteReader(try SegmentEnvelope.unpack(frame))
            let head = isFirst ? try Head(&reader) : nil
            return (head, try reader.readNodes())
        }
        guard let head = sides[0].0 else { throw SegmentError("there is no head") }
        let ((month, repositories), (_, developers)) = (sides[0].1, sides[1].1)
        self.init(head, month, developers: developers, repositories: repositories)
    }

    /// Unpacks the repositories alone, by id.
    ///
    /// - Throws: ``SegmentError`` when the bytes are not what was packed.
    static func repositories(decoding bytes: ArraySlice<UInt8>) throws -> [NodeScore] {
        let frames = try SegmentEnvelope.packedFrames(.scores, bytes)
        guard frames.count == 2 else { throw SegmentError("there are more or fewer frames than two") }
        var reader = ByteReader(try SegmentEnvelope.unpack(frames[0]))
        _ = try Head(&reader)
        return try reader.readNodes().nodes
    }

    /// What belongs to the whole.
    struct Head {
        let digest: String
        let background: Double
        let pairs: Int
        let sweeps: Int
        let edgeWork: Int

        fileprivate init(_ reader: inout ByteReader) throws(SegmentError) {
            digest = try reader.readText()
            background = try reader.readDouble()
            pairs = try reader.readAmount()
            sweeps = try reader.readAmount()
            edgeWork = try reader.readAmount()
        }
    }
}

extension ByteWriter {
    /// Writes the nodes of a month to the end: ids (differences), how many months ago, values.
    fileprivate mutating func write(_ nodes: [NodeScore], of month: Month) {
        write(month.ordinal)
        write(nodes.count)
        var id: Int64 = 0
        for node in nodes {
            writeSigned(node.id &- id)
            id = node.id
        }
        for node in nodes { write(month.ordinal - node.month) }
        for node in nodes { write(node.value) }
    }
}

extension ByteReader {
    /// Reads what is written of the nodes of a month, to the end.
    fileprivate mutating func readNodes() throws(SegmentError) -> (month: Month, nodes: [NodeScore]) {
        let ordinal = Int(truncatingIfNeeded: try readUInt64())
        let count = try readCount(ofBytes: 10)
        var nodes: [NodeScore] = []
        nodes.reserveCapacity(count)
        var id: Int64 = 0
        for _ in 0..<count {
            id = id &+ (try readSigned())
            nodes.append(NodeScore(id: id, value: 0, month: ordinal))
        }
        for index in nodes.indices { nodes[index].month &-= Int(truncatingIfNeeded: try readUInt64()) }
        for index in nodes.indices { nodes[index].value = try readDouble() }
        guard isAtEnd else { throw SegmentError("the data goes on behind its end") }
        return (Month(ordinal: ordinal), nodes)
    }
}
