// SPDX-License-Identifier: Apache-2.0

/// What developers, repositories and the background node hold together, known before any of them is solved for.
///
/// A node that has edges hands on its whole value: the share s to its neighbours, the rest to the background. So the sums
/// over both sides, D and R, and the background's value b satisfy three linear equations without the graph in them:
///
///     D = α_d·D0 + (1 − α_d)·(s·R + b·n_d/N)
///     R = α_r·R0 + (1 − α_r)·(s·D + b·n_r/N)
///     b = (1 − α_b)·(1 − s)·(D + R)
///
/// Nodes without edges keep what they have and add to b alone. This takes the background out of the iteration altogether.
struct Balance {
    /// Value of the background node.
    let background: Double
    /// The mean value of a node, the background's share left out.
    let mean: Double
    /// The value of all repositories over the activity in them, the background's share left out; 0 without edges.
    let repositoryValuePerActivity: Double

    /// Solves the three equations.
    ///
    /// - Complexity: O(nodes).
    init(_ graph: BipartiteGraph, _ developerStart: [Double], _ repositoryStart: [Double], _ rates: Rates) {
        let developers = Part(developerStart, graph.developerTotals, rates.keptByDevelopers, rates.nodeShare)
        let repositories = Part(repositoryStart, graph.repositoryTotals, rates.keptByRepositories, rates.nodeShare)
        let (p, q) = (rates.toDevelopers, rates.toRepositories)
        // D and R as what they hold without background, and what a unit of it adds.
        let fixed = (1 + q) * developers.fixed + (1 + p) * repositories.fixed
        let perUnit = (1 + q) * developers.perUnit + (1 + p) * repositories.perUnit
        let own = fixed / (1 - p * q) + developers.fixedAlone + repositories.fixedAlone
        let gain = perUnit / (1 - p * q) + developers.perUnitAlone + repositories.perUnitAlone
        background = rates.toBackground * own / (1 - rates.toBackground * gain)
        mean = (own + background * gain) * rates.nodeShare
        let inDevelopers = developers.fixed + background * developers.perUnit
        let inRepositories = repositories.fixed + background * repositories.perUnit
        let activity = graph.repositoryTotals.reduce(0, +)
        repositoryValuePerActivity = activity > 0 ? (inRepositories + q * inDevelopers) / (1 - p * q) / activity : 0
    }

    /// Sums over one side: of what its nodes start from, and of what a unit of background adds; apart without edges.
    private struct Part {
        var fixed: Double
        var perUnit: Double
        var fixedAlone: Double
        var perUnitAlone: Double

        init(_ start: [Double], _ totals: [Double], _ kept: Double, _ nodeShare: Double) {
            var (sum, sumAlone, countAlone) = (CompensatedSum(), CompensatedSum(), 0)
            for (value, total) in zip(start, totals) {
                if total > 0 {
                    sum.add(value)
                } else {
                    sumAlone.add(value)
                    countAlone += 1
                }
            }
            fixed = kept * sum.value
            fixedAlone = kept * sumAlone.value
            perUnit = (1 - kept) * nodeShare * Double(start.count - countAlone)
            perUnitAlone = (1 - kept) * nodeShare * Double(countAlone)
        }
    }
}
