// SPDX-License-Identifier: Apache-2.0

/// The names of a table in the order of id, then name.
struct SortedNames {
    /// The entries in the order of first sight.
    private(set) var entries: [NameTable.Entry] = []
    /// The bytes of their names, one after the other.
    private(set) var bytes: [UInt8] = []
    /// Where each name starts in the bytes.
    private var starts: [Int] = []
    /// The places of the entries in order.
    private(set) var order: [Int32] = []

    /// Takes the names out of a table that holds all that was observed.
    init(_ table: borrowing NameTable) {
        entries.reserveCapacity(table.count)
        starts.reserveCapacity(table.count)
        unsafe table.withEntries { entry, name in
            starts.append(bytes.count)
            unsafe bytes.append(contentsOf: name)
            entries.append(entry)
        }
        order = RadixOrder.ascending(entries.map { UInt64(ordered: $0.id) })
        sortRuns()
    }

    /// Where the name of an entry stands in the bytes.
    func range(of place: Int32) -> Range<Int> {
        starts[Int(place)]..<(starts[Int(place)] + entries[Int(place)].length)
    }

    /// Puts entries of one id in the order of their names; few ids bore several in one file.
    private mutating func sortRuns() {
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, entries[Int(order[end])].id == entries[Int(order[start])].id { end += 1 }
            if end - start > 1 {
                let sorted = order[start..<end].sorted { left, right in
                    bytes[range(of: left)].lexicographicallyPrecedes(bytes[range(of: right)])
                }
                order.replaceSubrange(start..<end, with: sorted)
            }
            start = end
        }
    }
}
