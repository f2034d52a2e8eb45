// SPDX-License-Identifier: Apache-2.0

/// Chebyshev semi-iteration on the repositories of a month's core, developers eliminated.
///
/// With values per activity z, the repositories satisfy (M − T)·z = c, where M is diagonal, T is symmetric, and M⁻¹·T has its
/// eigenvalues in [0, p·q]: T multiplies the activities themselves by no more, and taking out leaves lowers M by what it
/// takes from T. So the bounds of E − M⁻¹·T are known beforehand, 1 − p·q and 1, and no inner products are needed.
///
/// Source: G. H. Golub and R. S. Varga, *Chebyshev semi-iterative methods*, 1961, with the developers' half sweep (their
/// cyclic reduction) between two steps.
struct ChebyshevIteration {
    /// Values per activity of the core's developers.
    private(set) var developers: [Double]
    /// Values per activity of the core's repositories.
    private(set) var repositories: [Double]
    /// Double sweeps made; the first and the last are halves.
    private(set) var sweeps = 0
    /// Multiply-adds over directed edges.
    private(set) var edgeWork = 0
    /// Estimate of the largest error, relative to the mean value and the node's own, whichever is larger.
    private(set) var error = Double.infinity

    private let core: MonthCore
    private let chunks: Chunks
    private let mean: Double
    private let radius: Double
    private var previous: [Double]

    /// Prepares an iteration.
    ///
    /// It starts where all repositories have the value per activity that they have on the whole. What developers receive
    /// then needs no look at the edges, and what is left of the error is a sweep less than from nothing. The start follows
    /// from the month alone, never from an earlier answer for it: so the bits of an answer do not depend on the way to it.
    ///
    /// - Parameters:
    ///   - core: what is to be solved.
    ///   - balance: what both sides hold together.
    ///   - chunks: how rows are shared among threads.
    init(_ core: MonthCore, _ balance: Balance, _ chunks: Chunks) {
        self.core = core
        self.chunks = chunks
        mean = balance.mean
        radius = core.developers.gain * core.repositories.gain
        let (side, start) = (core.developers, balance.repositoryValuePerActivity)
        let totals = side.edges.totals(chunks)
        developers = chunks.map(side.count) { row in
            (side.sources[row] + side.gain * start * totals[row]) * side.inverses[row]
        }
        repositories = [Double](repeating: start, count: core.repositories.count)
        previous = repositories
    }

    /// Iterates until the estimated error is within a tolerance.
    ///
    /// - Returns: whether it gets there.
    /// - Complexity: O(sweeps · edges).
    mutating func run(tolerance: Double) -> Bool {
        // Spectrum [1 − radius, 1]: center θ, half-width δ, slope δ/θ. In the long run a step leaves `rate` of an error.
        let center = 1 - radius / 2
        let slope = radius / 2 / center
        let rate = slope / (1 + (1 - slope * slope).squareRoot())
        var omega = 1.0
        while sweeps < 10_000 {
            let residual = stepRepositories(omega: omega, center: center)
            guard residual.isFinite else { return false }
            // The residual is that of the values before the step; an error is at most 1 / (1 − radius) of it.
            error = rate * residual / (1 - radius)
            sweeps += 1
            sweepDevelopers()
            if error <= tolerance { return true }
            omega = sweeps == 1 ? 1 / (1 - slope * slope / 2) : 1 / (1 - omega * slope * slope / 4)
        }
        return false
    }

    /// Makes the developers' values follow from the repositories'.
    private mutating func sweepDevelopers() {
        let (side, inverses, values, chunks) = (core.developers, core.developers.inverses, repositories, chunks)
        developers.withPlaces { developers in
            chunks.forEach(in: side.pieces) { range in
                side.receive(range, from: values) { row, received in developers[row] = received * inverses[row] }
            }
        }
        edgeWork += side.edges.targets.count
    }

    /// Makes a step of the repositories.
    ///
    /// - Returns: the largest residual before it, relative to the mean value and the node's own, whichever is larger.
    private mutating func stepRepositories(omega: Double, center: Double) -> Double {
        let (side, inverses, values, old, chunks) =
            (core.repositories, core.repositories.inverses, developers, repositories, chunks)
        let (mean, stretch) = (max(mean, .leastNormalMagnitude), 1 / center)
        let residual = previous.withPlaces { next in
            chunks.largest(side.pieces) { range in
                var worst = 0.0
                side.receive(range, from: values) { row, received in
                    let wanted = received * inverses[row]
                    let residual = wanted - old[row]
                    // Per activity, as everything here; a quotient only where it is larger than all before.
                    let size = max(mean * inverses[row], wanted.magnitude)
                    if !(residual.magnitude <= worst * size), !worst.isNaN { worst = residual.magnitude / size }
                    next[row] = omega * (residual * stretch + old[row] - next[row]) + next[row]
                }
                return worst
            }
        }
        swap(&previous, &repositories)
        edgeWork += side.edges.targets.count
        return residual
    }
}
