// SPDX-License-Identifier: Apache-2.0

package import PanoramaArchive
import PanoramaKernel
package import PanoramaModel

/// Scores one month after another, each from the pairs of the month and the scores before it.
package struct MonthScorer: Sendable {
    private let parameters: ScoringParameters
    private let start: StartValue
    private let bots: Set<DeveloperID>

    /// Makes a scorer; `bots` are left out beside the accounts that bear a bot's login.
    package init(_ parameters: ScoringParameters, bots: some Sequence<DeveloperID>) {
        self.parameters = parameters
        start = StartValue(parameters: parameters)
        self.bots = Set(bots)
    }

    /// Scores a month.
    ///
    /// - Parameters:
    ///   - month: the month.
    ///   - table: its pairs; may be empty.
    ///   - previous: the scores of the month before, `nil` for the first.
    /// - Returns: the scores of the month, with the entries of nodes at rest.
    /// - Throws: ``PipelineError`` when the parameters allow no solution.
    /// - Complexity: O(sweeps · pairs + nodes).
    package func score(
        _ month: Month,
        _ table: PairTable,
        after previous: MonthScores?
    ) throws -> MonthScores {
        let input = try MonthGraph(table.pairs, parameters, bots: bots)
        let developerCarry = carry(into: month, from: previous?.developers ?? [])
        let repositoryCarry = carry(into: month, from: previous?.repositories ?? [])
        let repositoryStart = values(of: input.repositories, in: repositoryCarry)
        let developerStart = zip(values(of: input.developers, in: developerCarry), input.graph.developerTotals).map {
            $0 + start.added(byActivity: $1)
        }
        guard
            let solution = OpenRank(
                input.graph,
                developerStart: developerStart,
                repositoryStart: repositoryStart,
                parameters: OpenRankParameters(
                    developerRetention: parameters.retention.developer,
                    repositoryRetention: parameters.retention.repository,
                    backgroundRetention: parameters.retention.background,
                    edgeShare: parameters.edgeShare
                )
            )
        else { throw PipelineError("the scores of \(month) do not converge with these scoring parameters") }
        return MonthScores(
            month: month,
            developers: merge(input.developers, solution.developers, month, over: developerCarry),
            repositories: merge(input.repositories, solution.repositories, month, over: repositoryCarry),
            background: solution.background,
            pairs: input.graph.pairCount,
            sweeps: solution.sweeps,
            edgeWork: solution.edgeWork
        )
    }

    /// Entries that still carry something into a month, with the value carried beside the one published.
    private func carry(into month: Month, from nodes: [NodeScore]) -> [(node: NodeScore, carried: Double)] {
        nodes.compactMap { node in
            let carried = start.carried(node, into: month)
            return carried > 0 ? (node, carried) : nil
        }
    }

    /// The carried values of some ids; both lists ascend by id.
    private func values(of ids: [Int64], in carry: [(node: NodeScore, carried: Double)]) -> [Double] {
        var next = 0
        return ids.map { id in
            while next < carry.count, carry[next].node.id < id { next += 1 }
            return next < carry.count && carry[next].node.id == id ? carry[next].carried : 0
        }
    }

    /// The new scores, and the old entries of nodes at rest.
    private func merge(
        _ ids: [Int64],
        _ values: [Double],
        _ month: Month,
        over carry: [(node: NodeScore, carried: Double)]
    ) -> [NodeScore] {
        var result: [NodeScore] = []
        result.reserveCapacity(ids.count + carry.count)
        var next = 0
        for (id, value) in zip(ids, values) {
            while next < carry.count, carry[next].node.id < id {
                result.append(carry[next].node)
                next += 1
            }
            if next < carry.count, carry[next].node.id == id { next += 1 }
            result.append(NodeScore(id: id, value: value, month: month.ordinal))
        }
        result.append(contentsOf: carry[next...].map(\.node))
        return result
    }
}
