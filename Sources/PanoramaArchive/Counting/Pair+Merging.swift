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
        addFlags(of: other)
    }
}

extension Pair {
    /// Adds the counts of other things, and every flag that either has.
    mutating func add(_ other: Pair) {
        for counter in ActivityCounts.Counter.allCases where other.counts[counter] > 0 {
            let (sum, isTooLarge) = counts[counter].addingReportingOverflow(other.counts[counter])
            counts[counter] = isTooLarge ? .max : sum
        }
        addFlags(of: other)
    }

    private mutating func addFlags(of other: Pair) {
        isValid = isValid || other.isValid
        isActive = isActive || other.isActive
        isBot = isBot || other.isBot
    }
}

extension [Pair] {
    /// Takes up new places of repositories: for each old one the new.
    mutating func renumber(_ places: [Int64]) {
        for index in indices {
            self[index].repository = RepositoryID(rawValue: places[Int(self[index].repository.rawValue)])
        }
    }

    /// These pairs with others put in.
    ///
    /// Both are sorted by developer, then repository, without repeats; where both have a pair, `combine` makes one of the
    /// two.
    ///
    /// - Complexity: O(pairs of both).
    func merged(with other: ArraySlice<Pair>, _ combine: (inout Pair, Pair) -> Void) -> [Pair] {
        guard !other.isEmpty else { return self }
        var merged: [Pair] = []
        merged.reserveCapacity(count + other.count)
        var next = 0
        for pair in other {
            var end = next
            while end < count, self[end].precedes(pair) { end += 1 }
            merged += self[next..<end]
            next = end
            if next < count, self[next].isSame(as: pair) {
                var both = self[next]
                combine(&both, pair)
                merged.append(both)
                next += 1
            } else {
                merged.append(pair)
            }
        }
        merged += self[next...]
        return merged
    }

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
