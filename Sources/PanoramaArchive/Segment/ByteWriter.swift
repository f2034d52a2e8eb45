// SPDX-License-Identifier: Apache-2.0

/// Appends numbers and texts to bytes, small numbers in few of them.
package struct ByteWriter {
    /// What was written so far.
    package private(set) var bytes: [UInt8] = []

    package init() {}

    /// Starts with numbers one after the other.
    init(all values: [UInt64]) { write(all: values) }

    /// A number in groups of seven bits, lowest first (LEB128).
    package mutating func write(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    package mutating func write(_ value: Int) { write(UInt64(bitPattern: Int64(value))) }

    /// A signed number, small magnitudes in few bytes.
    package mutating func writeSigned(_ value: Int64) { write(UInt64(zigzag: value)) }

    /// Numbers one after the other, as ``write(_:)-(UInt64)`` writes each.
    package mutating func write(all values: [UInt64]) {
        bytes += unsafe [UInt8](unsafeUninitializedCapacity: values.count * UInt64.longestLEB128) { buffer, count in
            for value in values {
                var rest = value
                while rest >= 0x80 {
                    unsafe buffer[count] = UInt8(truncatingIfNeeded: rest) | 0x80
                    rest >>= 7
                    count += 1
                }
                unsafe buffer[count] = UInt8(truncatingIfNeeded: rest)
                count += 1
            }
        }
    }

    package mutating func write(_ byte: UInt8) { bytes.append(byte) }

    package mutating func write(_ value: Double) {
        unsafe withUnsafeBytes(of: value.bitPattern.littleEndian) { unsafe bytes.append(contentsOf: $0) }
    }

    /// Whole numbers from 0 to below a bound, as many bytes each as the bound needs: first all highest bytes, last all
    /// lowest ones.
    package mutating func write(planes values: [Int32], below bound: Int) {
        for shift in Self.shifts(below: bound) {
            bytes.append(contentsOf: values.lazy.map { UInt8(truncatingIfNeeded: $0 >> Int32(shift)) })
        }
    }

    /// How far the bytes of numbers below a bound are shifted, the highest first.
    static func shifts(below bound: Int) -> [Int] {
        Array(stride(from: 0, to: Int.bitWidth - max(bound - 1, 0).leadingZeroBitCount, by: 8).reversed())
    }

    /// Bytes as they are, without their number.
    package mutating func write(bytes added: some Collection<UInt8>) { bytes.append(contentsOf: added) }

    /// Bytes behind their number, so that they can be passed over.
    mutating func write(column: [UInt8]) {
        write(column.count)
        bytes += column
    }

    package mutating func write(_ text: String) {
        write(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    /// A text that is given as bytes.
    mutating func write(_ text: UnsafeRawBufferPointer) {
        write(text.count)
        unsafe write(bytes: text)
    }

    /// Starts anew, with the memory it has.
    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
}

extension UInt64 {
    /// The most bytes that a number takes in groups of seven bits.
    fileprivate static let longestLEB128 = 10

    /// A signed number as an unsigned one, small magnitudes as small numbers.
    init(zigzag value: Int64) {
        self = UInt64(bitPattern: (value << 1) ^ (value >> 63))
    }
}

extension Int64 {
    /// The signed number that ``Swift/UInt64/init(zigzag:)`` made an unsigned one of.
    init(zigzag value: UInt64) {
        self = Int64(bitPattern: (value >> 1) ^ (0 &- (value & 1)))
    }
}
