// SPDX-License-Identifier: Apache-2.0

/// The nodes of one side that are in the core, and the row of each.
///
/// A bit for each node, and for each word of them how many come before: small enough to stay in a core's own cache while
/// the ends of all edges are looked up in it.
struct CoreRows {
    /// The number of rows.
    let count: Int
    private let bits: [UInt64]
    private let before: [Int32]

    /// Numbers those of some nodes that are in the core.
    ///
    /// - Complexity: O(nodes).
    init(nodes: Int, _ chunks: Chunks, _ isInCore: @Sendable (Int) -> Bool) {
        bits = chunks.map((nodes + 63) / 64) { word in
            var bits: UInt64 = 0
            for node in word * 64..<min(nodes, word * 64 + 64) where isInCore(node) { bits |= 1 << UInt64(node % 64) }
            return bits
        }
        var count = 0
        before = bits.map { word in
            defer { count += word.nonzeroBitCount }
            return Int32(truncatingIfNeeded: count)
        }
        self.count = count
    }

    /// Whether a node is in the core.
    ///
    /// - Complexity: O(1).
    @inline(__always)
    func contains(_ node: Int) -> Bool { bits[node >> 6] >> UInt64(node & 63) & 1 == 1 }

    /// The row of a node that is in the core.
    ///
    /// - Complexity: O(1).
    @inline(__always)
    subscript(node: Int) -> Int {
        Int(before[node >> 6]) + (bits[node >> 6] & ~(~0 << UInt64(node & 63))).nonzeroBitCount
    }

    /// Calls `body` for every node in the core.
    ///
    /// - Complexity: O(nodes), and that of `body` for each.
    @inline(__always)
    func forEach(_ chunks: Chunks, _ body: @Sendable (_ node: Int, _ row: Int) -> Void) {
        chunks.forEach(bits.count) { word in
            var (rest, row) = (bits[word], Int(before[word]))
            while rest != 0 {
                body(word << 6 + rest.trailingZeroBitCount, row)
                rest &= rest - 1
                row += 1
            }
        }
    }
}
