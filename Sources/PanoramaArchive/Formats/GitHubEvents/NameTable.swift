// SPDX-License-Identifier: Apache-2.0

import CSimdjson

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The names that ids bore in a file, each with the first and last time it was seen.
///
/// Open addressing over ids and names; no `String` is made while events are read. A full hour holds hundreds of thousands of
/// names, more than the caches: so observations wait in ``NameQueue`` while the memory they need is fetched, and what is
/// seen again costs one look at its slot and none at the name. The slot tells it by 64 bits of a hash that no file can
/// foresee; that two names of an hour share them happens once in a hundred million hours, and the second is then missing
/// until another file names it.
@safe struct NameTable: ~Copyable {
    /// A name that an id bore; times in seconds since 1970-01-01T00:00:00Z.
    struct Entry {
        var id: Int64
        var first: Int64
        var last: Int64
    }

    private struct Slot {
        var hash: UInt64
        var last: UInt32
        /// The grain at which the head of the name begins, plus one; 0 where the slot is free.
        var place: UInt32
    }

    /// What stands before the bytes of a name in the arena.
    private struct Head {
        var id: Int64
        var first: UInt32
        var length: UInt32
    }

    /// Heads begin at multiples of this in the arena.
    private static let grain = 8

    private let hash = SeededHash()
    private var queue = NameQueue()
    private var slots: UnsafeMutableBufferPointer<Slot>
    private var arena: UnsafeMutableRawPointer
    private var capacity = 1 << 16
    private var filled = 0
    private(set) var count = 0

    init() {
        unsafe slots = Self.slots(1 << 10)
        unsafe arena = Self.memory(nil, capacity)
    }

    deinit {
        unsafe slots.deallocate()
        unsafe free(arena)
    }

    /// Notes that an id bore a name at a time from 1970 to 2105; what is longer than any name of GitHub's is passed over.
    ///
    /// - Complexity: O(1) expected, and the length of the name.
    ///
    /// - Returns: whether it is a name.
    @discardableResult
    mutating func observe(id: Int64, name: UnsafeRawBufferPointer, time: Int64) -> Bool {
        guard name.count > 0, name.count <= NameQueue.longest else { return false }
        unsafe enqueue(id, name, time)
        return true
    }

    /// Notes, under an empty name, that an id was seen without a name.
    mutating func observeNameless(id: Int64, time: Int64) {
        unsafe withUnsafeBytes(of: ()) { unsafe enqueue(id, $0, time) }
    }

    private mutating func enqueue(_ id: Int64, _ name: UnsafeRawBufferPointer, _ time: Int64) {
        let hash = unsafe hash(id, name)
        if let base = unsafe slots.baseAddress { unsafe panorama_prefetch(base + slot(of: hash)) }
        if queue.isFull { flush() }
        unsafe queue.append(id: id, hash: hash, name: name, time: time)
    }

    /// Enters what waits.
    mutating func flush() {
        for index in 0..<queue.count { unsafe enter(queue.item(index), queue.name(index)) }
        queue.clear()
    }

    private mutating func enter(_ item: NameQueue.Item, _ name: UnsafeRawBufferPointer) {
        let (id, hash) = (item.id, item.hash)
        let time = UInt32(clamping: item.time)
        var index = slot(of: hash)
        while unsafe slots[index].place != 0 {
            if unsafe slots[index].hash == hash {
                if unsafe time > slots[index].last {
                    unsafe slots[index].last = time
                } else if unsafe time < slots[index].last {
                    unsafe lower(slots[index].place, to: time)
                }
                return
            }
            index = unsafe (index + 1) & (slots.count - 1)
        }
        guard let place = unsafe append(id, name, time) else { return }
        unsafe slots[index] = Slot(hash: hash, last: time, place: place)
        count += 1
        if unsafe count * 3 > slots.count * 2 { grow() }
    }

    private func lower(_ place: UInt32, to time: UInt32) {
        let head = unsafe (arena + Self.offset(place)).assumingMemoryBound(to: Head.self)
        if unsafe time < head.pointee.first { unsafe head.pointee.first = time }
    }

    /// Puts a name into the arena; `nil` when it holds 32 GiB.
    private mutating func append(_ id: Int64, _ name: UnsafeRawBufferPointer, _ time: UInt32) -> UInt32? {
        guard let place = UInt32(exactly: filled / Self.grain + 1) else { return nil }
        let size = (MemoryLayout<Head>.size + name.count + Self.grain - 1) / Self.grain * Self.grain
        if filled + size > capacity {
            capacity = max(capacity * 2, filled + size)
            unsafe arena = Self.memory(arena, capacity)
        }
        let head = unsafe (arena + filled).bindMemory(to: Head.self, capacity: 1)
        unsafe head.initialize(to: Head(id: id, first: time, length: UInt32(truncatingIfNeeded: name.count)))
        if let bytes = name.baseAddress {
            unsafe UnsafeMutableRawPointer(head + 1).copyMemory(from: bytes, byteCount: name.count)
        }
        filled += size
        return place
    }

    // MARK: - Reading out

    /// Where a name is.
    struct Place {
        fileprivate let head: Int
        fileprivate let last: Int64
    }

    /// The name at a place.
    subscript(place: Place) -> (entry: Entry, name: UnsafeRawBufferPointer) {
        let head = unsafe (arena + place.head).assumingMemoryBound(to: Head.self)
        let entry = unsafe Entry(id: head.pointee.id, first: Int64(head.pointee.first), last: place.last)
        return unsafe (entry, UnsafeRawBufferPointer(start: head + 1, count: Int(head.pointee.length)))
    }

    /// The places of all names by id, then name; what waits must have been entered by ``flush()``.
    ///
    /// - Complexity: O(names).
    var sorted: [Place] {
        precondition(queue.count == 0, "names wait to be entered")
        var ids: [UInt64] = []
        var places: [Place] = []
        ids.reserveCapacity(count)
        places.reserveCapacity(count)
        for index in unsafe slots.indices where unsafe slots[index].place != 0 {
            let place = unsafe Place(head: Self.offset(slots[index].place), last: Int64(slots[index].last))
            places.append(place)
            unsafe ids.append(UInt64(ordered: self[place].entry.id))
        }
        let order = RadixOrder.ascending(ids)
        var sorted = order.map { places[Int($0)] }
        sortRuns(&sorted, ids: order.map { ids[Int($0)] })
        return sorted
    }

    /// Puts names of one id in their order; few ids bore several in one file.
    private func sortRuns(_ places: inout [Place], ids: [UInt64]) {
        var start = 0
        while start < places.count {
            var end = start + 1
            while end < places.count, ids[end] == ids[start] { end += 1 }
            if end - start > 1 {
                places[start..<end].sort { left, right in
                    unsafe self[left].name.lexicographicallyPrecedes(self[right].name)
                }
            }
            start = end
        }
    }

    // MARK: - Memory

    private mutating func grow() {
        let old = unsafe slots
        unsafe slots = Self.slots(old.count * 2)
        for entry in old.indices where unsafe old[entry].place != 0 {
            var index = unsafe slot(of: old[entry].hash)
            while unsafe slots[index].place != 0 { unsafe index = (index + 1) & (slots.count - 1) }
            unsafe slots[index] = old[entry]
        }
        unsafe old.deallocate()
    }

    private static func slots(_ count: Int) -> UnsafeMutableBufferPointer<Slot> {
        let slots = UnsafeMutableBufferPointer<Slot>.allocate(capacity: count)
        unsafe slots.initialize(repeating: Slot(hash: 0, last: 0, place: 0))
        return unsafe slots
    }

    /// Memory of a size that holds what stood in another, which is used up; the system moves large ones without copying.
    private static func memory(_ old: UnsafeMutableRawPointer?, _ count: Int) -> UnsafeMutableRawPointer {
        guard let memory = unsafe realloc(old, count) else { fatalError("no memory for \(count) bytes of names") }
        return unsafe memory
    }

    /// Where the head of a name begins in the arena.
    private static func offset(_ place: UInt32) -> Int { (Int(place) - 1) * grain }

    // MARK: - Hash

    private func slot(of hash: UInt64) -> Int { unsafe Int(truncatingIfNeeded: hash) & (slots.count - 1) }

    private func hash(_ id: Int64, _ name: UnsafeRawBufferPointer) -> UInt64 {
        var hash = hash.of(id)
        var tail = UInt64(truncatingIfNeeded: name.count)
        if name.count >= 8 {
            var offset = 0
            while offset + 8 < name.count {
                unsafe hash = self.hash.of(hash, name.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                offset += 8
            }
            hash = self.hash.of(hash, tail)
            unsafe tail = name.loadUnaligned(fromByteOffset: name.count - 8, as: UInt64.self)
        } else {
            for index in name.indices { unsafe tail = tail << 8 | UInt64(name[index]) }
        }
        return self.hash.of(hash, tail)
    }
}
