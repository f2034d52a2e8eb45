// SPDX-License-Identifier: Apache-2.0

import PanoramaKernel
import PanoramaModel

/// The pairs of a month that take part in scoring, as a graph with the ids of its nodes.
struct MonthGraph {
    /// Ids of the developers, ascending; the graph's rows.
    let developers: [Int64]
    /// Ids of the repositories, ascending; the graph's columns.
    let repositories: [Int64]
    /// The graph, weighted by activity.
    let graph: BipartiteGraph

    /// Applies the filters of the definition to pairs that are sorted by developer and repository.
    ///
    /// A pair takes part with activity above 0 and a valid event, unless its developer is a bot. Then developers active in
    /// too many repositories are taken out, and repositories left with too little activity are dropped.
    ///
    /// - Complexity: O(pairs · log(pairs)).
    init(_ pairs: [Pair], _ parameters: ScoringParameters, bots: Set<DeveloperID>) {
        var edges: [(developer: Int64, repository: Int64, activity: Double)] = []
        for pair in pairs where pair.isValid && !pair.isBot && !bots.contains(pair.developer) {
            let activity = pair.counts.activity(parameters.weights)
            if activity > 0 { edges.append((pair.developer.rawValue, pair.repository.rawValue, activity)) }
        }
        var reach: [Int64: Int] = [:]
        for edge in edges { reach[edge.developer, default: 0] += 1 }
        edges.removeAll { reach[$0.developer, default: 0] > parameters.repositoryLimit }
        var totals: [Int64: Double] = [:]
        for edge in edges { totals[edge.repository, default: 0] += edge.activity }
        edges.removeAll { totals[$0.repository, default: 0] < parameters.minimumActivity }

        repositories = Set(edges.map(\.repository)).sorted()
        let columns = Dictionary(uniqueKeysWithValues: zip(repositories, Int32(0)...))
        var developers: [Int64] = []
        var rows: [Int32] = []
        for edge in edges {
            if developers.last != edge.developer { developers.append(edge.developer) }
            rows.append(Int32(developers.count - 1))
        }
        self.developers = developers
        graph =
            BipartiteGraph(
                developerCount: developers.count,
                repositoryCount: repositories.count,
                developers: rows,
                repositories: edges.map { columns[$0.repository] ?? 0 },
                weights: edges.map(\.activity)
            ) ?? .empty
    }
}
