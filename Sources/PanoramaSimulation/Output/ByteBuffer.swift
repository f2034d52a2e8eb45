// SPDX-License-Identifier: Apache-2.0

/// Bytes under construction: the only place of this module that touches raw memory.
///
/// Every append makes room first, so that nothing is ever written outside the allocation.
struct ByteBuffer: ~Copyable {
    private var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// The number of bytes.
    private(set) var count = 0

    /// Makes an empty buffer with room for some bytes.
    init(capacity: Int) {
        self.capacity = max(64, capacity)
        base = .allocate(capacity: self.capacity)
    }

    deinit { base.deallocate() }

    /// Forgets all bytes, keeps the room.
    mutating func removeAll() { count = 0 }

    /// Gives the bytes to a closure.
    func withBytes<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeBufferPointer(start: base, count: count))
    }

    /// Makes room for so many more bytes.
    @inline(__always)
    private mutating func reserve(_ bytes: Int) {
        if capacity - count < bytes { grow(bytes) }
    }

    @inline(never)
    private mutating func grow(_ bytes: Int) {
        capacity = max(capacity * 2, count + bytes)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: base, count: count)
        base.deallocate()
        base = larger
    }

    /// Appends a literal.
    @inline(__always)
    mutating func append(_ text: StaticString) {
        let length = text.utf8CodeUnitCount
        reserve(length)
        (base + count).update(from: text.utf8Start, count: length)
        count += length
    }

    /// Appends bytes.
    @inline(__always)
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        reserve(bytes.count)
        (base + count).update(from: start, count: bytes.count)
        count += bytes.count
    }

    /// Appends a range of the bytes of another buffer.
    mutating func append(_ other: borrowing ByteBuffer, _ range: Range<Int>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= other.count)
        append(UnsafeBufferPointer(start: other.base + range.lowerBound, count: range.count))
    }

    /// Appends a byte.
    @inline(__always)
    mutating func append(byte: UInt8) {
        reserve(1)
        base[count] = byte
        count += 1
    }

    /// Appends a whole number in decimal.
    mutating func append(decimal number: Int64) {
        reserve(20)
        var rest = number.magnitude
        if number < 0 { append(byte: 0x2d) }
        var digits = 1
        var limit: UInt64 = 10
        while digits < 20, rest >= limit {
            digits += 1
            let (product, overflow) = limit.multipliedReportingOverflow(by: 10)
            if overflow { break }
            limit = product
        }
        reserve(digits)
        var position = count + digits
        while position > count {
            position -= 1
            base[position] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        count += digits
    }

    /// Appends two decimal digits.
    mutating func append(twoDigits number: Int) {
        reserve(2)
        base[count] = 0x30 + UInt8(truncatingIfNeeded: number / 10 % 10)
        base[count + 1] = 0x30 + UInt8(truncatingIfNeeded: number % 10)
        count += 2
    }

    /// Appends the last so many of the 16 hexadecimal digits of a number.
    mutating func append(hexadecimal number: UInt64, digits: Int) {
        reserve(digits)
        for index in 0..<digits {
            let nibble = UInt8(truncatingIfNeeded: number >> UInt64(4 * (digits - 1 - index))) & 15
            base[count + index] = nibble < 10 ? 0x30 + nibble : 0x57 + nibble
        }
        count += digits
    }

    /// Appends the 40 hexadecimal digits that stand for a commit, found again from its key.
    mutating func append(sha key: UInt64) {
        var words = SplitMix(state: key)
        append(hexadecimal: words.next(), digits: 16)
        append(hexadecimal: words.next(), digits: 16)
        append(hexadecimal: words.next(), digits: 8)
    }

    /// Appends bytes as base64 with the alphabet for addresses and without padding (RFC 4648, section 5).
    mutating func append(base64 bytes: UnsafeBufferPointer<UInt8>) {
        var pending: UInt32 = 0
        var bits: UInt32 = 0
        for byte in bytes {
            pending = (pending << 8) | UInt32(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                append(byte: Self.base64Digit(UInt8(truncatingIfNeeded: pending >> bits) & 63))
            }
        }
        if bits > 0 { append(byte: Self.base64Digit(UInt8(truncatingIfNeeded: pending << (6 - bits)) & 63)) }
    }

    @inline(__always)
    private static func base64Digit(_ value: UInt8) -> UInt8 {
        switch value {
        case 0..<26: 0x41 + value
        case 26..<52: 0x61 + value - 26
        case 52..<62: 0x30 + value - 52
        case 62: 0x2d
        default: 0x5f
        }
    }
}
