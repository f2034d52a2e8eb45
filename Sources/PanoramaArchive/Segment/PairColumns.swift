// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

// Pairs as columns: the number of pairs, then developers and repositories (differences, signed), flags (one byte), and one
// column per count. Columns of like numbers are what zstd packs well.

extension ByteWriter {
    /// Writes pairs in the order given; those by developer, then repository take least.
    mutating func write(_ pairs: some RandomAccessCollection<Pair>) {
        write(pairs.count)
        var developer: Int64 = 0
        var repository: Int64 = 0
        for pair in pairs {
            writeSigned(pair.developer.rawValue &- developer)
            writeSigned(pair.repository.rawValue &- repository)
            developer = pair.developer.rawValue
            repository = pair.repository.rawValue
        }
        for pair in pairs { write(UInt8((pair.isValid ? 1 : 0) | (pair.isActive ? 2 : 0) | (pair.isBot ? 4 : 0))) }
        for counter in ActivityCounts.Counter.allCases {
            for pair in pairs { write(UInt64(pair.counts[counter])) }
        }
    }
}

extension ByteReader {
    /// Reads pairs that ``ByteWriter`` wrote.
    mutating func readPairs() throws(SegmentError) -> [Pair] {
        let count = try readCount()
        var pairs: [Pair] = []
        pairs.reserveCapacity(count)
        var developer: Int64 = 0
        var repository: Int64 = 0
        for _ in 0..<count {
            developer = developer &+ (try readSigned())
            repository = repository &+ (try readSigned())
            pairs.append(
                Pair(developer: DeveloperID(rawValue: developer), repository: RepositoryID(rawValue: repository))
            )
        }
        for index in pairs.indices {
            let flags = try readByte()
            pairs[index].isValid = flags & 1 != 0
            pairs[index].isActive = flags & 2 != 0
            pairs[index].isBot = flags & 4 != 0
        }
        for counter in ActivityCounts.Counter.allCases {
            for index in pairs.indices {
                pairs[index].counts[counter] = UInt32(truncatingIfNeeded: try readUInt64())
            }
        }
        return pairs
    }
}
