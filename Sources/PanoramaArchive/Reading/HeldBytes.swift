// SPDX-License-Identifier: Apache-2.0

/// The bytes of an object that spans lines, gathered up to a limit.
@safe struct HeldBytes: ~Copyable {
    private let limit: Int
    private var buffer: UnsafeMutableRawBufferPointer
    private var count = 0
    /// Where the object begins.
    private(set) var place = RecordSplitter.Place(line: 0, offset: 0)

    /// - Parameter limit: the most bytes gathered.
    init(limit: Int) {
        self.limit = limit
        unsafe buffer = .allocate(byteCount: LineReader.padding, alignment: 64)
    }

    deinit { unsafe buffer.deallocate() }

    /// Whether nothing was gathered since ``begin(at:)``.
    var isEmpty: Bool { count == 0 }

    /// Starts with an object.
    mutating func begin(at place: RecordSplitter.Place) {
        self.place = place
        count = 0
    }

    /// Adds part of a line, and the line feed that ended it.
    ///
    /// - Returns: false when that would be too much; nothing is added then.
    mutating func append(_ part: UnsafeRawBufferPointer) -> Bool {
        guard part.count < limit - count else { return false }
        reserve(count + part.count + 1)
        unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[count...]).copyMemory(from: part)
        count += part.count
        unsafe buffer[count] = UInt8(ascii: "\n")
        count += 1
        return true
    }

    /// The bytes, with ``LineReader/padding`` zeros behind them; they hold until the next change.
    func padded() -> UnsafeRawBufferPointer {
        unsafe buffer[count..<(count + LineReader.padding)].initializeMemory(as: UInt8.self, repeating: 0)
        return unsafe UnsafeRawBufferPointer(rebasing: buffer[..<count])
    }

    private mutating func reserve(_ needed: Int) {
        guard unsafe needed + LineReader.padding > buffer.count else { return }
        let larger = unsafe UnsafeMutableRawBufferPointer.allocate(
            byteCount: max(needed + LineReader.padding, buffer.count * 2),
            alignment: 64
        )
        unsafe larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        unsafe buffer.deallocate()
        unsafe buffer = larger
    }
}
