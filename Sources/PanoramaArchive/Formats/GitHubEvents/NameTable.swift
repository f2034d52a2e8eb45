// SPDX-License-Identifier: Apache-2.0

import CSimdjson

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The names that ids bore in a file, each with the first and last time it was seen.
///
/// Open addressing over ids and names; no `String` is made while events are read. A full hour holds hundreds of thousands of names,
/// more than the caches: so observations wait in ``NameQueue`` while the memory they need is fetched, and an entry with its
/// name lies in one piece.
@safe struct NameTable: ~Copyable {
    /// A name that an id bore.
    struct Entry {
        var id: Int64
        var first: Int64
        var last: Int64
        /// The length of the name, whose bytes follow in the arena.
        var length: Int
    }

    /// Entries begin at multiples of this in the arena.
    private static let grain = 8

    private var queue = NameQueue()
    /// Per slot the upper half of the hash, and the grain at which the entry begins, plus one; 0 where it is free.
    private var slots: UnsafeMutablePointer<UInt64>
    private var slotCount = 1 << 8
    private var arena: UnsafeMutableRawPointer
    private var capacity = 1 << 13
    private var filled = 0
    private(set) var count = 0

    init() {
        unsafe slots = .allocate(capacity: slotCount)
        unsafe slots.initialize(repeating: 0, count: slotCount)
        unsafe arena = .allocate(byteCount: capacity, alignment: 64)
    }

    deinit {
        unsafe slots.deallocate()
        unsafe arena.deallocate()
    }

    /// Notes that an id bore a name at a time; what is longer than any name of GitHub's is passed over.
    ///
    /// - Complexity: O(1) expected, and the length of the name.
    mutating func observe(id: Int64, name: UnsafeRawBufferPointer, time: Int64) {
        guard name.count > 0, name.count <= NameQueue.longest else { return }
        let hash = unsafe hash(id, name)
        unsafe panorama_prefetch(slots + slot(of: hash))
        if queue.isFull { flush() }
        unsafe queue.append(id: id, hash: hash, name: name, time: time)
    }

    /// Enters what waits.
    mutating func flush() {
        for index in 0..<queue.count {
            let value = unsafe slots[slot(of: queue.item(index).hash)]
            if value != 0 { unsafe panorama_prefetch(arena + Self.offset(value)) }
        }
        for index in 0..<queue.count {
            unsafe enter(queue.item(index), queue.name(index))
        }
        queue.clear()
    }

    private mutating func enter(_ item: NameQueue.Item, _ name: UnsafeRawBufferPointer) {
        guard let bytes = name.baseAddress else { return }
        let (id, time, hash) = (item.id, item.time, item.hash)
        var slot = slot(of: hash)
        while true {
            let value = unsafe slots[slot]
            if value == 0 { break }
            if value >> 32 == hash >> 32 {
                let entry = unsafe (arena + Self.offset(value)).assumingMemoryBound(to: Entry.self)
                if unsafe entry.pointee.id == id && entry.pointee.length == name.count
                    && memcmp(entry + 1, bytes, name.count) == 0
                {
                    if unsafe time < entry.pointee.first { unsafe entry.pointee.first = time }
                    if unsafe time > entry.pointee.last { unsafe entry.pointee.last = time }
                    return
                }
            }
            slot = (slot + 1) & (slotCount - 1)
        }
        reserve(MemoryLayout<Entry>.size + name.count)
        // Beyond 32 GiB of names there is no room for another.
        guard let place = UInt32(exactly: filled / Self.grain + 1) else { return }
        let entry = unsafe (arena + filled).bindMemory(to: Entry.self, capacity: 1)
        unsafe entry.initialize(to: Entry(id: id, first: time, last: time, length: name.count))
        unsafe UnsafeMutableRawPointer(entry + 1).copyMemory(from: bytes, byteCount: name.count)
        filled += Self.size(name.count)
        count += 1
        unsafe slots[slot] = hash & 0xffff_ffff_0000_0000 | UInt64(place)
        if count * 2 > slotCount { grow() }
    }

    // MARK: - Reading out

    /// Hands out every entry with its name, in the order of first sight.
    ///
    /// What waits must have been entered by ``flush()``.
    func withEntries(_ body: (Entry, UnsafeRawBufferPointer) -> Void) {
        var offset = 0
        while offset < filled {
            let entry = unsafe (arena + offset).assumingMemoryBound(to: Entry.self)
            unsafe body(entry.pointee, UnsafeRawBufferPointer(start: entry + 1, count: entry.pointee.length))
            unsafe offset += Self.size(entry.pointee.length)
        }
    }

    // MARK: - Memory

    private mutating func reserve(_ bytes: Int) {
        guard filled + bytes + Self.grain > capacity else { return }
        let needed = max(capacity * 2, filled + bytes + Self.grain)
        let larger = UnsafeMutableRawPointer.allocate(byteCount: needed, alignment: 64)
        unsafe larger.copyMemory(from: arena, byteCount: filled)
        unsafe arena.deallocate()
        unsafe arena = larger
        capacity = needed
    }

    private mutating func grow() {
        unsafe slots.deallocate()
        slotCount *= 2
        unsafe slots = .allocate(capacity: slotCount)
        unsafe slots.initialize(repeating: 0, count: slotCount)
        var offset = 0
        while offset < filled {
            let entry = unsafe (arena + offset).assumingMemoryBound(to: Entry.self)
            let name = unsafe UnsafeRawBufferPointer(start: entry + 1, count: entry.pointee.length)
            let hash = unsafe hash(entry.pointee.id, name)
            var slot = slot(of: hash)
            while unsafe slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
            unsafe slots[slot] = hash & 0xffff_ffff_0000_0000 | UInt64(offset / Self.grain + 1)
            unsafe offset += Self.size(entry.pointee.length)
        }
    }

    /// The room that an entry with a name takes.
    private static func size(_ length: Int) -> Int {
        (MemoryLayout<Entry>.size + length + grain - 1) / grain * grain
    }

    /// Where the entry of a slot begins.
    private static func offset(_ slot: UInt64) -> Int { Int((slot & 0xffff_ffff) - 1) * grain }

    private func slot(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & (slotCount - 1) }

    /// A hash of an id and a name, started anew in every process so that no file can be made to collide: products of words
    /// folded, as in Wang Yi's wyhash.
    private func hash(_ id: Int64, _ name: UnsafeRawBufferPointer) -> UInt64 {
        var hash = Self.fold(UInt64(bitPattern: id) ^ Self.seed, 0x9e37_79b9_7f4a_7c15)
        var offset = 0
        while offset + 8 <= name.count {
            unsafe hash = Self.fold(hash ^ name.loadUnaligned(fromByteOffset: offset, as: UInt64.self), Self.seed)
            offset += 8
        }
        var tail = UInt64(truncatingIfNeeded: name.count)
        while offset < name.count {
            unsafe tail = tail << 8 | UInt64(name[offset])
            offset += 1
        }
        return Self.fold(hash ^ tail, Self.seed)
    }

    private static let seed = UInt64.random(in: 1 ... .max) | 1

    private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }
}
