// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaKernel

/// A month graph with start values, solved with the parameters of OpenDigger.
struct ScoredMonth {
    let graph: BipartiteGraph
    let developerStart: [Double]
    let repositoryStart: [Double]

    init(_ graph: BipartiteGraph, developerCarry: [Double], repositoryCarry: [Double]) {
        self.graph = graph
        developerStart = zip(developerCarry, graph.developerTotals).map { $0 + 1 / (1 + exp(0.10425 * (44.08 - $1))) }
        repositoryStart = repositoryCarry
    }

    func solve(tolerance: Double = OpenRank.tolerance, isParallel: Bool) -> OpenRank? {
        OpenRank(
            graph,
            developerStart: developerStart,
            repositoryStart: repositoryStart,
            parameters: OpenRankParameters(
                developerRetention: 0.5,
                repositoryRetention: 0.3,
                backgroundRetention: 0.15,
                edgeShare: 0.95
            ),
            tolerance: tolerance,
            isParallel: isParallel
        )
    }
}
