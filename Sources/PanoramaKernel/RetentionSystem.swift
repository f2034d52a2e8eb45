// SPDX-License-Identifier: Apache-2.0

/// The OpenRank kernel on any directed weighted graph: the definition itself, without the shape of a month.
///
/// `v_i = α_i · v0_i + (1 − α_i) · Σ_j w_ji · v_j`, weights as given (they are not normalised). The month's solver uses the
/// two-sided shape; this one does not, and stands beside it as its verifier.
package struct RetentionSystem: Sendable {
    /// An edge that carries value.
    package struct Edge: Hashable, Sendable {
        /// Where the value comes from.
        package var source: Int
        /// Where it goes.
        package var target: Int
        /// The share of the source's value that goes this way.
        package var weight: Double

        package init(source: Int, target: Int, weight: Double) {
            self.source = source
            self.target = target
            self.weight = weight
        }
    }

    private let start: [Double]
    private let retention: [Double]
    private let offsets: [Int]
    private let sources: [Int]
    private let weights: [Double]

    /// Makes a system; `nil` when lengths differ, an edge leaves the graph, or a retention is not in (0, 1].
    ///
    /// - Complexity: O(nodes + edges).
    package init?(start: [Double], retention: [Double], edges: [Edge]) {
        guard start.count == retention.count, retention.allSatisfy({ $0 > 0 && $0 <= 1 }),
            edges.allSatisfy({ start.indices.contains($0.source) && start.indices.contains($0.target) })
        else { return nil }
        self.start = start
        self.retention = retention
        var offsets = [Int](repeating: 0, count: start.count + 1)
        for edge in edges { offsets[edge.target + 1] += 1 }
        for node in start.indices { offsets[node + 1] += offsets[node] }
        var next = offsets
        var sources = [Int](repeating: 0, count: edges.count)
        var weights = [Double](repeating: 0, count: edges.count)
        for edge in edges {
            sources[next[edge.target]] = edge.source
            weights[next[edge.target]] = edge.weight
            next[edge.target] += 1
        }
        self.offsets = offsets
        self.sources = sources
        self.weights = weights
    }

    /// Solves by Gauss–Seidel sweeps until no value moves by more than a share of the largest.
    ///
    /// - Returns: `nil` when the weights are such that it does not converge within the sweeps.
    /// - Complexity: O(sweeps · edges).
    package func solve(tolerance: Double = 1e-15, maximumSweeps: Int = 100_000) -> [Double]? {
        var values = start
        for _ in 0..<maximumSweeps {
            var moved = 0.0
            var largest = 0.0
            for node in values.indices {
                var sum = 0.0
                for edge in offsets[node]..<offsets[node + 1] { sum += weights[edge] * values[sources[edge]] }
                let value = retention[node] * start[node] + (1 - retention[node]) * sum
                moved = max(moved, (value - values[node]).magnitude)
                largest = max(largest, value.magnitude)
                values[node] = value
            }
            guard moved.isFinite else { return nil }
            if moved <= tolerance * largest { return values }
        }
        return nil
    }
}
