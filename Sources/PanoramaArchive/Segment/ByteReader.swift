// SPDX-License-Identifier: Apache-2.0

/// Takes apart what ``ByteWriter`` wrote; damaged bytes give an error, never a trap.
package struct ByteReader {
    private let bytes: [UInt8]
    private let end: Int
    private var position: Int

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        (position, end) = (0, bytes.count)
    }

    /// Whether everything was taken.
    package var isAtEnd: Bool { position == end }

    @inline(__always)
    package mutating func readUInt64() throws(SegmentError) -> UInt64 {
        // Most numbers are small.
        guard position < end, bytes[position] < 0x80 else { return try readLong() }
        defer { position += 1 }
        return UInt64(bytes[position])
    }

    private mutating func readLong() throws(SegmentError) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while shift < 64 {
            let byte = try readByte()
            value |= UInt64(byte & 0x7f) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        throw SegmentError("a number is too long at byte \(position)")
    }

    /// A count of things that take at least one byte each, so a damaged one cannot ask for more memory than there is.
    package mutating func readCount() throws(SegmentError) -> Int {
        let value = try readUInt64()
        guard value <= UInt64(end - position) else {
            throw SegmentError("a count is larger than the data at byte \(position)")
        }
        return Int(value)
    }

    /// A count of things that take at least so many bytes each.
    package mutating func readCount(ofBytes size: Int) throws(SegmentError) -> Int {
        let value = try readCount()
        guard value <= (end - position) / max(size, 1) else {
            throw SegmentError("a count is larger than the data at byte \(position)")
        }
        return value
    }

    /// A number of things that were counted; one that nobody can have counted is no good, so that sums of these don't
    /// overflow.
    package mutating func readAmount() throws(SegmentError) -> Int {
        let value = try readUInt64()
        guard value < 1 << 48 else { throw SegmentError("an amount is too large at byte \(position)") }
        return Int(value)
    }

    package mutating func readSigned() throws(SegmentError) -> Int64 {
        Int64(zigzag: try readUInt64())
    }

    @inline(__always)
    package mutating func readByte() throws(SegmentError) -> UInt8 {
        guard position < end else { throw endsEarly }
        defer { position += 1 }
        return bytes[position]
    }

    private var endsEarly: SegmentError { SegmentError("the data ends early at byte \(position)") }

    package mutating func readDouble() throws(SegmentError) -> Double {
        let start = position
        try skip(MemoryLayout<UInt64>.size)
        // The bytes are there, or there is an error.
        let pattern = unsafe bytes.withUnsafeBytes { unsafe $0.loadUnaligned(fromByteOffset: start, as: UInt64.self) }
        return Double(bitPattern: UInt64(littleEndian: pattern))
    }

    /// Whole numbers from 0 to below a bound, as ``ByteWriter/write(planes:below:)`` laid them out.
    package mutating func readPlanes(count: Int, below bound: Int) throws(SegmentError) -> [Int] {
        var values = [Int](repeating: 0, count: count)
        for shift in ByteWriter.shifts(below: bound) {
            guard count <= end - position else { throw SegmentError("the data ends early at byte \(position)") }
            for index in values.indices { values[index] |= Int(bytes[position + index]) << shift }
            position += count
        }
        guard values.allSatisfy({ $0 < bound }) else { throw SegmentError("a place is out of range") }
        return values
    }

    /// Passes over bytes.
    mutating func skip(_ count: Int) throws(SegmentError) {
        guard count >= 0, count <= end - position else {
            throw SegmentError("the data ends early at byte \(position)")
        }
        position += count
    }

    /// Passes over whole numbers, whether they are too long or not.
    mutating func skipNumbers(_ count: Int) throws(SegmentError) {
        var rest = count
        while rest > 0 { if try readByte() < 0x80 { rest -= 1 } }
    }

    /// A number of bytes.
    mutating func readBytes(count: Int) throws(SegmentError) -> [UInt8] {
        let start = position
        try skip(count)
        return Array(bytes[start..<position])
    }

    /// The places of bytes that stand behind their number.
    mutating func readRange() throws(SegmentError) -> Range<Int> {
        let count = try readCount()
        let start = position
        try skip(count)
        return start..<position
    }

    package mutating func readText() throws(SegmentError) -> String {
        try readText(count: try readCount())
    }

    /// A text of a number of bytes.
    package mutating func readText(count: Int) throws(SegmentError) -> String {
        guard count >= 0, count <= end - position else {
            throw SegmentError("a text is longer than the data at byte \(position)")
        }
        defer { position += count }
        return String(decoding: bytes[position..<(position + count)], as: UTF8.self)
    }
}

/// A segment's bytes are not what was written.
package struct SegmentError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong and where.
    package var message: String

    package init(_ message: String) { self.message = message }

    package var description: String { message }
}
