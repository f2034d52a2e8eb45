// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
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

    /// A pair that may take part.
    private struct Edge {
        var developer: Int64
        var repository: Int64
        var activity: Double
    }

    /// Applies the filters of the definition to pairs that are sorted by developer and repository.
    ///
    /// A pair takes part with activity above 0 and a valid event, unless its developer is a bot. Then developers active in
    /// too many repositories are taken out, and repositories left with too little activity are dropped.
    ///
    /// - Complexity: O(pairs).
    init(_ pairs: [Pair], _ parameters: ScoringParameters, bots: Set<DeveloperID>) {
        var edges: [Edge] = []
        edges.reserveCapacity(pairs.count)
        for pair in pairs where pair.isValid && !pair.isBot && !bots.contains(pair.developer) {
            let activity = pair.counts.activity(parameters.weights)
            if activity > 0 {
                edges.append(
                    Edge(developer: pair.developer.rawValue, repository: pair.repository.rawValue, activity: activity)
                )
            }
        }
        Self.takeOutDevelopers(of: &edges, above: parameters.repositoryLimit)
        let columns = Self.columns(of: edges, least: parameters.minimumActivity)
        var developers: [Int64] = []
        var (rows, kept, weights): ([Int32], [Int32], [Double]) = ([], [], [])
        rows.reserveCapacity(edges.count)
        kept.reserveCapacity(edges.count)
        weights.reserveCapacity(edges.count)
        for (edge, column) in zip(edges, columns.places) where column >= 0 {
            if developers.last != edge.developer { developers.append(edge.developer) }
            rows.append(Int32(truncatingIfNeeded: developers.count - 1))
            kept.append(column)
            weights.append(edge.activity)
        }
        self.developers = developers
        repositories = columns.repositories
        graph =
            BipartiteGraph(
                developerCount: developers.count,
                repositoryCount: repositories.count,
                developers: rows,
                repositories: kept,
                weights: weights
            ) ?? .empty
    }

    /// Takes out developers with more edges than a limit; edges are sorted by developer.
    private static func takeOutDevelopers(of edges: inout [Edge], above limit: Int) {
        var start = 0
        var kept = 0
        while start < edges.count {
            var end = start + 1
            while end < edges.count, edges[end].developer == edges[start].developer { end += 1 }
            if end - start <= limit {
                for index in start..<end {
                    edges[kept] = edges[index]
                    kept += 1
                }
            }
            start = end
        }
        edges.removeLast(edges.count - kept)
    }

    /// The repositories with enough activity, ascending, and the place of each edge's repository among them; -1 where it
    /// has too little.
    private static func columns(of edges: [Edge], least: Double) -> (repositories: [Int64], places: [Int32]) {
        var repositories: [Int64] = []
        var places = [Int32](repeating: -1, count: edges.count)
        let order = RadixOrder.ascending(edges.map { UInt64(ordered: $0.repository) })
        var start = 0
        while start < order.count {
            let repository = edges[Int(order[start])].repository
            var end = start
            var total = 0.0
            while end < order.count, edges[Int(order[end])].repository == repository {
                total += edges[Int(order[end])].activity
                end += 1
            }
            if total >= least {
                for place in order[start..<end] { places[Int(place)] = Int32(truncatingIfNeeded: repositories.count) }
                repositories.append(repository)
            }
            start = end
        }
        return (repositories, places)
    }
}
