// SPDX-License-Identifier: Apache-2.0

/// A month's developers and repositories and the activity between them, as compressed sparse rows in both directions.
///
/// Rows are developers, columns repositories, both numbered densely from 0:
///
///     developerOffsets   [0, 2, 3]        developer 0 has the edges 0 and 1, developer 1 the edge 2
///     developerTargets   [0, 4, 0]        … to these repositories
///     developerWeights   [3.5, 1, 2]      … with this activity
///
/// and the transpose likewise. Sums of weights per node are kept, since every edge is normalised by them.
package struct BipartiteGraph: Sendable {
    /// The number of developers.
    package let developerCount: Int
    /// The number of repositories.
    package let repositoryCount: Int
    /// Where each developer's edges start; one more than there are developers.
    package let developerOffsets: [Int]
    /// The repository at the other end of each edge.
    package let developerTargets: [Int32]
    /// The activity of each edge.
    package let developerWeights: [Double]
    /// Where each repository's edges start; one more than there are repositories.
    package let repositoryOffsets: [Int]
    /// The developer at the other end of each edge.
    package let repositoryTargets: [Int32]
    /// The activity of each edge.
    package let repositoryWeights: [Double]
    /// Sum of each developer's activity.
    package let developerTotals: [Double]
    /// Sum of each repository's activity.
    package let repositoryTotals: [Double]

    /// Makes a graph from edges sorted by developer, then repository, without repeats.
    ///
    /// `nil` when the arrays differ in length, an end is out of range, edges are out of order, or a weight is not a
    /// positive finite number: the kernels rely on what is checked here once.
    ///
    /// - Complexity: O(nodes + edges).
    package init?(
        developerCount: Int,
        repositoryCount: Int,
        developers: [Int32],
        repositories: [Int32],
        weights: [Double]
    ) {
        guard developers.count == repositories.count, developers.count == weights.count, developerCount >= 0,
            repositoryCount >= 0
        else { return nil }
        for edge in developers.indices {
            guard developers[edge] >= 0, developers[edge] < developerCount, repositories[edge] >= 0,
                repositories[edge] < repositoryCount, weights[edge] > 0, weights[edge].isFinite
            else { return nil }
            if edge > 0 {
                let (before, after) = (developers[edge - 1], developers[edge])
                guard before < after || (before == after && repositories[edge - 1] < repositories[edge]) else {
                    return nil
                }
            }
        }
        self.developerCount = developerCount
        self.repositoryCount = repositoryCount
        developerOffsets = Self.offsets(developers, count: developerCount)
        developerTargets = repositories
        developerWeights = weights
        repositoryOffsets = Self.offsets(repositories, count: repositoryCount)

        var next = repositoryOffsets
        var targets = [Int32](repeating: 0, count: weights.count)
        var transposed = [Double](repeating: 0, count: weights.count)
        for edge in developers.indices {
            let row = Int(repositories[edge])
            targets[next[row]] = developers[edge]
            transposed[next[row]] = weights[edge]
            next[row] += 1
        }
        repositoryTargets = targets
        repositoryWeights = transposed
        developerTotals = Self.totals(developerOffsets, weights)
        repositoryTotals = Self.totals(repositoryOffsets, transposed)
    }

    /// The number of pairs; each is an edge in both directions.
    package var pairCount: Int { developerTargets.count }

    private static func offsets(_ ends: [Int32], count: Int) -> [Int] {
        var offsets = [Int](repeating: 0, count: count + 1)
        for end in ends { offsets[Int(end) + 1] += 1 }
        for index in 0..<count { offsets[index + 1] += offsets[index] }
        return offsets
    }

    private static func totals(_ offsets: [Int], _ weights: [Double]) -> [Double] {
        (0..<(offsets.count - 1)).map { row in
            var sum = 0.0
            for edge in offsets[row]..<offsets[row + 1] { sum += weights[edge] }
            return sum
        }
    }
}

extension BipartiteGraph {
    /// A graph without nodes.
    package static let empty = BipartiteGraph()

    private init() {
        developerCount = 0
        repositoryCount = 0
        developerOffsets = [0]
        developerTargets = []
        developerWeights = []
        repositoryOffsets = [0]
        repositoryTargets = []
        repositoryWeights = []
        developerTotals = []
        repositoryTotals = []
    }
}
