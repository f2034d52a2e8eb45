// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel

/// Pairs by developer, then repository, each once, packed in blocks.
///
/// A month of all GitHub has ten million pairs: 640 MB as values, a sixth of that as columns. So they stay packed, and are
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
        // Packing throws nothing.
        blocks = (try? Self.pieces(of: numbered).concurrentMap { Block($0) }) ?? []
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
        pairs.reserveCapacity(count)
        try forEachBlock { pairs += $0 }
        return pairs
    }

    // MARK: - Adding

    /// Puts in pairs that are sorted by developer, then repository, without repeats.
    ///
    /// - Parameters:
    ///   - added: the pairs.
    ///   - combine: makes one of two pairs of the same developer and repository; the first was there before.
    /// - Throws: ``SegmentError`` when a block is damaged; the list is then as it was.
    /// - Complexity: O(pairs of both), on all cores; blocks that nothing comes to are left alone, unless a repository is
    ///   new.
    package mutating func add(_ added: [Pair], _ combine: @Sendable (inout Pair, Pair) -> Void) throws {
        guard !added.isEmpty else { return }
        guard !isEmpty else { return self = PairList(added) }
        var (ids, numbered) = Self.numbered(added)
        let union = Self.union(repositories, ids)
        let isMoved = union.ids.count > repositories.count
        numbered.renumber(union.second)
        var pieces: [(block: Block, added: Range<Int>)] = []
        var start = 0
        for (index, block) in blocks.enumerated() {
            let bound = index + 1 < blocks.count ? blocks[index + 1].developer : nil
            let end = bound.map { numbered.firstIndex(from: start, notBefore: $0) } ?? numbered.count
            pieces.append((block, start..<end))
            start = end
        }
        let (count, new) = (repositories.count, numbered)
        let parts = try Self.shares(pieces).concurrentMap { pieces in
            var known: [Pair] = []
            return try pieces.flatMap { block, range in
                guard isMoved || !range.isEmpty else { return [block] }
                try block.unpack(count, into: &known)
                if isMoved { known.renumber(union.first) }
                return Self.pieces(of: known.merged(with: new[range], combine)).map(Block.init)
            }
        }
        (repositories, blocks) = (union.ids, Array(parts.joined()))
    }

    /// Parts of some elements that cores share.
    private static func shares<Element>(_ elements: [Element]) -> [ArraySlice<Element>] {
        let size = max(elements.count / 64, 1)
        return stride(from: 0, to: elements.count, by: size).map { elements[$0..<min($0 + size, elements.count)] }
    }
}

extension PairList {
    /// A block for about so many developers.
    private static let developersPerBlock: UInt64 = 2_048

    /// Whether a developer begins a block; multiplied by the golden ratio, numbers that are near are far apart.
    private static func begins(_ developer: Int64) -> Bool {
        UInt64(bitPattern: developer) &* 0x9e37_79b9_7f4a_7c15 <= .max / developersPerBlock
    }

    /// Cuts pairs at the developers that begin blocks.
    private static func pieces(of pairs: [Pair]) -> [[Pair]] {
        var pieces: [[Pair]] = []
        var start = 0
        for index in pairs.indices.dropFirst() where pairs[index].developer != pairs[index - 1].developer {
            guard begins(pairs[index].developer.rawValue) else { continue }
            pieces.append(Array(pairs[start..<index]))
            start = index
        }
        if start == 0 { return pairs.isEmpty ? [] : [pairs] }
        return pieces + [Array(pairs[start...])]
    }

    /// The distinct repositories of pairs, ascending, and the pairs with places among them for repositories.
    private static func numbered(_ pairs: [Pair]) -> (ids: [Int64], pairs: [Pair]) {
        var (ids, numbered) = ([Int64](), pairs)
        for place in RadixOrder.ascending(pairs.map { UInt64(ordered: $0.repository.rawValue) }) {
            let id = pairs[Int(place)].repository.rawValue
            if ids.last != id { ids.append(id) }
            numbered[Int(place)].repository = RepositoryID(rawValue: Int64(ids.count - 1))
        }
        return (ids, numbered)
    }

    /// Joins ascending numbers, and tells where those of each list are now.
    private static func union(_ left: [Int64], _ right: [Int64]) -> (ids: [Int64], first: [Int64], second: [Int64]) {
        var (ids, first, second): ([Int64], [Int64], [Int64]) = ([], [], [])
        ids.reserveCapacity(left.count + right.count)
        first.reserveCapacity(left.count)
        second.reserveCapacity(right.count)
        var (place, other) = (0, 0)
        while place < left.count || other < right.count {
            let isLeft = place < left.count && (other >= right.count || left[place] <= right[other])
            let isRight = other < right.count && (place >= left.count || right[other] <= left[place])
            if isLeft { first.append(Int64(ids.count)) }
            if isRight { second.append(Int64(ids.count)) }
            ids.append(isLeft ? left[place] : right[other])
            place += isLeft ? 1 : 0
            other += isRight ? 1 : 0
        }
        return (ids, first, second)
    }
}
