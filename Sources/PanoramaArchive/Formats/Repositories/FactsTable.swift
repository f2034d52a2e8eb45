// SPDX-License-Identifier: Apache-2.0

import CSimdjson
import PanoramaModel

/// What a file says of repositories, the newest of each kept.
///
/// Open addressing over numbers. The texts of a repository lie in one arena of bytes, in the form they are packed in: no
/// `String` is made while a file is read, and bytes are copied only when an observation is newer than what is held. The
/// rare observation that neither covers what is held nor is covered by it is merged by ``RepositoryFacts/merge(_:)``.
struct FactsTable {
    private struct Entry {
        var head: FactsWriter.Head
        /// Where its texts are.
        var texts: Range<Int>
        /// Bytes that may be used from their start on.
        var room: Int
    }

    private let hash = SeededHash()
    private var entries: [Entry] = []
    private var slots: [Int32]
    private var arena: [UInt8] = []
    /// Bytes of the arena that no entry uses.
    private var unused = 0
    private var rest: [Int64: RepositoryFacts] = [:]
    private var scratch = ByteWriter()

    init() {
        slots = Array(repeating: -1, count: 1 << 10)
    }

    /// Whether nothing was observed.
    var isEmpty: Bool { entries.isEmpty }

    /// Notes what was said of a repository at a time, in seconds since 1970-01-01T00:00:00Z; one that has no number or no
    /// name is passed over.
    ///
    /// - Complexity: O(1) expected, and the length of the texts when it is newer than what is held.
    mutating func observe(_ repository: panorama_repository, seen: Int64) {
        guard unsafe repository.id > 0, unsafe repository.hasName else { return }
        let id = unsafe repository.id
        var slot = slot(of: id)
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if entries[index].head.id == id {
                unsafe update(index, repository, seen)
                return
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        guard let next = Int32(exactly: entries.count) else { return }
        slots[slot] = next
        let head = unsafe write(repository, seen)
        entries.append(Entry(head: head, texts: arena.count..<arena.count, room: 0))
        place(entries.count - 1, head)
        if entries.count * 2 > slots.count { grow() }
    }

    /// The facts, by the repositories' numbers.
    func facts() -> [RepositoryFacts] {
        order.map { index in
            var facts = materialised(entries[index])
            if let other = rest[facts.id.rawValue] { facts.merge(other) }
            return facts
        }
    }

    /// The facts as ``FactsCodec/decode(_:)`` reads them, without a detour over texts.
    func packed() throws(SegmentError) -> [UInt8] {
        var writer = FactsWriter(count: entries.count)
        for index in order {
            let entry = entries[index]
            if let other = rest[entry.head.id] {
                var facts = materialised(entry)
                facts.merge(other)
                writer.write(facts)
            } else {
                writer.write(entry.head, texts: arena[entry.texts])
            }
        }
        return try writer.sealed()
    }

    private var order: [Int] { entries.indices.sorted { entries[$0].head.id < entries[$1].head.id } }

    private mutating func update(_ index: Int, _ repository: panorama_repository, _ seen: Int64) {
        let held = entries[index].head
        if seen < held.seen, unsafe held.given.facts.isSuperset(of: repository.given.facts) { return }
        let head = unsafe write(repository, seen)
        if seen > held.seen {
            if !head.given.facts.isSuperset(of: held.given.facts) { setAside(materialised(entries[index])) }
            place(index, head)
        } else if head != held || !scratch.bytes.elementsEqual(arena[entries[index].texts]) {
            setAside(materialised(head, scratch.bytes[...]))
        }
    }

    private mutating func setAside(_ facts: RepositoryFacts) {
        rest[facts.id.rawValue, default: facts].merge(facts)
    }

    /// Writes the texts to the scratch pad.
    private mutating func write(_ repository: panorama_repository, _ seen: Int64) -> FactsWriter.Head {
        scratch.removeAll()
        return unsafe repository.write(to: &scratch, seen: seen)
    }

    /// Gives an entry what the scratch pad holds.
    private mutating func place(_ index: Int, _ head: FactsWriter.Head) {
        let count = scratch.bytes.count
        entries[index].head = head
        let start = entries[index].texts.lowerBound
        if count <= entries[index].room {
            arena.replaceSubrange(start..<(start + count), with: scratch.bytes)
            entries[index].texts = start..<(start + count)
        } else {
            unused += entries[index].room
            entries[index].texts = arena.count..<(arena.count + count)
            entries[index].room = count
            arena.append(contentsOf: scratch.bytes)
            if unused > 1 << 20, unused > arena.count / 2 { compact() }
        }
    }

    private mutating func compact() {
        var fresh: [UInt8] = []
        fresh.reserveCapacity(arena.count - unused)
        for index in entries.indices {
            let texts = arena[entries[index].texts]
            entries[index].texts = fresh.count..<(fresh.count + texts.count)
            entries[index].room = texts.count
            fresh.append(contentsOf: texts)
        }
        arena = fresh
        unused = 0
    }

    private func materialised(_ entry: Entry) -> RepositoryFacts { materialised(entry.head, arena[entry.texts]) }

    private func materialised(_ head: FactsWriter.Head, _ texts: ArraySlice<UInt8>) -> RepositoryFacts {
        var reader = ByteReader(Array(texts))
        // The texts are the table's own and in order; were they not, the numbers would stand alone.
        return (try? FactsCodec.facts(head, &reader))
            ?? RepositoryFacts(id: RepositoryID(rawValue: head.id), seen: head.seen)
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for (index, entry) in entries.enumerated() {
            var slot = slot(of: entry.head.id)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(truncatingIfNeeded: index)
        }
    }

    private func slot(of id: Int64) -> Int { Int(truncatingIfNeeded: hash.of(id)) & (slots.count - 1) }
}
