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
/// How it is solved: the background's value is known beforehand (``Balance``), nodes with one edge are taken out
/// (``MonthCore``), then the developers, and what is left for the repositories has known spectral bounds
/// (``ChebyshevIteration``): a digit per double sweep where block Gauss–Seidel gains half a one. Every sum is made by one
/// thread in the graph's order, and the iteration starts from what the graph says, so the bits are the same at any number
/// of threads and whatever was solved before.
package struct OpenRank: Sendable {
    /// OpenRank of each developer.
    package let developers: [Double]
    /// OpenRank of each repository.
    package let repositories: [Double]
    /// Value of the background node; its share, the value over the number of nodes, is in every score.
    package let background: Double
    /// Double sweeps made: each goes over the edges in both directions, once.
    package let sweeps: Int
    /// Multiply-adds over directed edges, all in all; a pair is two directed edges.
    package let edgeWork: Int
    /// Estimate of the largest error, relative to the mean score and the node's own, whichever is larger.
    package let error: Double

    /// The estimated error that ends the iteration if nothing else is said.
    package static let tolerance = 5e-13

    /// Solves a month.
    ///
    /// Fails when lengths do not match, parameters are out of range, or the iteration does not converge, which the bounds
    /// rule out for parameters in range.
    ///
    /// - Parameters:
    ///   - graph: the month graph.
    ///   - developerStart: start values of the developers.
    ///   - repositoryStart: start values of the repositories.
    ///   - parameters: retentions and edge share.
    ///   - tolerance: the estimated error that ends the iteration.
    ///   - isParallel: whether all cores may be used.
    /// - Complexity: O(sweeps · edges), about 14 double sweeps with the parameters of OpenDigger.
    package init?(
        _ graph: BipartiteGraph,
        developerStart: [Double],
        repositoryStart: [Double],
        parameters: OpenRankParameters,
        tolerance: Double = Self.tolerance,
        isParallel: Bool = true
    ) {
        let nodeCount = graph.developerCount + graph.repositoryCount
        guard developerStart.count == graph.developerCount, repositoryStart.count == graph.repositoryCount,
            let rates = Rates(parameters, nodeCount: nodeCount)
        else { return nil }
        let balance = Balance(graph, developerStart, repositoryStart, rates)
        let share = balance.background * rates.nodeShare
        let chunks = Chunks(isParallel: isParallel)
        let core = MonthCore(
            graph,
            developerStart: developerStart,
            repositoryStart: repositoryStart,
            rates,
            share: share,
            chunks
        )
        var iteration = ChebyshevIteration(core, balance, chunks)
        guard iteration.run(tolerance: tolerance) else { return nil }
        background = balance.background
        developers = core.allDevelopers(iteration.developers, iteration.repositories)
        repositories = core.allRepositories(iteration.developers, iteration.repositories)
        sweeps = iteration.sweeps
        // A leaf is gone over once when it is folded into its neighbour and once when its own value is made.
        edgeWork = iteration.edgeWork + 2 * core.leafCount
        error = iteration.error
    }
}
