// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// A solved month with its graph, so that every score can be taken apart.
struct MonthAnatomy {
    let scores: MonthScores
    /// The scores of the month before, from which nodes carry.
    let previous: MonthScores?
    let graph: MonthGraph
    let parameters: ScoringParameters

    /// The parts of a node's score; `nil` when it takes no part in the month.
    ///
    /// Nothing is solved: the neighbours' scores are those of the month, and the equation holds for them.
    ///
    /// - Complexity: O(neighbours · log(nodes)).
    func parts(of id: Int64, _ kind: NodeKind) -> ScoreParts? {
        guard let neighbours = graph.neighbours(of: id, kind) else { return nil }
        let retention = kind == .developer ? parameters.retention.developer : parameters.retention.repository
        let share = scores.background / Double(max(graph.nodeCount, 1))
        let start = StartValue(parameters: parameters)
        let before = previous?.nodes(kind)
        let source = before?.index(ofID: id).flatMap { before?[$0] }
        let carried = source.map { start.carried($0, into: scores.month) } ?? 0
        let activity = neighbours.reduce(0) { $0 + $1.activity }
        let added = kind == .developer ? start.added(byActivity: activity) : 0
        let others = scores.nodes(kind.opposite)
        let contributions = neighbours.map { neighbour in
            let score = others.index(ofID: neighbour.id).map { others[$0].value } ?? 0
            let flow = parameters.edgeShare * neighbour.activity / neighbour.totalActivity * (score - share)
            return Contribution(
                id: neighbour.id,
                value: (1 - retention) * flow,
                activity: neighbour.activity,
                totalActivity: neighbour.totalActivity,
                score: score
            )
        }
        return ScoreParts(
            carried: retention * carried,
            added: retention * added,
            contributions: contributions.sorted { ($1.value, $0.id) < ($0.value, $1.id) },
            background: (1 - retention) * share,
            backgroundShare: share,
            retention: retention,
            source: carried > 0 ? source : nil
        )
    }
}

extension MonthScores {
    /// The entries of a kind, by id.
    func nodes(_ kind: NodeKind) -> [NodeScore] { kind == .developer ? developers : repositories }
}
