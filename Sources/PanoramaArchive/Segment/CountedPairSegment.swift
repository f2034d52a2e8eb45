// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel

/// The counted pairs of one snapshot, packed month by month.
///
/// The first frame is a directory: how many others there are, and the month of each. Those hold pairs of one month each; a
/// month may have several, since pairs are packed in bounded memory, and a pair may stand in more than one of them. A month
/// is read without unpacking the others.
package enum CountedPairSegment {
    /// A frame and the month it is of.
    struct Block: Sendable {
        var month: Month
        var frame: [UInt8]

        /// Packs pairs of a month.
        init(_ month: Month, _ pairs: [Pair]) throws(SegmentError) {
            self.month = month
            var writer = ByteWriter()
            writer.writeSigned(Int64(month.ordinal))
            writer.write(PairList(pairs))
            frame = try SegmentEnvelope.frame(writer.bytes)
        }
    }

    /// Joins blocks.
    static func encode(_ blocks: [Block]) throws(SegmentError) -> [UInt8] {
        var directory = ByteWriter()
        directory.write(blocks.count)
        for block in blocks { directory.writeSigned(Int64(block.month.ordinal)) }
        let first = try SegmentEnvelope.frame(directory.bytes)
        return SegmentEnvelope.seal(.countedPairs, frames: [first] + blocks.map(\.frame))
    }

    /// Unpacks the pairs of a month, of a pair one for each time it stands in the segment.
    ///
    /// - Complexity: O(pairs of the month).
    package static func decode(_ bytes: [UInt8], month wanted: Month) throws -> [Pair] {
        let frames = try SegmentEnvelope.packedFrames(.countedPairs, bytes[...])
        guard let first = frames.first else { throw SegmentError("the content is cut or damaged") }
        var directory = ByteReader(try SegmentEnvelope.unpack(first))
        guard try directory.readCount() == frames.count - 1 else {
            throw SegmentError("there are more or fewer frames than counted")
        }
        var pairs: [Pair] = []
        for frame in frames.dropFirst() {
            let month = try directory.readSigned()
            guard month == Int64(wanted.ordinal) else { continue }
            var content = ByteReader(try SegmentEnvelope.unpack(frame))
            guard try content.readSigned() == month else { throw SegmentError("a frame is of another month") }
            let more = try content.readPairList().unpacked()
            guard content.isAtEnd else { throw SegmentError("the data goes on behind its end") }
            if pairs.isEmpty { pairs = more } else { pairs.append(contentsOf: more) }
        }
        guard directory.isAtEnd else { throw SegmentError("the data goes on behind its end") }
        return pairs
    }
}
