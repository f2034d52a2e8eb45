// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel

extension PairList {
    /// Whether a repository has pairs.
    ///
    /// - Complexity: O(log(repositories)).
    package func contains(_ repository: RepositoryID) -> Bool { place(of: repository) != nil }

    /// The pairs of a developer.
    ///
    /// - Throws: ``SegmentError`` when their block is damaged.
    /// - Complexity: O(pairs of a block + log(blocks)).
    package func pairs(of developer: DeveloperID) throws -> [Pair] {
        var (low, high) = (0, blocks.count)
        while low < high {
            let middle = low + (high - low) / 2
            if blocks[middle].developer <= developer.rawValue { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return [] }
        var pairs: [Pair] = []
        try blocks[low - 1].unpack(repositories.count, into: &pairs)
        pairs = Array(pairs[pairs.range(of: developer)])
        name(&pairs)
        return pairs
    }

    /// What `body` makes of the pairs of a repository, each handed on with all pairs of its developer.
    ///
    /// - Throws: ``SegmentError`` when a block is damaged.
    /// - Complexity: O(pairs), on all cores; O(log(repositories)) where it has none.
    package func pairs<Result: Sendable>(
        of repository: RepositoryID,
        _ body: @Sendable (_ pair: Pair, _ ofDeveloper: [Pair]) -> Result
    ) throws -> [Result] {
        guard let place = place(of: repository) else { return [] }
        let parts = try concurrentMapOfPlaces { pairs in
            pairs.indices.filter { pairs[$0].repository.rawValue == place }.map { index in
                var own = Array(pairs[pairs.range(of: pairs[index].developer)])
                name(&own)
                var pair = pairs[index]
                pair.repository = repository
                return body(pair, own)
            }
        }
        return Array(parts.joined())
    }

    private func place(of repository: RepositoryID) -> Int64? {
        var (low, high) = (0, repositories.count)
        while low < high {
            let middle = low + (high - low) / 2
            if repositories[middle] < repository.rawValue { low = middle + 1 } else { high = middle }
        }
        guard low < repositories.count, repositories[low] == repository.rawValue else { return nil }
        return Int64(low)
    }
}

extension [Pair] {
    /// The place of the first pair whose developer is not before another, from a place on.
    ///
    /// - Complexity: O(log(pairs)).
    func firstIndex(from start: Int, notBefore developer: Int64) -> Int {
        var (low, high) = (start, count)
        while low < high {
            let middle = low + (high - low) / 2
            if self[middle].developer.rawValue < developer { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The places of a developer's pairs.
    fileprivate func range(of developer: DeveloperID) -> Range<Int> {
        let start = firstIndex(from: 0, notBefore: developer.rawValue)
        return start..<(self[start...].firstIndex { $0.developer != developer } ?? count)
    }
}
