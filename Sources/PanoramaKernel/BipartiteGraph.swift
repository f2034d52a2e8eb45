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
    /// `nil` when arrays don't belong together, a number is out of range, edges are out of order, or a weight is not a
    /// positive finite number: the kernels rely on what is checked here once.
    ///
    /// - Parameters:
    ///   - repositoryCount: the number of repositories.
    ///   - degrees: for each developer the number of edges.
    ///   - repositories: for each edge its repository.
    ///   - weights: for each edge its activity.
    /// - Complexity: O(nodes + edges), on all cores.
    package init?(repositoryCount: Int, degrees: [Int32], repositories: [Int32], weights: [Double]) {
        let chunks = Chunks(isParallel: true)
        guard repositories.count == weights.count, repositoryCount >= 0, repositoryCount <= Int32.max,
            let offsets = Self.offsets(degrees), offsets.last == weights.count
        else { return nil }
        let flaws = chunks.largest(Chunks.pieces(degrees.count)) { range in
            var isSound = true
            for developer in range {
                var before: Int32 = -1
                for edge in offsets[developer]..<offsets[developer + 1] {
                    let (repository, weight) = (repositories[edge], weights[edge])
                    let isInOrder = before < repository && repository < repositoryCount
                    if !(isInOrder && weight > 0 && weight <= .greatestFiniteMagnitude) { isSound = false }
                    before = repository
                }
            }
            return isSound ? 0 : 1
        }
        guard flaws == 0 else { return nil }
        developers = SparseRows(offsets: offsets, targets: repositories, weights: weights)
        self.repositories = developers.transposed(count: repositoryCount, chunks)
        developerTotals = developers.totals(chunks)
        repositoryTotals = self.repositories.totals(chunks)
    }

    /// Where each row's edges start, and where the last one's end; `nil` when a degree is below 0.
    private static func offsets(_ degrees: [Int32]) -> [Int]? {
        var offsets = [0]
        offsets.reserveCapacity(degrees.count + 1)
        var sum = 0
        for degree in degrees {
            guard degree >= 0 else { return nil }
            sum += Int(degree)
            offsets.append(sum)
        }
        return offsets
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
