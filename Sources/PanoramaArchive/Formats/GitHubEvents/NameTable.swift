// SPDX-License-Identifier: Apache-2.0

/// The names that ids bore in a file, each with the first and last time it was seen.
///
/// Open addressing over ids, names in one arena of bytes: no `String` is made while events are read.
struct NameTable {
    /// A name that an id bore.
    struct Entry {
        var id: Int64
        /// Where the name stands in the arena.
        var name: Range<Int>
        var first: Int64
        var last: Int64
    }

    /// What was observed, in the order of first sight.
    private(set) var entries: [Entry] = []
    /// The bytes of the names.
    private(set) var arena: [UInt8] = []
    private var slots: [Int32]

    init() {
        slots = Array(repeating: -1, count: 1 << 12)
    }

    /// Notes that an id bore a name at a time.
    ///
    /// - Complexity: O(1) expected, and the length of the name.
    mutating func observe(id: Int64, name: UnsafeRawBufferPointer, time: Int64) {
        guard name.count > 0 else { return }
        var slot = Self.hash(id) & (slots.count - 1)
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if entries[index].id == id, unsafe isEqual(entries[index].name, name) {
                if time < entries[index].first { entries[index].first = time }
                if time > entries[index].last { entries[index].last = time }
                return
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        guard entries.count < Int32.max else { return }
        slots[slot] = Int32(entries.count)
        let start = arena.count
        unsafe arena.append(contentsOf: name)
        entries.append(Entry(id: id, name: start..<arena.count, first: time, last: time))
        if entries.count * 2 > slots.count { grow() }
    }

    /// The places of the entries by id, then name.
    var order: [Int32] {
        var order = RadixOrder.ascending(entries.map { UInt64(ordered: $0.id) })
        // Few ids bore several names in one file: runs of equal ids are short.
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, entries[Int(order[end])].id == entries[Int(order[start])].id { end += 1 }
            if end - start > 1 {
                order[start..<end].sort { left, right in
                    arena[entries[Int(left)].name].lexicographicallyPrecedes(arena[entries[Int(right)].name])
                }
            }
            start = end
        }
        return order
    }

    private func isEqual(_ range: Range<Int>, _ name: UnsafeRawBufferPointer) -> Bool {
        guard range.count == name.count else { return false }
        return unsafe arena.withUnsafeBytes { bytes in
            unsafe UnsafeRawBufferPointer(rebasing: bytes[range]).elementsEqual(name)
        }
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for (index, entry) in entries.enumerated() {
            var slot = Self.hash(entry.id) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(index)
        }
    }

    /// Fibonacci hashing, as in Knuth's *The Art of Computer Programming*, section 6.4.
    private static func hash(_ id: Int64) -> Int {
        Int(truncatingIfNeeded: (UInt64(bitPattern: id) &* 0x9e37_79b9_7f4a_7c15) >> 32)
    }
}
