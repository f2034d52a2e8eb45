// SPDX-License-Identifier: Apache-2.0

import PanoramaKernel
import TestSupport
import Testing

@Suite
struct BipartiteGraphTests {
    private func graph(_ degrees: [Int32], _ repositories: [Int32], _ weights: [Double]) -> BipartiteGraph? {
        BipartiteGraph(repositoryCount: 3, degrees: degrees, repositories: repositories, weights: weights)
    }

    @Test
    func bothDirectionsHoldTheSameEdges() throws {
        let graph = try #require(self.graph([2, 1, 1], [0, 2, 2, 1], [1, 2, 3, 4]))
        #expect(graph.developerOffsets == [0, 2, 3, 4])
        #expect(graph.repositoryOffsets == [0, 1, 2, 4])
        #expect(graph.repositoryTargets == [0, 2, 0, 1])
        #expect(graph.repositoryWeights == [1, 4, 2, 3])
        #expect(graph.developerTotals == [3, 3, 4])
        #expect(graph.repositoryTotals == [1, 4, 5])
    }

    @Test(arguments: UInt64(0)..<10)
    func theTransposeOfALargeGraphIsThatOfAStableSort(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let (rows, columns) = (1000, Int.random(in: 1...2000, using: &random))
        let pairs = (0..<rows).flatMap { row in
            Set((0..<4).map { _ in Int.random(in: 0..<columns, using: &random) }).sorted().map { (row, $0) }
        }
        let graph = try #require(
            BipartiteGraph(
                repositoryCount: columns,
                degrees: (0..<rows).map { row in Int32(pairs.count { $0.0 == row }) },
                repositories: pairs.map { Int32($0.1) },
                weights: pairs.indices.map { Double($0 + 1) }
            )
        )
        let order = pairs.indices.sorted { (pairs[$0].1, $0) < (pairs[$1].1, $1) }
        #expect(graph.repositoryTargets == order.map { Int32(pairs[$0].0) })
        #expect(graph.repositoryWeights == order.map { Double($0 + 1) })
        #expect(graph.repositoryOffsets == (0...columns).map { column in pairs.count { $0.1 < column } })
        #expect(graph.repositoryCount == columns && graph.developerCount == rows)
    }

    @Test
    func edgesThatTheKernelsCouldNotRelyOnAreRefused() {
        #expect(graph([2], [1, 0], [1, 1]) == nil, "out of order")
        #expect(graph([2], [1, 1], [1, 1]) == nil, "repeated")
        #expect(graph([1], [3], [1]) == nil, "no such repository")
        #expect(graph([1], [-1], [1]) == nil, "no such repository")
        #expect(graph([1, -1, 1], [0], [1]) == nil, "a degree below nothing")
        #expect(graph([2], [0], [1]) == nil, "fewer edges than degrees say")
        #expect(graph([1], [0, 1], [1, 1]) == nil, "more edges than degrees say")
        #expect(graph([1], [0], [0]) == nil, "weight of nothing")
        #expect(graph([1], [0], [.infinity]) == nil, "weight without end")
        #expect(graph([1], [0], [.nan]) == nil, "weight that is no number")
        #expect(graph([2], [0, 1], [1]) == nil, "lengths differ")
        #expect(graph([0, 1, 0], [2], [1])?.repositoryTargets == [1], "developers without edges are none of these")
    }
}
