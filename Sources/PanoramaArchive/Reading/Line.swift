// SPDX-License-Identifier: Apache-2.0

/// A line of a file's content, without its line feed.
@safe struct Line {
    /// The bytes, which hold until the next line is read; ``LineReader/padding`` readable bytes follow them.
    let bytes: UnsafeRawBufferPointer
    /// The number of the line, from 1.
    let number: Int
    /// Where it starts, in bytes of the inflated content.
    let offset: Int
    /// Whether a line feed closed it; only the last line of a content may lack it.
    let isTerminated: Bool
    /// The line was longer than allowed and its bytes are only the beginning.
    let isTooLong: Bool
}

extension Line {
    /// The bytes without a byte-order mark on the first line and without white space around.
    var content: UnsafeRawBufferPointer { unsafe UnsafeRawBufferPointer(rebasing: bytes[contentRange]) }

    /// The bytes before ``content``.
    var indent: Int { contentRange.lowerBound }

    private var contentRange: Range<Int> {
        var range = unsafe bytes.indices
        if number == 1, range.count >= 3, unsafe bytes[0] == 0xef, unsafe bytes[1] == 0xbb, unsafe bytes[2] == 0xbf {
            range = 3..<range.upperBound
        }
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }
        while let first = range.first, unsafe isSpace(bytes[first]) { range = (first + 1)..<range.upperBound }
        while let last = range.last, unsafe isSpace(bytes[last]) { range = range.lowerBound..<last }
        return range
    }
}
