// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel

/// Pairs by developer, then repository, each once, packed in blocks.
///
/// A month of all GitHub has ten million pairs: 640 MB as values, a tenth of that as columns. So they stay packed, and are
/// unpacked block by block, by all cores. All pairs of a developer stand in one block. Which developers begin a block
/// follows from their numbers alone, so equal pairs are packed alike, by whatever way they came together.
package struct PairList: Hashable, Sendable {
    /// Some neighbouring developers with all their pairs.
    package struct Block: Hashable, Sendable {
        /// The first developer.
        let developer: Int64
        /// The number of pairs.
        package let count: Int
        /// The pairs as columns; repositories are places in ``PairList/repositories``.
        package let columns: [UInt8]

        /// Takes up columns, which hold three bytes at least of every pair.
        init(developer: Int64, count: Int, columns: [UInt8]) throws(SegmentError) {
            guard count > 0, count <= columns.count / 3 else {
                throw SegmentError("there are no pairs, or more than columns have room for")
            }
            (self.developer, self.count, self.columns) = (developer, count, columns)
        }
    }

    /// The repositories of all pairs, ascending.
    package private(set) var repositories: [Int64] = []
    /// The blocks, in order.
    package private(set) var blocks: [Block] = []

    /// No pairs.
    package init() {}

    /// Packs pairs that are sorted by developer, then repository, without repeats.
    ///
    /// - Complexity: O(pairs), on all cores.
    package init(_ pairs: [Pair]) {
        let (ids, numbered) = Self.numbered(pairs)
        repositories = ids
        let pieces = Self.pieces(of: numbered)
        blocks = (try? pieces.concurrentMap(Block.init)) ?? pieces.map(Block.init)
    }

    /// Takes up blocks that were packed before.
    init(repositories: [Int64], blocks: [Block]) {
        (self.repositories, self.blocks) = (repositories, blocks)
    }

    /// The number of pairs.
    package var count: Int { blocks.reduce(0) { $0 + $1.count } }

    /// Whether there are none.
    package var isEmpty: Bool { blocks.isEmpty }

    // MARK: - Reading

    /// Hands on the pairs of every block in turn, in order.
    ///
    /// - Throws: ``SegmentError`` when a block is damaged; what `body` throws.
    /// - Complexity: O(pairs).
    package func forEachBlock(_ body: ([Pair]) throws -> Void) throws {
        var pairs: [Pair] = []
        for block in blocks {
            try block.unpack(repositories.count, into: &pairs)
            name(&pairs)
            try body(pairs)
        }
    }

    /// What `body` makes of the pairs of each block, worked on by all cores.
    ///
    /// - Returns: the results in the order of the blocks.
    /// - Throws: ``SegmentError`` when a block is damaged; what `body` throws.
    /// - Complexity: O(pairs), and that of `body`.
    package func concurrentMap<Result: Sendable>(_ body: @Sendable ([Pair]) throws -> Result) throws -> [Result] {
        try concurrentMapOfPlaces { pairs in
            var pairs = pairs
            name(&pairs)
            return try body(pairs)
        }
    }

    /// What `body` makes of the pairs of each block, whose repositories are places in ``repositories``.
    ///
    /// Who wants to know no more spares a look for each pair at a table that is larger than a core's caches.
    ///
    /// - Returns: the results in the order of the blocks.
    /// - Throws: ``SegmentError`` when a block is damaged; what `body` throws.
    /// - Complexity: O(pairs), and that of `body`.
    package func concurrentMapOfPlaces<Result: Sendable>(
        _ body: @Sendable ([Pair]) throws -> Result
    ) throws -> [Result] {
        let parts = try Self.shares(blocks).concurrentMap { blocks in
            // What is unpacked goes to the same memory, block after block.
            var pairs: [Pair] = []
            return try blocks.map { block in
                try block.unpack(repositories.count, into: &pairs)
                return try body(pairs)
            }
        }
        return Array(parts.joined())
    }

    /// Puts the ids of repositories in place of their places.
    func name(_ pairs: inout [Pair]) {
        for index in pairs.indices {
            pairs[index].repository = RepositoryID(rawValue: repositories[Int(pairs[index].repository.rawValue)])
        }
    }

    /// All pairs as values, which take much memory.
    ///
    /// - Throws: ``SegmentError`` when a block is damaged.
    /// - Complexity: O(pairs).
    package func unpacked() throws -> [Pair] {
        var pairs: [Pair] = []
        try forEachBlock { pairs += $0 }
        return pairs
    }
}
