// SPDX-License-Identifier: Apache-2.0

/// A few observations of names that wait while the memory they need is fetched.
@safe struct NameQueue: ~Copyable {
    private static let capacity = 32
    /// The longest name; GitHub's own are at most 140 bytes.
    static let longest = 256

    /// An observation without its name.
    struct Item {
        var id: Int64
        var time: Int64
        var hash: UInt64
        var length: Int
    }

    private let items: UnsafeMutablePointer<Item>
    private let names: UnsafeMutableRawPointer
    /// The number of observations that wait.
    private(set) var count = 0

    init() {
        unsafe items = .allocate(capacity: Self.capacity)
        unsafe names = .allocate(byteCount: Self.capacity * Self.longest, alignment: 64)
    }

    deinit {
        unsafe items.deallocate()
        unsafe names.deallocate()
    }

    /// Whether no more observations can wait.
    var isFull: Bool { count == Self.capacity }

    /// Lets an observation wait; there must be room, and the name must not be longer than ``longest``.
    mutating func append(id: Int64, hash: UInt64, name: UnsafeRawBufferPointer, time: Int64) {
        precondition(count < Self.capacity && name.count <= Self.longest)
        unsafe (items + count).initialize(to: Item(id: id, time: time, hash: hash, length: name.count))
        if let base = name.baseAddress {
            unsafe (names + count * Self.longest).copyMemory(from: base, byteCount: name.count)
        }
        count += 1
    }

    /// Empties the queue.
    mutating func clear() { count = 0 }

    func item(_ index: Int) -> Item { unsafe items[index] }

    func name(_ index: Int) -> UnsafeRawBufferPointer {
        unsafe UnsafeRawBufferPointer(start: names + index * Self.longest, count: items[index].length)
    }
}
