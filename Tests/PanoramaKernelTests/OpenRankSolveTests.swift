// SPDX-License-Identifier: Apache-2.0

import PanoramaKernel
import TestSupport
import Testing

/// How the kernel comes to its answer: leaves, starts, threads, and the work it counts.
@Suite
struct OpenRankSolveTests {
    /// A month large enough to be shared among threads.
    private func large(seed: UInt64) -> RandomMonth {
        var random = SplitMix(seed: seed)
        var month = RandomMonth(seed: seed)
        (month.developerCount, month.repositoryCount) = (9000, 5000)
        month.edges = (0..<month.developerCount).flatMap { developer in
            let first = developer % month.repositoryCount
            let others = (0..<Int.random(in: 0...4, using: &random)).map { _ in Int.random(in: 0..<500, using: &random)
            }
            return Set([first] + others).sorted().map { repository in
                (developer, repository, Double.random(in: 0.5...500, using: &random))
            }
        }
        month.developerStart = (0..<month.developerCount).map { _ in .random(in: 0...5, using: &random) }
        month.repositoryStart = (0..<month.repositoryCount).map { _ in .random(in: 0...50, using: &random) }
        return month
    }

    private func expect(_ month: RandomMonth, _ solution: OpenRank, _ parameters: OpenRankParameters) {
        let dense = DenseReference.solve(month, parameters)
        let exact = dense.developers + dense.repositories
        let mean = exact.reduce(0, +) / Double(exact.count)
        for (value, exact) in zip(solution.developers + solution.repositories, exact) {
            #expect((value - exact).magnitude <= 2e-12 * max(mean, exact))
        }
    }

    @Test(arguments: UInt64(2000)..<2200)
    func anyParametersAgreeWithADenseDirectSolve(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let parameters = OpenRankParameters(
            developerRetention: .random(in: 0.2...1, using: &random),
            repositoryRetention: .random(in: 0.2...1, using: &random),
            backgroundRetention: .random(in: 0.05...1, using: &random),
            edgeShare: .random(in: 0...1, using: &random)
        )
        let month = RandomMonth(seed: seed)
        expect(month, try #require(month.solution(parameters)), parameters)
    }

    @Test(arguments: UInt64(2200)..<2300)
    func nodesWithoutEdgesKeepWhatTheyHaveAndPayTheBackground(seed: UInt64) throws {
        var month = RandomMonth(seed: seed)
        month.edges.removeAll { $0.developer % 3 == 0 || $0.repository % 4 == 1 }
        expect(month, try #require(month.solution()), RandomMonth.parameters)
    }

    @Test
    func starsAndPairsAreSolvedWithoutTheirEdges() throws {
        // Developers 0 and 1 around repository 0, developer 2 with the repositories 1 and 2, developer 3 alone with 3.
        var month = RandomMonth(seed: 1)
        (month.developerCount, month.repositoryCount) = (4, 4)
        month.edges = [(0, 0, 3), (1, 0, 1), (2, 1, 2), (2, 2, 5), (3, 3, 7)]
        (month.developerStart, month.repositoryStart) = ([1, 2, 3, 4], [0, 5, 0, 6])
        let solution = try #require(month.solution())
        expect(month, solution, RandomMonth.parameters)
        #expect(solution.edgeWork == 2 * 5, "each pair once to be folded, once for the leaf's own value")
    }

    @Test
    func theBitsAreTheSameOnOneThreadAndOnAll() throws {
        let month = large(seed: 5)
        let (one, all) = (try #require(month.solution(isParallel: false)), try #require(month.solution()))
        #expect(one.developers == all.developers && one.repositories == all.repositories)
        #expect(one.background == all.background && one.edgeWork == all.edgeWork && one.error == all.error)
    }

    @Test
    func theWorkIsThatOfTheSweepsOverTheCoreAndOfTheLeaves() throws {
        let month = large(seed: 30)
        let solution = try #require(month.solution())
        let perSweep = solution.edgeWork / (2 * solution.sweeps)
        #expect(perSweep <= month.edges.count && perSweep > month.edges.count / 2)
        #expect(solution.error <= OpenRank.tolerance)
    }
}
