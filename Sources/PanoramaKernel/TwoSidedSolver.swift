// SPDX-License-Identifier: Apache-2.0

/// A value for each of the two right-hand sides that are solved together: the sources, and a unit of background.
typealias Twin = SIMD2<Double>

extension SIMD2<Double> {
    var sources: Double { x }
    var background: Double { y }
}

/// Chebyshev semi-iteration on the repositories of a month graph, developers eliminated.
///
/// Each double sweep computes developers from repositories, then the true residual of the repositories, so the accuracy
/// that ends the iteration is measured, not estimated.
struct TwoSidedSolver {
    private let graph: BipartiteGraph
    private let developerSource: [Twin]
    private let repositorySource: [Twin]
    /// Value a developer receives per unit of a repository's value and share of its activity.
    private let toDevelopers: Double
    private let toRepositories: Double
    /// Bounds of the spectrum are [1 − radius, 1].
    private let radius: Double

    private(set) var developers: [Twin]
    private(set) var repositories: [Twin]

    init(
        _ graph: BipartiteGraph,
        _ parameters: OpenRankParameters,
        _ developerStart: [Double],
        _ repositoryStart: [Double]
    ) {
        self.graph = graph
        let nodeCount = Double(graph.developerCount + graph.repositoryCount)
        let (keepDeveloper, keepRepository) = (parameters.developerRetention, parameters.repositoryRetention)
        developerSource = developerStart.map { Twin(keepDeveloper * $0, (1 - keepDeveloper) / nodeCount) }
        repositorySource = repositoryStart.map { Twin(keepRepository * $0, (1 - keepRepository) / nodeCount) }
        toDevelopers = (1 - keepDeveloper) * parameters.edgeShare
        toRepositories = (1 - keepRepository) * parameters.edgeShare
        radius = toDevelopers * toRepositories
        developers = developerSource
        repositories = repositorySource
    }

    /// Iterates until every residual is within the tolerance of the mean value plus the node's own.
    ///
    /// - Returns: `nil` when it does not get there.
    mutating func run(tolerance: Double) -> (sweeps: Int, residual: Double)? {
        // Spectrum [1 − radius, 1]: centre θ, half-width δ. With δ = 0 one step is exact.
        let center = 1 - radius / 2
        let halfWidth = radius / 2
        let slope = halfWidth > 0 ? halfWidth / center : 0
        var previous = repositories
        var omega = 1.0
        for sweep in 1...10_000 {
            developers = gatherDevelopers()
            let mean = meanValue
            var worst = Twin.zero
            var next = previous
            gatherRepositories { row, gathered, repositories in
                let old = repositories[row]
                let residual = gathered - old
                let size = residual.absolute / (mean + old.absolute + gathered.absolute)
                worst.replace(with: size, where: .!(size .<= worst))
                next[row] = omega * (residual / center + old - previous[row]) + previous[row]
            }
            guard worst.x.isFinite, worst.y.isFinite else { return nil }
            if worst.max() <= tolerance { return (sweep, worst.max()) }
            previous = repositories
            repositories = next
            omega = sweep == 1 ? 1 / (1 - slope * slope / 2) : 1 / (1 - omega * slope * slope / 4)
        }
        return nil
    }

    /// Sums of both solutions over all nodes, compensated (Neumaier) and in fixed order.
    var sums: Twin {
        var sum = CompensatedSum()
        for value in developers { sum.add(value) }
        for value in repositories { sum.add(value) }
        return sum.value
    }

    private var meanValue: Twin {
        var sum = Twin.zero
        for value in repositories { sum += value.absolute }
        return sum / Double(max(repositories.count, 1)) + Twin(repeating: .leastNormalMagnitude)
    }

    /// x_d = f_d + p · Σ_r (a / A_r) · x_r.
    private func gatherDevelopers() -> [Twin] {
        let scaled = zip(repositories, graph.repositoryTotals).map { $0 / $1 }
        let (values, offsets) = (scaled.span, graph.developerOffsets.span)
        let (targets, weights) = (graph.developerTargets.span, graph.developerWeights.span)
        var next = developerSource
        for row in next.indices {
            var sum = Twin.zero
            for edge in offsets[row]..<offsets[row + 1] { sum += weights[edge] * values[Int(targets[edge])] }
            next[row] += toDevelopers * sum
        }
        return next
    }

    /// Hands on f_r + q · Σ_d (a / A_d) · x_d for each repository.
    private func gatherRepositories(_ body: (Int, Twin, [Twin]) -> Void) {
        let scaled = zip(developers, graph.developerTotals).map { $0 / $1 }
        let (values, offsets) = (scaled.span, graph.repositoryOffsets.span)
        let (targets, weights) = (graph.repositoryTargets.span, graph.repositoryWeights.span)
        for row in repositorySource.indices {
            var sum = Twin.zero
            for edge in offsets[row]..<offsets[row + 1] { sum += weights[edge] * values[Int(targets[edge])] }
            body(row, repositorySource[row] + toRepositories * sum, repositories)
        }
    }
}

extension SIMD2<Double> {
    fileprivate var absolute: Twin { Twin(x.magnitude, y.magnitude) }
}

/// A sum whose rounding error does not grow with the number of terms (Neumaier 1974).
private struct CompensatedSum {
    private var sum = Twin.zero
    private var compensation = Twin.zero

    mutating func add(_ value: Twin) {
        let total = sum + value
        let isLarger = sum.absolute .>= value.absolute
        compensation += ((sum - total) + value).replacing(with: (value - total) + sum, where: .!isLarger)
        sum = total
    }

    var value: Twin { sum + compensation }
}
