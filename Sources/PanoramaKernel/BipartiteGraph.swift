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
    /// Each developer's edges.
    let developers: SparseRows
    /// Each repository's edges.
    let repositories: SparseRows
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
        let chunks = Chunks(isParallel: true)
        guard developers.count == repositories.count, developers.count == weights.count, developerCount >= 0,
            repositoryCount >= 0
        else { return nil }
        let flaws = chunks.largest(Chunks.pieces(weights.count)) { range in
            var isSound = true
            var (before, column) =
                range.lowerBound == 0
                ? (-1, 0) : (Int(developers[range.lowerBound - 1]), Int(repositories[range.lowerBound - 1]))
            for edge in range {
                let (developer, repository, weight) = (Int(developers[edge]), Int(repositories[edge]), weights[edge])
                let isInRange =
                    developer >= 0 && developer < developerCount && repository >= 0 && repository < repositoryCount
                let isInOrder = before < developer || (before == developer && column < repository)
                if !(isInRange && isInOrder && weight > 0 && weight <= .greatestFiniteMagnitude) { isSound = false }
                (before, column) = (developer, repository)
            }
            return isSound ? 0 : 1
        }
        guard flaws == 0 else { return nil }
        self.developers = SparseRows(
            count: developerCount,
            sorted: developers,
            targets: repositories,
            weights: weights
        )
        self.repositories = SparseRows(
            count: repositoryCount,
            sorting: repositories,
            targets: developers,
            weights: weights,
            chunks
        )
        developerTotals = self.developers.totals(chunks)
        repositoryTotals = self.repositories.totals(chunks)
    }

    /// The number of pairs; each is an edge in both directions.
    package var pairCount: Int { developers.targets.count }
    /// The number of developers.
    package var developerCount: Int { developers.count }
    /// The number of repositories.
    package var repositoryCount: Int { repositories.count }
    /// Where each developer's edges start; one more than there are developers.
    package var developerOffsets: [Int] { developers.offsets }
    /// The repository at the other end of each edge.
    package var developerTargets: [Int32] { developers.targets }
    /// The activity of each edge.
    package var developerWeights: [Double] { developers.weights }
    /// Where each repository's edges start; one more than there are repositories.
    package var repositoryOffsets: [Int] { repositories.offsets }
    /// The developer at the other end of each edge.
    package var repositoryTargets: [Int32] { repositories.targets }
    /// The activity of each edge.
    package var repositoryWeights: [Double] { repositories.weights }
}

extension BipartiteGraph {
    /// A graph without nodes.
    package static let empty = BipartiteGraph()

    private init() {
        developers = SparseRows(count: 0, sorted: [], targets: [], weights: [])
        repositories = developers
        developerTotals = []
        repositoryTotals = []
    }
}
