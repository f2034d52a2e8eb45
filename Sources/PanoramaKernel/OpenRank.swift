// SPDX-License-Identifier: Apache-2.0

/// OpenRank of one month, solved to rounding accuracy.
///
/// The definition (X-lab2017/open-digger, `globalOpenrank.ts`; convergence in X-lab2017/MSR-2024-npm-OpenRank-material):
/// with retention α, start values v0 and edge weights w,
///
///     v_i = α_i · v0_i + (1 − α_i) · Σ_j w_ji · v_j
///
/// on the graph of developers and repositories, w(r→d) = s·a/A_r, w(d→r) = s·a/A_d, and a background node b with
/// w(n→b) = 1 − s and w(b→n) = 1/N. Published is v(n) + v(b)/N.
///
/// How it is solved: developers are eliminated, x_d = f_d + p·B·x_r, which leaves (E − T)·x_r = c for the repositories with
/// T = p·q·C·B, p = (1 − α_d)·s, q = (1 − α_r)·s. T is similar to a symmetric matrix with eigenvalues in [0, p·q], so the
/// bounds of E − T are known beforehand and the Chebyshev semi-iteration applies (Golub and Varga, *Chebyshev semi-iterative
/// methods*, 1961): a digit per double sweep where block Gauss–Seidel gains half a one, and no inner products, so the same
/// bits at any number of threads. The background node is a rank-one term: the system is solved for the sources and for a
/// unit of background side by side, each edge loaded once, and the background's value follows from one scalar equation.
package struct OpenRank: Sendable {
    /// OpenRank of each developer.
    package let developers: [Double]
    /// OpenRank of each repository.
    package let repositories: [Double]
    /// Value of the background node; its share, the value over the number of nodes, is in every score.
    package let background: Double
    /// Double sweeps made: each goes once over the edges in either direction.
    package let sweeps: Int
    /// Largest residual, relative to the mean value plus the node's own.
    package let residual: Double

    /// The residual that ends the iteration, relative to the mean value plus the node's own.
    package static let tolerance = 1e-13

    /// Solves a month.
    ///
    /// Fails when lengths do not match, parameters are out of range, or the iteration does not converge, which the bounds
    /// rule out for parameters in range.
    ///
    /// - Parameters:
    ///   - graph: the month graph; every node has at least one edge.
    ///   - developerStart: start values of the developers.
    ///   - repositoryStart: start values of the repositories.
    ///   - parameters: retentions and edge share.
    /// - Complexity: O(sweeps · edges), about 14 double sweeps with the parameters of OpenDigger.
    package init?(
        _ graph: BipartiteGraph,
        developerStart: [Double],
        repositoryStart: [Double],
        parameters: OpenRankParameters
    ) {
        guard developerStart.count == graph.developerCount, repositoryStart.count == graph.repositoryCount,
            (0...1).contains(parameters.edgeShare), (0.0...1).contains(parameters.backgroundRetention),
            parameters.developerRetention > 0, parameters.developerRetention <= 1,
            parameters.repositoryRetention > 0, parameters.repositoryRetention <= 1,
            parameters.backgroundRetention > 0
        else { return nil }
        guard graph.pairCount > 0 else {
            developers = developerStart.map { $0 * parameters.developerRetention }
            repositories = repositoryStart.map { $0 * parameters.repositoryRetention }
            background = 0
            sweeps = 0
            residual = 0
            return
        }
        var solver = TwoSidedSolver(graph, parameters, developerStart, repositoryStart)
        guard let outcome = solver.run(tolerance: Self.tolerance) else { return nil }
        sweeps = outcome.sweeps
        residual = outcome.residual

        let nodeCount = Double(graph.developerCount + graph.repositoryCount)
        let sums = solver.sums
        let leak = (1 - parameters.backgroundRetention) * (1 - parameters.edgeShare)
        let value = leak * sums.sources / (1 - leak * sums.background)
        let share = value / nodeCount
        background = value
        developers = solver.developers.map { $0.sources + value * $0.background + share }
        repositories = solver.repositories.map { $0.sources + value * $0.background + share }
    }
}
