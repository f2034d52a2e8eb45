// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

// Pairs as columns, each behind its length: developers (differences) with the number of pairs that follow one another of
// each, places of repositories (differences within a developer), two columns of marks, counts. The marks of a pair are three
// flags and a bit for every count that is not 0, of which most are; only those that are not are written. Columns of like
// numbers are what zstd packs well, and all of them are read in one go.

/// What a pair has, a bit each.
private enum Marks {
    static let isValid: UInt16 = 1
    static let isActive: UInt16 = 2
    static let isBot: UInt16 = 4
    /// The first of the counts; those that are marked follow.
    static let firstCount: UInt16 = 3
    static let all: UInt16 = 1 << (firstCount + UInt16(ActivityCounts().values.count)) - 1
}

extension PairList.Block {
    /// Packs pairs that are sorted by developer, then repository; repositories are places in a table.
    ///
    /// - Complexity: O(pairs).
    init(_ pairs: [Pair]) {
        var (developers, repositories, counts) = (ByteWriter(), [UInt64](), [UInt64]())
        repositories.reserveCapacity(pairs.count)
        counts.reserveCapacity(pairs.count + pairs.count / 2)
        var (low, high) = ([UInt8](repeating: 0, count: pairs.count), [UInt8](repeating: 0, count: pairs.count))
        var (previous, place): (Int64, Int64) = (0, 0)
        var start = 0
        for index in pairs.indices {
            if index == 0 || pairs[index].developer.rawValue != previous {
                if index > 0 { developers.write(index - start) }
                developers.writeSigned(pairs[index].developer.rawValue &- previous)
                (previous, start, place) = (pairs[index].developer.rawValue, index, 0)
            }
            repositories.append(UInt64(bitPattern: pairs[index].repository.rawValue &- place))
            place = pairs[index].repository.rawValue
            let marks = pairs[index].marks(&counts)
            low[index] = UInt8(truncatingIfNeeded: marks)
            high[index] = UInt8(truncatingIfNeeded: marks >> 8)
        }
        if !pairs.isEmpty { developers.write(pairs.count - start) }
        var columns = ByteWriter()
        columns.write(column: developers.bytes)
        columns.write(column: ByteWriter(all: repositories).bytes)
        columns.write(column: low)
        columns.write(column: high)
        columns.write(column: ByteWriter(all: counts).bytes)
        developer = pairs.first?.developer.rawValue ?? 0
        (count, self.columns) = (pairs.count, columns.bytes)
    }

    /// Unpacks the pairs in place of others; repositories are places in a table.
    ///
    /// - Parameters:
    ///   - repositoryCount: the number of repositories in the table.
    ///   - pairs: what to fill.
    /// - Throws: ``SegmentError`` when the columns are damaged.
    /// - Complexity: O(pairs).
    func unpack(_ repositoryCount: Int, into pairs: inout [Pair]) throws(SegmentError) {
        var reader = ByteReader(columns)
        var (developers, repositories) = (try reader.readRange(), try reader.readRange())
        let (low, high) = (try reader.readRange(), try reader.readRange())
        var counts = try reader.readRange()
        guard reader.isAtEnd, low.count == count, high.count == count else {
            throw SegmentError("columns of pairs don't belong together")
        }
        pairs.resize(to: count)
        let bytes = columns.span
        var places = pairs.mutableSpan
        var (index, developer): (Int, Int64) = (0, 0)
        while index < count {
            let last = developer
            developer = developer &+ Int64(zigzag: try bytes.number(&developers))
            guard index == 0 ? developer == self.developer : developer > last else {
                throw SegmentError("developers are out of order")
            }
            let length = try bytes.number(&developers)
            guard length > 0, length <= UInt64(count - index) else {
                throw SegmentError("there are more or fewer pairs than counted")
            }
            var place: UInt64 = 0
            for number in 0..<length {
                let step = try bytes.number(&repositories)
                guard step < UInt64(repositoryCount) - place, step > 0 || number == 0 else {
                    throw SegmentError("a place is out of range or out of order")
                }
                place += step
                let marks = UInt16(bytes[low.lowerBound + index]) | UInt16(bytes[high.lowerBound + index]) << 8
                places[index] = Pair(
                    developer: DeveloperID(rawValue: developer),
                    repository: RepositoryID(rawValue: Int64(bitPattern: place)),
                    counts: try bytes.counts(marks, &counts),
                    isValid: marks & Marks.isValid != 0,
                    isActive: marks & Marks.isActive != 0,
                    isBot: marks & Marks.isBot != 0
                )
                index += 1
            }
        }
        guard developers.isEmpty, repositories.isEmpty, counts.isEmpty else {
            throw SegmentError("a column of pairs goes on behind its end")
        }
    }
}

extension [Pair] {
    /// Makes room for a number of pairs, all of which are to be written.
    fileprivate mutating func resize(to size: Int) {
        if count > size {
            removeLast(count - size)
        } else {
            let blank = Pair(developer: DeveloperID(rawValue: 0), repository: RepositoryID(rawValue: 0))
            append(contentsOf: repeatElement(blank, count: size - count))
        }
    }
}

extension Pair {
    /// What it has, a bit each; counts that are not 0 are added.
    @inline(__always)
    fileprivate func marks(_ counts: inout [UInt64]) -> UInt16 {
        var marks: UInt16 = 0
        if isValid { marks |= Marks.isValid }
        if isActive { marks |= Marks.isActive }
        if isBot { marks |= Marks.isBot }
        let values = self.counts.values
        for index in values.indices where values[index] > 0 {
            marks |= 1 << (Marks.firstCount + UInt16(index))
            counts.append(UInt64(values[index]))
        }
        return marks
    }
}

extension Span<UInt8> {
    /// Takes the next number of a column, as ``ByteWriter`` wrote it.
    @inline(__always)
    fileprivate func number(_ column: inout Range<Int>) throws(SegmentError) -> UInt64 {
        var (value, shift): (UInt64, UInt64) = (0, 0)
        var place = column.lowerBound
        while place < column.upperBound, shift < 64 {
            let byte = self[place]
            place += 1
            value |= UInt64(byte & 0x7f) << shift
            if byte < 0x80 {
                column = place..<column.upperBound
                return value
            }
            shift += 7
        }
        throw SegmentError("a column ends early or a number is too long at byte \(place)")
    }

    /// Takes the counts that are marked.
    @inline(__always)
    fileprivate func counts(_ marks: UInt16, _ column: inout Range<Int>) throws(SegmentError) -> ActivityCounts {
        guard marks & ~Marks.all == 0 else { throw SegmentError("a pair has an unknown mark") }
        var values = InlineArray<10, UInt32>(repeating: 0)
        var rest = marks >> Marks.firstCount
        while rest != 0 {
            guard let count = UInt32(exactly: try number(&column)) else { throw SegmentError("a count is too large") }
            values[rest.trailingZeroBitCount] = count
            rest &= rest - 1
        }
        return ActivityCounts(values: values)
    }
}
