// SPDX-License-Identifier: Apache-2.0

import PanoramaKernel
import TestSupport

/// A small random month: every node has an edge, weights and start values spread over orders of magnitude.
struct RandomMonth {
    var developerCount: Int
    var repositoryCount: Int
    var edges: [(developer: Int, repository: Int, weight: Double)]
    var developerStart: [Double]
    var repositoryStart: [Double]

    static let parameters = OpenRankParameters(
        developerRetention: 0.5,
        repositoryRetention: 0.3,
        backgroundRetention: 0.15,
        edgeShare: 0.95
    )

    init(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let developerCount = Int.random(in: 1...30, using: &random)
        let repositoryCount = Int.random(in: 1...20, using: &random)
        var pairs: Set<[Int]> = []
        for developer in 0..<developerCount {
            pairs.insert([developer, .random(in: 0..<repositoryCount, using: &random)])
        }
        for repository in 0..<repositoryCount {
            pairs.insert([.random(in: 0..<developerCount, using: &random), repository])
        }
        for _ in 0..<Int.random(in: 0...60, using: &random) {
            pairs.insert([
                .random(in: 0..<developerCount, using: &random), .random(in: 0..<repositoryCount, using: &random),
            ])
        }
        self.developerCount = developerCount
        self.repositoryCount = repositoryCount
        edges = pairs.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.map { pair in
            let magnitude: Double = [1, 10, 1_000, 100_000].randomElement(using: &random) ?? 1
            let weight = Double.random(in: 0.5...10, using: &random) * magnitude
            return (pair[0], pair[1], weight)
        }
        developerStart = (0..<developerCount).map { _ in .random(in: 0...50, using: &random) }
        repositoryStart = (0..<repositoryCount).map { _ in .random(in: 0...900, using: &random) }
    }

    var graph: BipartiteGraph? {
        BipartiteGraph(
            repositoryCount: repositoryCount,
            degrees: edges.reduce(into: Array(repeating: 0, count: developerCount)) { $0[$1.developer] += 1 },
            repositories: edges.map { Int32($0.repository) },
            weights: edges.map(\.weight)
        )
    }

    /// The month solved by the kernel.
    func solution(
        _ parameters: OpenRankParameters = RandomMonth.parameters,
        isParallel: Bool = true
    ) -> OpenRank? {
        graph.flatMap { graph in
            OpenRank(
                graph,
                developerStart: developerStart,
                repositoryStart: repositoryStart,
                parameters: parameters,
                isParallel: isParallel
            )
        }
    }
}
