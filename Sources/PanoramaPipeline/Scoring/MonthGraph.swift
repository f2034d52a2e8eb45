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

    /// Applies the filters of the definition to the pairs of a month.
    ///
    /// A pair takes part with activity above 0 and a valid event, unless its developer is a bot. Then developers active in
    /// too many repositories are taken out, and repositories left with too little activity are dropped.
    ///
    /// - Throws: ``SegmentError`` when the pairs are damaged; ``PipelineError`` when an activity is not finite.
    /// - Complexity: O(pairs), on all cores.
    init(_ pairs: PairList, _ parameters: ScoringParameters, bots: Set<DeveloperID>) throws {
        let parts = try pairs.concurrentMapOfPlaces { MonthEdges($0, parameters, bots: bots) }
        // One after the other in the order of the developers, so that the bits of a sum never depend on anything else.
        var totals = [Double](repeating: 0, count: pairs.repositories.count)
        for part in parts {
            for (place, activity) in zip(part.repositories, part.activities) { totals[Int(place)] += activity }
        }
        var (repositories, columns): ([Int64], [Int32]) = ([], [])
        columns.reserveCapacity(totals.count)
        for (id, total) in zip(pairs.repositories, totals) {
            let isKept = total > 0 && total >= parameters.minimumActivity
            columns.append(isKept ? Int32(truncatingIfNeeded: repositories.count) : -1)
            if isKept { repositories.append(id) }
        }
        let kept = columns
        let rows = try parts.concurrentMap { $0.renumbered(kept) }
        let graph = BipartiteGraph(
            repositoryCount: repositories.count,
            degrees: Array(joining: rows.map(\.degrees)),
            repositories: Array(joining: rows.map(\.repositories)),
            weights: Array(joining: rows.map(\.activities))
        )
        guard let graph else { throw PipelineError("the activity of a month is out of bounds with these weights") }
        self.graph = graph
        developers = Array(joining: rows.map(\.developers))
        self.repositories = repositories
    }
}
