// SPDX-License-Identifier: Apache-2.0

/// Counts pairs of names as bytes, so that none becomes a `String` before the end.
///
/// Open addressing over the names, which lie in one arena.
struct CountedNames: Sendable {
    private struct Entry {
        var first: Range<Int>
        var second: Range<Int>
        var count: Int
    }

    /// The most bytes kept of a name; longer ones that begin alike count as one.
    static let lengthLimit = 100
    /// The most pairs of names that are told apart.
    static let entryLimit = 1_000
    private static let slotCount = 4_096

    private var entries: [Entry] = []
    private var slots = [Int32](repeating: -1, count: slotCount)
    private var arena: [UInt8] = []
    /// How often pairs came for which there was no room.
    private(set) var furtherCount = 0

    /// Counts a pair of names.
    mutating func count(_ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer) {
        let first = unsafe Self.cut(first)
        let second = unsafe Self.cut(second)
        var slot = unsafe Self.hash(first, second) & (Self.slotCount - 1)
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if unsafe isEqual(entries[index].first, first), unsafe isEqual(entries[index].second, second) {
                entries[index].count += 1
                return
            }
            slot = (slot + 1) & (Self.slotCount - 1)
        }
        guard entries.count < Self.entryLimit else {
            furtherCount += 1
            return
        }
        slots[slot] = Int32(entries.count)
        entries.append(unsafe Entry(first: keep(first), second: keep(second), count: 1))
    }

    /// The pairs with their counts, the highest first, then by name.
    var counts: [EventCensus.Count] {
        entries.map { entry in
            EventCensus.Count(
                type: String(decoding: arena[entry.first], as: UTF8.self),
                action: entry.second.isEmpty ? nil : String(decoding: arena[entry.second], as: UTF8.self),
                events: entry.count
            )
        }
        .sorted { ($1.events, $0.type, $0.action ?? "") < ($0.events, $1.type, $1.action ?? "") }
    }

    private mutating func keep(_ name: UnsafeRawBufferPointer) -> Range<Int> {
        let start = arena.count
        unsafe arena.append(contentsOf: name)
        return start..<arena.count
    }

    private func isEqual(_ range: Range<Int>, _ name: UnsafeRawBufferPointer) -> Bool {
        guard range.count == name.count else { return false }
        for offset in 0..<name.count where unsafe arena[range.lowerBound + offset] != name[offset] { return false }
        return true
    }

    private static func cut(_ name: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        unsafe UnsafeRawBufferPointer(rebasing: name.prefix(lengthLimit))
    }

    /// 64-bit FNV-1a of both names with a byte between them that no name holds.
    private static func hash(_ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for index in first.indices { unsafe hash = (hash ^ UInt64(first[index])) &* 0x100_0000_01b3 }
        hash = (hash ^ 0xff) &* 0x100_0000_01b3
        for index in second.indices { unsafe hash = (hash ^ UInt64(second[index])) &* 0x100_0000_01b3 }
        return Int(truncatingIfNeeded: hash >> 32)
    }
}
