// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// The things of an hour, packed: exactly, or where their keys lie close together as a closed range that holds these.
///
/// What an hour begins (comments, pushes, issues) bears ids that are given in the order of time, so these lie close
/// together, and a few ranges say which keys the hour can have. What it comes back to (issues closed) lies scattered, and
/// may come back again: those things are there each for itself. So of another hour's things most are known to be new, a
/// few to be the same, and only those that lie in a range leave a doubt.
///
///     for each kind with things: kind, least key, greatest − least, bytes of what follows;
///                                then for each range: gap from the last (but for the first), length − 1,
///                                and of a single key the number of things, developer and repository of each
package struct ThingCover: Hashable, Sendable {
    /// The things, packed.
    let bytes: [UInt8]

    /// What a cover says of things that it was asked for.
    struct Findings {
        /// Those that are in it.
        var known: [Thing] = []
        /// Those that may be.
        var doubtful: [Thing] = []
    }

    /// Covers things.
    ///
    /// - Complexity: O(things).
    init(_ things: Things) {
        var writer = ByteWriter()
        for (kind, things) in zip(EventKind.allCases, things.byKind) {
            guard let first = things.first, let last = things.last else { continue }
            let ranges = Self.ranges(things, reach: kind.reach)
            writer.write(kind.rawValue)
            writer.write(first.key)
            writer.write(last.key - first.key)
            writer.write(ranges.count)
            writer.write(bytes: ranges)
        }
        bytes = writer.bytes
    }

    /// Takes back a cover that was packed.
    init(packed bytes: [UInt8]) { self.bytes = bytes }

    private static func ranges(_ things: [Thing], reach: UInt64) -> [UInt8] {
        var ranges = ByteWriter()
        var (start, end) = (0, 0)
        while start < things.count {
            let first = things[start].key
            if start > 0 { ranges.write(first - things[start - 1].key) }
            while end < things.count, things[end].key - things[max(end - 1, start)].key <= reach { end += 1 }
            ranges.write(things[end - 1].key - first)
            if things[end - 1].key == first {
                ranges.write(end - start)
                for thing in things[start..<end] {
                    ranges.writeSigned(thing.developer)
                    ranges.writeSigned(thing.repository)
                }
            }
            start = end
        }
        return ranges.bytes
    }

    /// Finds out which of some things are in it.
    ///
    /// - Throws: ``SegmentError`` when the packed ranges are damaged.
    /// - Complexity: O(ranges · log(things)), nothing for kinds whose keys all lie before or behind.
    func findings(of things: Things) throws(SegmentError) -> Findings {
        var findings = Findings()
        var reader = ByteReader(bytes)
        while !reader.isAtEnd {
            let kind = Int(try reader.readByte())
            let first = try reader.readUInt64()
            let last = first &+ (try reader.readUInt64())
            let length = try reader.readCount()
            guard things.byKind.indices.contains(kind) else { throw SegmentError("unknown kind \(kind)") }
            let asked = things.byKind[kind]
            guard let least = asked.first?.key, let greatest = asked.last?.key, least <= last, first <= greatest else {
                try reader.skip(length)
                continue
            }
            var (start, place) = (first, 0)
            while true {
                let end = start &+ (try reader.readUInt64())
                place = asked.firstIndex(from: place, notBelow: start)
                if end == start {
                    try Self.compare(asked, from: place, at: start, &reader, &findings)
                } else {
                    while place < asked.count, asked[place].key <= end {
                        findings.doubtful.append(asked[place])
                        place += 1
                    }
                }
                guard end < last else { break }
                start = end &+ (try reader.readUInt64())
            }
        }
        return findings
    }

    /// Compares the things of a single key with those asked for; both are in order.
    private static func compare(
        _ asked: [Thing],
        from start: Int,
        at key: UInt64,
        _ reader: inout ByteReader,
        _ findings: inout Findings
    ) throws(SegmentError) {
        let count = try reader.readCount()
        guard start < asked.count, asked[start].key == key else { return try reader.skipNumbers(2 * count) }
        var place = start
        for _ in 0..<count {
            let developer = try reader.readSigned()
            let repository = try reader.readSigned()
            while place < asked.count, asked[place].key == key,
                asked[place].precedes(developer: developer, repository: repository)
            {
                place += 1
            }
            guard place < asked.count, asked[place].key == key else { continue }
            if asked[place].developer == developer, asked[place].repository == repository {
                findings.known.append(asked[place])
            }
        }
    }
}

extension EventKind {
    /// Keys that lie no farther apart share a range; of what comes back to things each key stands for itself.
    fileprivate var reach: UInt64 {
        switch self {
        case .issueClosed, .pullRequestClosed: 0
        default: 64
        }
    }
}

extension [Thing] {
    /// The place of the first thing whose key is not below a bound, from a place on.
    ///
    /// Strides double until they are beyond it, so near ones are found at once.
    ///
    /// - Complexity: O(log(distance)).
    fileprivate func firstIndex(from start: Int, notBelow bound: UInt64) -> Int {
        guard start < count, self[start].key < bound else { return start }
        var (low, stride) = (start, 1)
        while low + stride < count, self[low + stride].key < bound {
            low += stride
            stride *= 2
        }
        var high = Swift.min(low + stride, count)
        // The key at `low` is below the bound; what is at `high`, if anything, is not.
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if self[middle].key < bound { low = middle } else { high = middle }
        }
        return high
    }
}
