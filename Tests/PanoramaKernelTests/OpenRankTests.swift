// SPDX-License-Identifier: Apache-2.0

import PanoramaKernel
import Testing

@Suite
struct OpenRankTests {
    @Test(arguments: UInt64(0)..<300)
    func aRandomMonthAgreesWithADenseDirectSolve(seed: UInt64) throws {
        let month = RandomMonth(seed: seed)
        let solution = try #require(month.solution())
        let dense = DenseReference.solve(month, RandomMonth.parameters)
        let scale = (dense.developers + dense.repositories).max() ?? 1
        for (value, exact) in zip(solution.developers + solution.repositories, dense.developers + dense.repositories) {
            #expect((value - exact).magnitude <= 1e-12 * scale)
        }
        #expect((solution.background - dense.background).magnitude <= 1e-12 * max(scale, dense.background))
        #expect(solution.sweeps <= 20)
    }

    @Test(arguments: UInt64(300)..<500)
    func valueIsConserved(seed: UInt64) throws {
        // Σ β·v = Σ β·v0 with β = α / (1 − α), background included and its share taken off again.
        let month = RandomMonth(seed: seed)
        let solution = try #require(month.solution())
        let share = solution.background / Double(month.developerCount + month.repositoryCount)
        let (developer, repository, background) = (1.0, 3.0 / 7, 3.0 / 17)
        let start = developer * month.developerStart.reduce(0, +) + repository * month.repositoryStart.reduce(0, +)
        let end =
            developer * solution.developers.reduce(0) { $0 + $1 - share }
            + repository * solution.repositories.reduce(0) { $0 + $1 - share } + background * solution.background
        #expect((end - start).magnitude <= 1e-12 * max(start, 1))
    }

    @Test(arguments: [0.0, 0.3, 0.95, 1.0], [0.05, 0.5, 1.0])
    func otherParametersAgreeWithADenseDirectSolveToo(edgeShare: Double, retention: Double) throws {
        let parameters = OpenRankParameters(
            developerRetention: retention,
            repositoryRetention: 0.3,
            backgroundRetention: 0.15,
            edgeShare: edgeShare
        )
        for seed in UInt64(900)..<910 {
            let month = RandomMonth(seed: seed)
            let solution = try #require(month.solution(parameters))
            let dense = DenseReference.solve(month, parameters)
            let scale = (dense.developers + dense.repositories).max() ?? 1
            for (value, exact) in zip(solution.repositories, dense.repositories) {
                #expect((value - exact).magnitude <= 1e-11 * scale)
            }
        }
    }

    @Test(arguments: [1e-200, 1, 1e9, 1e200])
    func aFirstMonthWhereRepositoriesStartAtNothingConverges(scale: Double) throws {
        var month = RandomMonth(seed: 7)
        month.repositoryStart = month.repositoryStart.map { _ in 0 }
        month.developerStart = month.developerStart.map { ($0 + 1) * scale }
        let solution = try #require(month.solution())
        #expect(solution.sweeps <= 20)
        #expect(solution.repositories.allSatisfy { $0 > 0 && $0.isFinite })
    }

    @Test
    func aMonthWithoutPairsHasOnlyWhatItsNodesKeep() throws {
        let graph = try #require(BipartiteGraph(repositoryCount: 0, degrees: [], repositories: [], weights: []))
        let solution = try #require(
            OpenRank(graph, developerStart: [], repositoryStart: [], parameters: RandomMonth.parameters)
        )
        #expect(solution.developers.isEmpty && solution.repositories.isEmpty && solution.background == 0)
    }

    @Test
    func parametersOutOfRangeHaveNoSolution() throws {
        let month = RandomMonth(seed: 1)
        for parameters in [
            OpenRankParameters(
                developerRetention: 0,
                repositoryRetention: 0.3,
                backgroundRetention: 0.15,
                edgeShare: 0.95
            ),
            OpenRankParameters(
                developerRetention: 0.5,
                repositoryRetention: 1.1,
                backgroundRetention: 0.15,
                edgeShare: 0.95
            ),
            OpenRankParameters(
                developerRetention: 0.5,
                repositoryRetention: 0.3,
                backgroundRetention: 0.15,
                edgeShare: 1.5
            ),
            OpenRankParameters(
                developerRetention: .nan,
                repositoryRetention: 0.3,
                backgroundRetention: 0.15,
                edgeShare: 0.5
            ),
        ] {
            #expect(month.solution(parameters) == nil)
        }
    }
}
