// SPDX-License-Identifier: Apache-2.0

/// A month graph without its leaves, and the way between the values of its core and those of all nodes.
///
/// More than half of the developers of a month are active in one repository only, and many repositories have one developer.
/// Taking these out is exact (Gaussian elimination of rows with one entry beside the diagonal, without fill-in), and leaves
/// fewer edges to go over and smaller tables to gather from. Where both ends of a pair are leaves, the developer counts as
/// one and the repository does not.
struct MonthCore {
    /// Developers with several repositories, or none.
    let developers: CoreSide
    /// Repositories with several developers, with one that is a leaf, or none.
    let repositories: CoreSide
    /// The number of pairs that were taken out.
    let leafCount: Int
    private let developerNodes: CoreSide.Nodes
    private let repositoryNodes: CoreSide.Nodes

    /// Takes the leaves out of a graph.
    ///
    /// - Parameters:
    ///   - graph: the month graph.
    ///   - developerSources: what each developer has whatever the repositories' values.
    ///   - repositorySources: what each repository has whatever the developers' values.
    ///   - rates: the rates at which value moves.
    /// - Complexity: O(nodes + edges).
    init(_ graph: BipartiteGraph, developerSources: [Double], repositorySources: [Double], _ rates: Rates) {
        let (starts, ends) = (graph.repositoryOffsets, graph.repositoryTargets)
        let developerRows = Self.rows(graph.developerOffsets) { _ in true }
        developerNodes = CoreSide.Nodes(
            offsets: graph.developerOffsets,
            targets: graph.developerTargets,
            weights: graph.developerWeights,
            totals: graph.developerTotals,
            sources: developerSources,
            rows: developerRows,
            gain: rates.toDevelopers
        )
        repositoryNodes = CoreSide.Nodes(
            offsets: starts,
            targets: ends,
            weights: graph.repositoryWeights,
            totals: graph.repositoryTotals,
            sources: repositorySources,
            rows: Self.rows(starts) { developerRows[Int(ends[starts[$0]])] >= 0 },
            gain: rates.toRepositories
        )
        developers = CoreSide(developerNodes, other: repositoryNodes)
        repositories = CoreSide(repositoryNodes, other: developerNodes)
        leafCount = graph.pairCount - developers.targets.count
    }

    /// Values per activity of the core's repositories from values of all repositories.
    ///
    /// - Complexity: O(nodes).
    func repositoryRows(_ values: [Double]) -> [Double] {
        var result = [Double](repeating: 0, count: repositories.count)
        for (node, row) in repositoryNodes.rows.enumerated() where row >= 0 {
            result[Int(row)] = values[node] / repositoryNodes.scale(node)
        }
        return result
    }

    /// Values of all developers from values per activity of the core.
    ///
    /// - Complexity: O(nodes).
    func allDevelopers(_ developers: [Double], _ repositories: [Double]) -> [Double] {
        developerNodes.expand(developers, other: repositoryNodes, repositories)
    }

    /// Values of all repositories from values per activity of the core.
    ///
    /// - Complexity: O(nodes).
    func allRepositories(_ developers: [Double], _ repositories: [Double]) -> [Double] {
        repositoryNodes.expand(repositories, other: developerNodes, developers)
    }

    /// Numbers the nodes that are no leaves; −1 for those with one edge that may be taken out.
    private static func rows(_ offsets: [Int], _ mayBeLeaf: (Int) -> Bool) -> [Int32] {
        var next: Int32 = 0
        return (0..<(offsets.count - 1)).map { node in
            if offsets[node + 1] - offsets[node] == 1, mayBeLeaf(node) { return -1 }
            defer { next += 1 }
            return next
        }
    }
}
