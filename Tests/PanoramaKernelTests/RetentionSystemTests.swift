// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaKernel
import TestSupport
import Testing

@Suite
struct RetentionSystemTests {
    private struct Golden: Decodable {
        struct Node: Decodable {
            var id: String
            var `init`: Double
            var retention: Double
        }

        struct Edge: Decodable {
            var s: String
            var t: String
            var w: Double
        }

        var nodes: [Node]
        var edges: [Edge]
        var closedForm: [String: Double]
        var expectedUpstream: [String: Double]?
        var upstreamAssertTolerance: Double?
    }

    @Test(
        .enabled(if: RealData.hasReference, "the golden files are not here"),
        arguments: ["golden_kernel_pagerank_test.json", "golden_kernel_birank_test.json"]
    )
    func aGoldenKernelHolds(name: String) throws {
        let file = try #require(RealData.reference).appending(path: "openrank/\(name)")
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let golden = try decoder.decode(Golden.self, from: Data(contentsOf: file))
        let places = Dictionary(uniqueKeysWithValues: golden.nodes.enumerated().map { ($1.id, $0) })
        let edges = try golden.edges.map { edge in
            RetentionSystem.Edge(
                source: try #require(places[edge.s]),
                target: try #require(places[edge.t]),
                weight: edge.w
            )
        }
        let system = try #require(
            RetentionSystem(
                start: golden.nodes.map(\.`init`),
                retention: golden.nodes.map(\.retention),
                edges: edges
            )
        )
        let values = try #require(system.solve())
        for (node, value) in zip(golden.nodes, values) {
            let exact = try #require(golden.closedForm[node.id])
            #expect((value - exact).magnitude <= 1e-12)
            if let upstream = golden.expectedUpstream?[node.id], let tolerance = golden.upstreamAssertTolerance {
                #expect((value - upstream).magnitude <= tolerance)
            }
        }
    }

    @Test(arguments: UInt64(0)..<50)
    func theMonthSolverAgreesWithTheGeneralKernel(seed: UInt64) throws {
        let month = RandomMonth(seed: seed)
        let nodes = month.developerCount + month.repositoryCount
        var developerTotals = [Double](repeating: 0, count: month.developerCount)
        var repositoryTotals = [Double](repeating: 0, count: month.repositoryCount)
        for edge in month.edges {
            developerTotals[edge.developer] += edge.weight
            repositoryTotals[edge.repository] += edge.weight
        }
        var edges: [RetentionSystem.Edge] = []
        for edge in month.edges {
            let (d, r) = (edge.developer, month.developerCount + edge.repository)
            edges.append(.init(source: d, target: r, weight: 0.95 * edge.weight / developerTotals[d]))
            edges.append(.init(source: r, target: d, weight: 0.95 * edge.weight / repositoryTotals[edge.repository]))
        }
        for node in 0..<nodes {
            edges.append(.init(source: node, target: nodes, weight: 0.05))
            edges.append(.init(source: nodes, target: node, weight: 1 / Double(nodes)))
        }
        let retention =
            [Double](repeating: 0.5, count: month.developerCount)
            + [Double](repeating: 0.3, count: month.repositoryCount) + [0.15]
        let system = try #require(
            RetentionSystem(
                start: month.developerStart + month.repositoryStart + [0],
                retention: retention,
                edges: edges
            )
        )
        let general = try #require(system.solve())
        let solution = try #require(month.solution())
        let scale = general.max() ?? 1
        for (node, value) in (solution.developers + solution.repositories).enumerated() {
            #expect((value - general[node] - general[nodes] / Double(nodes)).magnitude <= 1e-12 * scale)
        }
    }

    @Test
    func edgesOutsideTheGraphAndRetentionsOutOfRangeAreRefused() {
        #expect(RetentionSystem(start: [1], retention: [0.5], edges: [.init(source: 0, target: 1, weight: 1)]) == nil)
        #expect(RetentionSystem(start: [1], retention: [0], edges: []) == nil)
        #expect(RetentionSystem(start: [1, 2], retention: [0.5], edges: []) == nil)
    }

    @Test
    func weightsThatMultiplyWithoutEndGiveNoAnswer() throws {
        let system = try #require(
            RetentionSystem(start: [1], retention: [0.1], edges: [.init(source: 0, target: 0, weight: 5)])
        )
        #expect(system.solve() == nil)
    }
}
