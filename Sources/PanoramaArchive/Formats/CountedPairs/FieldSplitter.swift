// SPDX-License-Identifier: Apache-2.0

/// Splits a record of a CSV file (RFC 4180) into fields without making a `String` of any.
///
/// A record does not span lines. One without quotes is split where it lies; one with quotes is written into a buffer
/// without them first.
@safe struct FieldSplitter: ~Copyable {
    private var ranges: [Range<Int>]
    private var source: UnsafeRawBufferPointer
    private var unquoted: UnsafeMutableRawBufferPointer
    /// The number of fields of the record; of one with too many, one more than expected.
    private(set) var count = 0

    /// - Parameter expected: the number of fields of a good record.
    init(expected: Int) {
        ranges = Array(repeating: 0..<0, count: expected)
        unsafe source = UnsafeRawBufferPointer(start: nil, count: 0)
        unsafe unquoted = .allocate(byteCount: 1 << 10, alignment: 1)
    }

    deinit { unsafe unquoted.deallocate() }

    /// A field of the record; it holds until the next is split or the record's bytes go.
    subscript(_ index: Int) -> UnsafeRawBufferPointer {
        unsafe UnsafeRawBufferPointer(rebasing: source[ranges[index]])
    }

    /// Splits a record.
    ///
    /// - Returns: false when a quote is not closed or stands amid a field.
    mutating func split(_ record: UnsafeRawBufferPointer) -> Bool {
        unsafe source = record
        count = 0
        var start = 0
        for index in record.indices {
            let byte = unsafe record[index]
            if byte == UInt8(ascii: ",") {
                add(start..<index)
                start = index + 1
            } else if byte == UInt8(ascii: "\"") {
                return unsafe splitQuoted(record)
            }
        }
        add(start..<record.count)
        return true
    }

    private mutating func add(_ range: Range<Int>) {
        if count < ranges.count { ranges[count] = range }
        count = min(count + 1, ranges.count + 1)
    }

    private mutating func splitQuoted(_ record: UnsafeRawBufferPointer) -> Bool {
        if unsafe record.count > unquoted.count {
            unsafe unquoted.deallocate()
            unsafe unquoted = .allocate(byteCount: record.count, alignment: 1)
        }
        unsafe source = UnsafeRawBufferPointer(unquoted)
        count = 0
        var (start, end) = (0, 0)
        var isQuoted = false
        var isClosed = false
        var index = 0
        while index < record.count {
            let byte = unsafe record[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\"") where isQuoted:
                if index < record.count, unsafe record[index] == byte {
                    index += 1
                } else {
                    isQuoted = false
                    isClosed = true
                    continue
                }
            case UInt8(ascii: ",") where !isQuoted:
                add(start..<end)
                start = end
                isClosed = false
                continue
            case UInt8(ascii: "\""):
                guard end == start, !isClosed else { return false }
                isQuoted = true
                continue
            default:
                guard !isClosed else { return false }
            }
            unsafe unquoted[end] = byte
            end += 1
        }
        add(start..<end)
        return !isQuoted
    }
}
