// SPDX-License-Identifier: Apache-2.0

/// A few observations of names that wait while the memory they need is fetched.
@safe struct NameQueue: ~Copyable {
    private static let capacity = 16
    private static let longest = 224

    private struct Item {
        var id: Int64
        var time: Int64
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

    /// Lets an observation wait.
    ///
    /// - Returns: false when there is no room for it, because others wait or because its name is too long.
    mutating func append(id: Int64, name: UnsafeRawBufferPointer, time: Int64) -> Bool {
        guard count < Self.capacity, name.count <= Self.longest, let base = name.baseAddress else { return false }
        unsafe (items + count).initialize(to: Item(id: id, time: time, length: name.count))
        unsafe (names + count * Self.longest).copyMemory(from: base, byteCount: name.count)
        count += 1
        return true
    }

    /// Empties the queue.
    mutating func clear() { count = 0 }

    func id(_ index: Int) -> Int64 { unsafe items[index].id }

    func time(_ index: Int) -> Int64 { unsafe items[index].time }

    func name(_ index: Int) -> UnsafeRawBufferPointer {
        unsafe UnsafeRawBufferPointer(start: names + index * Self.longest, count: items[index].length)
    }
}
