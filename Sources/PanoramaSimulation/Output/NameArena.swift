// SPDX-License-Identifier: Apache-2.0

/// A piece of a ``NameArena``.
struct Name: Equatable {
    fileprivate var offset: UInt32 = 0
    fileprivate var length: UInt16 = 0

    /// The number of bytes.
    var count: Int { Int(length) }
}

/// All names of a world, end to end in one array, so that writing one is a copy of bytes.
struct NameArena {
    private var bytes: [UInt8] = []

    /// Adds a text.
    mutating func add(_ text: String) -> Name { add(text.utf8) }

    /// Adds bytes; longer ones than 65,535 are cut.
    mutating func add(_ text: some Collection<UInt8>) -> Name {
        let name = Name(offset: UInt32(truncatingIfNeeded: bytes.count), length: UInt16(clamping: text.count))
        bytes.append(contentsOf: text.prefix(name.count))
        return name
    }

    /// Gives the bytes of a name to a closure.
    @inline(__always)
    func with<Result>(_ name: Name, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { all in
            body(UnsafeBufferPointer(rebasing: all[Int(name.offset)..<Int(name.offset) + Int(name.length)]))
        }
    }

    /// The name as text.
    func text(_ name: Name) -> String {
        with(name) { String(decoding: $0, as: UTF8.self) }
    }
}

extension ByteBuffer {
    /// Appends a name.
    @inline(__always)
    mutating func append(_ name: Name, _ arena: NameArena) {
        arena.with(name) { append($0) }
    }
}
