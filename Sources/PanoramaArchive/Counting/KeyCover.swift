// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Closed ranges that hold all keys of some things, and hardly any other.
///
/// Ids are given in the order of time, so those that an hour begins lie close together and fill few ranges; those it comes
/// back to (an issue closed, a review) lie scattered, and each is a range of its own. So keys that are in no range of the
/// hours before, which are nearly all, are known to be new without looking at any event.
///
///     for each kind with keys: kind, least key, greatest − least, bytes of what follows;
///                              length of the first range, then gap to the next and its length
package struct KeyCover: Hashable, Sendable {
    /// The ranges, packed.
    let bytes: [UInt8]

    /// Keys that lie no farther apart share a range.
    private static let reach: UInt64 = 16

    /// Covers keys.
    ///
    /// - Complexity: O(keys).
    init(_ keys: ThingKeys) {
        var writer = ByteWriter()
        for (kind, keys) in keys.byKind.enumerated() {
            guard let first = keys.first, let last = keys.last else { continue }
            var ranges = ByteWriter()
            var (start, end) = (first, first)
            for key in keys.dropFirst() {
                if key - end > Self.reach {
                    ranges.write(end - start)
                    ranges.write(key - end)
                    start = key
                }
                end = key
            }
            ranges.write(end - start)
            writer.write(UInt8(truncatingIfNeeded: kind))
            writer.write(first)
            writer.write(last - first)
            writer.write(ranges.bytes.count)
            writer.write(bytes: ranges.bytes)
        }
        bytes = writer.bytes
    }

    /// Takes back a cover that was packed.
    init(packed bytes: [UInt8]) { self.bytes = bytes }

    /// Of some keys those that are in a range.
    ///
    /// - Throws: ``SegmentError`` when the packed ranges are damaged.
    /// - Complexity: O(ranges · log(keys)), nothing for kinds whose keys all lie before or behind.
    func keys(among candidates: ThingKeys) throws(SegmentError) -> [(kind: Int, key: UInt64)] {
        var hits: [(kind: Int, key: UInt64)] = []
        var reader = ByteReader(bytes)
        while !reader.isAtEnd {
            let kind = Int(try reader.readByte())
            let first = try reader.readUInt64()
            let last = first &+ (try reader.readUInt64())
            let length = try reader.readCount()
            guard candidates.byKind.indices.contains(kind) else { throw SegmentError("unknown kind \(kind)") }
            let keys = candidates.byKind[kind]
            guard let least = keys.first, let greatest = keys.last, least <= last, first <= greatest else {
                try reader.skip(length)
                continue
            }
            var (start, place) = (first, 0)
            while true {
                let end = start &+ (try reader.readUInt64())
                place = keys.firstIndex(from: place, notBelow: start)
                while place < keys.count, keys[place] <= end {
                    hits.append((kind, keys[place]))
                    place += 1
                }
                guard end < last else { break }
                start = end &+ (try reader.readUInt64())
            }
        }
        return hits
    }
}

extension [UInt64] {
    /// The place of the first number that is not below a bound, from a place on, in ascending order.
    ///
    /// Strides double until they are beyond it, so near ones are found at once.
    ///
    /// - Complexity: O(log(distance)).
    fileprivate func firstIndex(from start: Int, notBelow bound: UInt64) -> Int {
        guard start < count, self[start] < bound else { return start }
        var (low, stride) = (start, 1)
        while low + stride < count, self[low + stride] < bound {
            low += stride
            stride *= 2
        }
        var high = Swift.min(low + stride, count)
        // self[low] is below the bound; what is at `high`, if anything, is not.
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if self[middle] < bound { low = middle } else { high = middle }
        }
        return high
    }
}
