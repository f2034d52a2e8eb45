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
    /// Adds pairs that were counted from other things; both are sorted by developer, then repository, without repeats.
    ///
    /// Pairs that are new are put in from the back, so that every pair moves once at most.
    ///
    /// - Complexity: O(pairs of both).
    mutating func add(_ other: [Pair]) {
        guard !isEmpty else { return self = other }
        var (old, new) = (0, 0)
        var added = 0
        while new < other.count {
            while old < count, self[old].precedes(other[new]) { old += 1 }
            if old < count, self[old].isSame(as: other[new]) { self[old].add(other[new]) } else { added += 1 }
            new += 1
        }
        guard added > 0 else { return }
        (old, new) = (count - 1, other.count - 1)
        var place = count + added - 1
        append(contentsOf: repeatElement(other[new], count: added))
        while place > old, new >= 0 {
            if old >= 0, self[old].isSame(as: other[new]) {
                new -= 1
            } else if old < 0 || self[old].precedes(other[new]) {
                self[place] = other[new]
                (place, new) = (place - 1, new - 1)
            } else {
                self[place] = self[old]
                (place, old) = (place - 1, old - 1)
            }
        }
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
