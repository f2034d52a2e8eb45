// SPDX-License-Identifier: Apache-2.0

import PanoramaKernel
import Testing

@Suite
struct BipartiteGraphTests {
    private func graph(_ developers: [Int32], _ repositories: [Int32], _ weights: [Double]) -> BipartiteGraph? {
        BipartiteGraph(
            developerCount: 3,
            repositoryCount: 3,
            developers: developers,
            repositories: repositories,
            weights: weights
        )
    }

    @Test
    func bothDirectionsHoldTheSameEdges() throws {
        let graph = try #require(self.graph([0, 0, 1, 2], [0, 2, 2, 1], [1, 2, 3, 4]))
        #expect(graph.developerOffsets == [0, 2, 3, 4])
        #expect(graph.repositoryOffsets == [0, 1, 2, 4])
        #expect(graph.repositoryTargets == [0, 2, 0, 1])
        #expect(graph.repositoryWeights == [1, 4, 2, 3])
        #expect(graph.developerTotals == [3, 3, 4])
        #expect(graph.repositoryTotals == [1, 4, 5])
    }

    @Test
    func edgesThatTheKernelsCouldNotRelyOnAreRefused() {
        #expect(graph([0, 0], [1, 0], [1, 1]) == nil, "out of order")
        #expect(graph([0, 0], [1, 1], [1, 1]) == nil, "repeated")
        #expect(graph([1, 0], [0, 0], [1, 1]) == nil, "developers out of order")
        #expect(graph([0], [3], [1]) == nil, "no such repository")
        #expect(graph([-1], [0], [1]) == nil, "no such developer")
        #expect(graph([0], [0], [0]) == nil, "weight of nothing")
        #expect(graph([0], [0], [.infinity]) == nil, "weight without end")
        #expect(graph([0], [0], [.nan]) == nil, "weight that is no number")
        #expect(graph([0], [0, 1], [1]) == nil, "lengths differ")
    }
}
