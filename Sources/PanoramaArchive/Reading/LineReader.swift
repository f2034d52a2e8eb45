// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Splits content into lines with one buffer that grows to the longest line, up to a limit.
///
/// Lines beyond the limit are passed over in bounded memory and reported as too long.
@safe struct LineReader: ~Copyable {
    /// Bytes readable behind every line, as the parsers of JSON need them.
    static let padding = 64
    /// The longest line, in bytes.
    static let limit = 64 << 20
    private static let firstCapacity = 256 << 10

    private let content: ContentStream
    private let limit: Int
    private var buffer: UnsafeMutableRawBufferPointer
    private var filled = 0
    private var start = 0
    private var searched = 0
    private var isAtEnd = false
    private var lineNumber = 0
    /// Bytes of content before the buffer's first.
    private var base = 0

    init(_ content: ContentStream, limit: Int = LineReader.limit) {
        self.content = content
        self.limit = limit
        unsafe buffer = .allocate(byteCount: Self.firstCapacity + Self.padding, alignment: 64)
    }

    deinit { unsafe buffer.deallocate() }

    /// The comment of the file's gzip header.
    var comment: String? { content.comment }

    /// Whether the content is compressed, so that its end is known to be one.
    var isCompressed: Bool { content.isCompressed }

    /// Bytes behind the gzip data that are neither padding nor more of it.
    var trailingBytes: Int { content.trailingBytes }

    /// The number of lines handed out.
    var lineCount: Int { lineNumber }

    /// The size of the content so far.
    var byteCount: Int { base + filled }

    /// The first bytes of the content, up to a number; to be asked for before any line.
    ///
    /// - Throws: what reading throws.
    mutating func head(_ length: Int) throws(ArchiveError) -> [UInt8] {
        if filled == 0, !isAtEnd { try fill() }
        return unsafe Array(buffer[0..<min(length, filled)])
    }

    /// The next line; `nil` at the end of the content.
    mutating func next() throws(ArchiveError) -> Line? {
        while true {
            let unsearched = unsafe UnsafeRawBufferPointer(rebasing: buffer[searched..<filled])
            if let found = unsafe lineFeed(in: unsearched) { return line(to: searched + found, isTerminated: true) }
            searched = filled
            if isAtEnd {
                return start < filled ? line(to: filled, isTerminated: false) : nil
            }
            if filled - start >= limit {
                return try passOverLongLine()
            }
            try fill()
        }
    }

    /// The next line that holds more than white space; `nil` at the end of the content.
    mutating func nextWithContent() throws(ArchiveError) -> Line? {
        while let line = try next() {
            if unsafe line.isTooLong || !line.content.isEmpty { return line }
        }
        return nil
    }

    private mutating func line(to end: Int, isTerminated: Bool, isTooLong: Bool = false) -> Line {
        lineNumber += 1
        defer {
            start = min(end + 1, filled)
            searched = start
        }
        return unsafe Line(
            bytes: UnsafeRawBufferPointer(rebasing: buffer[start..<end]),
            number: lineNumber,
            offset: base + start,
            isTerminated: isTerminated,
            isTooLong: isTooLong
        )
    }

    /// Makes room and reads on; marks the end of the content.
    private mutating func fill() throws(ArchiveError) {
        if start > 0 {
            let rest = filled - start
            unsafe buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[start..<filled]))
            base += start
            searched -= start
            start = 0
            filled = rest
        }
        var capacity = unsafe buffer.count - Self.padding
        if filled > capacity / 2 {
            capacity *= 2
            let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity + Self.padding, alignment: 64)
            unsafe larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[0..<filled]))
            unsafe buffer.deallocate()
            unsafe buffer = larger
        }
        let room = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<capacity])
        let count = try unsafe content.read(into: room)
        isAtEnd = count < room.count
        filled += count
        unsafe buffer[filled..<(filled + Self.padding)].initializeMemory(as: UInt8.self, repeating: 0)
    }

    private func lineFeed(in bytes: UnsafeRawBufferPointer) -> Int? {
        guard let base = bytes.baseAddress, let found = unsafe memchr(base, 0x0a, bytes.count) else { return nil }
        return unsafe UnsafeRawPointer(found) - base
    }

    /// Drops a line that is beyond the limit, to its end, and returns its beginning.
    private mutating func passOverLongLine() throws(ArchiveError) -> Line {
        let offset = base + start
        while true {
            base += filled
            filled = 0
            start = 0
            let room = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[0..<(buffer.count - Self.padding)])
            filled = try unsafe content.read(into: room)
            isAtEnd = filled < room.count
            let found = unsafe lineFeed(in: UnsafeRawBufferPointer(rebasing: room[0..<filled]))
            if found != nil || isAtEnd {
                lineNumber += 1
                start = found.map { $0 + 1 } ?? filled
                searched = start
                return unsafe Line(
                    bytes: UnsafeRawBufferPointer(rebasing: buffer[0..<0]),
                    number: lineNumber,
                    offset: offset,
                    isTerminated: found != nil,
                    isTooLong: true
                )
            }
        }
    }
}
