// SPDX-License-Identifier: Apache-2.0

/// Appends numbers and texts to bytes, small numbers in few of them.
package struct ByteWriter {
    /// What was written so far.
    package private(set) var bytes: [UInt8] = []

    package init() {}

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
    package mutating func writeSigned(_ value: Int64) {
        write(UInt64(bitPattern: (value << 1) ^ (value >> 63)))
    }

    package mutating func write(_ byte: UInt8) { bytes.append(byte) }

    package mutating func write(_ value: Double) {
        unsafe withUnsafeBytes(of: value.bitPattern.littleEndian) { unsafe bytes.append(contentsOf: $0) }
    }

    package mutating func write(_ text: String) {
        write(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }
}
