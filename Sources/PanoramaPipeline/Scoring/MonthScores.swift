// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel

/// The scores of a month, and what nodes at rest may still carry into later ones.
package struct MonthScores: Hashable, Sendable {
    /// The month.
    package var month: Month
    /// Stands for all that later months take from this one: equal nodes with equal values have equal digests.
    package let digest: String
    /// Developers by id; those whose entry is of this month took part in it.
    package let developers: [NodeScore]
    /// Repositories by id, likewise.
    package let repositories: [NodeScore]
    /// Value of the background node.
    package var background: Double
    /// Pairs of the month graph.
    package var pairs: Int
    /// Double sweeps the solve took.
    package var sweeps: Int
    /// Multiply-adds over directed edges that the solve took; a pair is two directed edges.
    package var edgeWork: Int

    /// OpenRank of a repository in this month; 0 when it took no part.
    ///
    /// - Complexity: O(log(repositories)).
    package func score(of repository: RepositoryID) -> Double {
        guard let index = repositories.index(ofID: repository.rawValue), repositories[index].month == month.ordinal
        else {
            return 0
        }
        return repositories[index].value
    }

    /// Takes up scores that were packed.
    init(_ head: Head, _ month: Month, developers: [NodeScore], repositories: [NodeScore]) {
        self.month = month
        digest = head.digest
        (self.developers, self.repositories) = (developers, repositories)
        background = head.background
        (pairs, sweeps, edgeWork) = (head.pairs, head.sweeps, head.edgeWork)
    }
}

extension [NodeScore] {
    /// The place of an id in nodes sorted by id.
    ///
    /// - Complexity: O(log(count)).
    func index(ofID id: Int64) -> Int? {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if self[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low < endIndex && self[low].id == id ? low : nil
    }
}
