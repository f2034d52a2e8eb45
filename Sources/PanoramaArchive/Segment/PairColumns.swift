// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

// Pairs as columns, each behind its length: developers (differences) with the number of pairs that follow one another of
// each, repositories (differences), two columns of marks, counts. The marks of a pair are three flags and a bit for every
// count that is not 0, of which most are; only those that are not are written. Columns of like numbers are what zstd packs
// well, and all of them are read in one go.

/// What a pair has, a bit each.
private enum Marks {
    static let isValid: UInt16 = 1
    static let isActive: UInt16 = 2
    static let isBot: UInt16 = 4
    /// Those of the counts follow.
    static let counters = Array(zip(ActivityCounts.Counter.allCases, (3...).lazy.map { UInt16(1) << $0 }))
    static let all = counters.reduce(isValid | isActive | isBot) { $0 | $1.1 }
}

extension ByteWriter {
    /// Writes pairs in the order given; those by developer, then repository take least.
    ///
    /// - Complexity: O(pairs).
    mutating func write(_ pairs: [Pair]) {
        var (developers, counts) = (ByteWriter(), ByteWriter())
        var repositories: [UInt64] = []
        repositories.reserveCapacity(pairs.count)
        var (low, high) = ([UInt8](repeating: 0, count: pairs.count), [UInt8](repeating: 0, count: pairs.count))
        var (developer, repository): (Int64, Int64) = (0, 0)
        let counters = Marks.counters
        var start = 0
        for (place, pair) in pairs.enumerated() {
            if place == 0 || pair.developer.rawValue != developer {
                if place > 0 { developers.write(place - start) }
                developers.writeSigned(pair.developer.rawValue &- developer)
                (developer, start) = (pair.developer.rawValue, place)
            }
            repositories.append(UInt64(zigzag: pair.repository.rawValue &- repository))
            repository = pair.repository.rawValue
            var marks: UInt16 = 0
            if pair.isValid { marks |= Marks.isValid }
            if pair.isActive { marks |= Marks.isActive }
            if pair.isBot { marks |= Marks.isBot }
            for (counter, mark) in counters {
                let count = pair.counts[counter]
                guard count > 0 else { continue }
                marks |= mark
                counts.write(UInt64(count))
            }
            low[place] = UInt8(truncatingIfNeeded: marks)
            high[place] = UInt8(truncatingIfNeeded: marks >> 8)
        }
        if !pairs.isEmpty { developers.write(pairs.count - start) }
        var packed = ByteWriter()
        packed.write(all: repositories)
        write(pairs.count)
        for column in [developers.bytes, packed.bytes, low, high, counts.bytes] {
            write(column.count)
            write(bytes: column)
        }
    }
}

extension ByteReader {
    /// Reads pairs that ``ByteWriter`` wrote.
    ///
    /// - Complexity: O(pairs); there is room for some more to be added.
    mutating func readPairs() throws(SegmentError) -> [Pair] {
        let count = try readCount()
        var (developers, repositories) = (try readColumn(), try readColumn())
        var (low, high, counts) = (try readColumn(), try readColumn(), try readColumn())
        var pairs: [Pair] = []
        pairs.reserveCapacity(count + count / 16)
        var (developer, repository): (Int64, Int64) = (0, 0)
        while pairs.count < count {
            developer = developer &+ (try developers.readSigned())
            let length = try developers.readUInt64()
            guard length > 0, length <= UInt64(count - pairs.count) else {
                throw SegmentError("there are more or fewer pairs than counted")
            }
            for _ in 0..<length {
                repository = repository &+ (try repositories.readSigned())
                let marks = UInt16(try low.readByte()) | UInt16(try high.readByte()) << 8
                pairs.append(
                    Pair(
                        developer: DeveloperID(rawValue: developer),
                        repository: RepositoryID(rawValue: repository),
                        counts: try counts.readCounts(marks),
                        isValid: marks & Marks.isValid != 0,
                        isActive: marks & Marks.isActive != 0,
                        isBot: marks & Marks.isBot != 0
                    )
                )
            }
        }
        guard developers.isAtEnd, repositories.isAtEnd, low.isAtEnd, high.isAtEnd, counts.isAtEnd else {
            throw SegmentError("a column of pairs goes on behind its end")
        }
        return pairs
    }

    private mutating func readCounts(_ marks: UInt16) throws(SegmentError) -> ActivityCounts {
        guard marks & ~Marks.all == 0 else { throw SegmentError("a pair has an unknown mark") }
        var counts = ActivityCounts()
        for (counter, mark) in Marks.counters where marks & mark != 0 {
            guard let count = UInt32(exactly: try readUInt64()) else { throw SegmentError("a count is too large") }
            counts[counter] = count
        }
        return counts
    }
}
