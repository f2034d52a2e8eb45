// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel

extension PairList {
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
        self = PairList(repositories: union.ids, blocks: Array(parts.joined()))
    }

    /// Parts of some elements that cores share.
    static func shares<Element>(_ elements: [Element]) -> [ArraySlice<Element>] {
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
    static func pieces(of pairs: [Pair]) -> [[Pair]] {
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
    static func numbered(_ pairs: [Pair]) -> (ids: [Int64], pairs: [Pair]) {
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
