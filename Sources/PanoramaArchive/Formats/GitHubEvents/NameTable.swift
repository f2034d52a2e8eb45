// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// The names that ids bore in a file, each with the first and last time it was seen.
///
/// Open addressing over ids, names in one arena of bytes: no `String` is made while events are read.
struct NameTable {
    private struct Entry {
        var id: Int64
        var name: Range<Int>
        var first: Int64
        var last: Int64
    }

    private var entries: [Entry] = []
    private var slots: [Int32] = []
    private var arena: [UInt8] = []

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
        slots[slot] = Int32(entries.count)
        let start = arena.count
        unsafe arena.append(contentsOf: name)
        entries.append(Entry(id: id, name: start..<arena.count, first: time, last: time))
        if entries.count * 2 > slots.count { grow() }
    }

    /// The observations, by id, then name.
    func observations() -> [NameObservation] {
        entries.map { entry in
            NameObservation(
                id: entry.id,
                name: String(decoding: arena[entry.name], as: UTF8.self),
                first: entry.first,
                last: entry.last
            )
        }
        .sorted { ($0.id, $0.name) < ($1.id, $1.name) }
    }

    private func isEqual(_ range: Range<Int>, _ name: UnsafeRawBufferPointer) -> Bool {
        guard range.count == name.count else { return false }
        for offset in 0..<name.count where unsafe arena[range.lowerBound + offset] != name[offset] { return false }
        return true
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

/// A name that an id bore.
package struct NameObservation: Hashable, Sendable {
    /// GitHub's number of the account or repository.
    package var id: Int64
    /// The login or `owner/name`.
    package var name: String
    /// When it was first seen, in seconds since 1970-01-01T00:00:00Z.
    package var first: Int64
    /// When it was last seen.
    package var last: Int64

    package init(id: Int64, name: String, first: Int64, last: Int64) {
        self.id = id
        self.name = name
        self.first = first
        self.last = last
    }
}
