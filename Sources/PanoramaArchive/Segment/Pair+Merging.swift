// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

extension Pair {
    /// Orders by developer, then repository.
    func precedes(_ other: Pair) -> Bool {
        if developer != other.developer { return developer < other.developer }
        return repository < other.repository
    }

    /// Whether two pairs are of the same developer and repository.
    func isSame(as other: Pair) -> Bool { developer == other.developer && repository == other.repository }

    /// Takes of each count the larger, and every flag that either has.
    ///
    /// The two tell of the same work, so that what both counted is not there twice; the order in which pairs are merged
    /// does not show.
    mutating func merge(_ other: Pair) {
        for counter in ActivityCounts.Counter.allCases where other.counts[counter] > counts[counter] {
            counts[counter] = other.counts[counter]
        }
        isValid = isValid || other.isValid
        isActive = isActive || other.isActive
        isBot = isBot || other.isBot
    }
}

extension [Pair] {
    /// Sorts by developer, then repository, and merges what is there of one pair.
    ///
    /// - Complexity: O(pairs).
    mutating func unify() {
        if !indices.dropFirst().allSatisfy({ !self[$0].precedes(self[$0 - 1]) }) { sortByKeys() }
        guard !isEmpty else { return }
        var last = startIndex
        for index in indices.dropFirst() {
            if self[index].isSame(as: self[last]) {
                self[last].merge(self[index])
            } else {
                last += 1
                if last != index { self[last] = self[index] }
            }
        }
        removeLast(count - last - 1)
    }

    private mutating func sortByKeys() {
        guard count <= Int32.max else { return sort { $0.precedes($1) } }
        let byRepository = RadixOrder.ascending(map { UInt64(ordered: $0.repository.rawValue) })
        let order = RadixOrder.ascending(map { UInt64(ordered: $0.developer.rawValue) }, starting: byRepository)
        self = order.map { self[Int($0)] }
    }
}
