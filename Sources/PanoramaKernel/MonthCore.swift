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
    private let share: Double
    private let chunks: Chunks

    /// Takes the leaves out of a graph.
    ///
    /// - Parameters:
    ///   - graph: the month graph.
    ///   - developerStart: start values of the developers.
    ///   - repositoryStart: start values of the repositories.
    ///   - rates: the rates at which value moves.
    ///   - share: the background's share, which every node has.
    ///   - chunks: how rows are shared among threads.
    /// - Complexity: O(nodes + edges).
    init(
        _ graph: BipartiteGraph,
        developerStart: [Double],
        repositoryStart: [Double],
        _ rates: Rates,
        share: Double,
        _ chunks: Chunks
    ) {
        let (rows, columns) = (graph.developers, graph.repositories)
        let developersInCore = CoreRows(nodes: rows.count, chunks) { rows.edges($0).count != 1 }
        let repositoriesInCore = CoreRows(nodes: columns.count, chunks) {
            columns.edges($0).count != 1 || !developersInCore.contains(Int(columns.targets[columns.offsets[$0]]))
        }
        developerNodes = CoreSide.Nodes(
            edges: rows,
            totals: graph.developerTotals,
            start: developerStart,
            kept: rates.keptByDevelopers,
            base: (1 - rates.keptByDevelopers) * share,
            gain: rates.toDevelopers,
            rows: developersInCore
        )
        repositoryNodes = CoreSide.Nodes(
            edges: columns,
            totals: graph.repositoryTotals,
            start: repositoryStart,
            kept: rates.keptByRepositories,
            base: (1 - rates.keptByRepositories) * share,
            gain: rates.toRepositories,
            rows: repositoriesInCore
        )
        developers = CoreSide(developerNodes, other: repositoryNodes, chunks)
        repositories = CoreSide(repositoryNodes, other: developerNodes, chunks)
        leafCount = graph.pairCount - developers.edges.targets.count
        (self.share, self.chunks) = (share, chunks)
    }

    /// Scores of all developers from values per activity of the core.
    ///
    /// - Complexity: O(nodes).
    func allDevelopers(_ developers: [Double], _ repositories: [Double]) -> [Double] {
        developerNodes.expand(developers, other: repositoryNodes, repositories, adding: share, chunks)
    }

    /// Scores of all repositories from values per activity of the core.
    ///
    /// - Complexity: O(nodes).
    func allRepositories(_ developers: [Double], _ repositories: [Double]) -> [Double] {
        repositoryNodes.expand(repositories, other: developerNodes, developers, adding: share, chunks)
    }
}
