// SPDX-License-Identifier: Apache-2.0

extension CoreSide {
    /// All nodes of one side of a month graph, leaves and others.
    struct Nodes {
        /// The edges of each.
        let edges: SparseRows
        /// Sum of each node's activity.
        let totals: [Double]
        /// What each starts with.
        let start: [Double]
        /// Part of what it starts with that a node has whatever its neighbours' values.
        let kept: Double
        /// What every node has of the background's value.
        let base: Double
        /// Part of the neighbours' value that arrives.
        let gain: Double
        /// The rows that they have in the core; leaves have none.
        let rows: CoreRows

        /// What a value per activity of a node is multiplied by to give its value.
        @inline(__always)
        func scale(_ node: Int) -> Double { totals[node] > 0 ? totals[node] : 1 }

        /// What a node has whatever its neighbours' values.
        @inline(__always)
        func source(_ node: Int) -> Double { kept * start[node] + base }

        /// Values of all nodes, with a share added, from values per activity of both sides of the core.
        ///
        /// - Complexity: O(nodes).
        func expand(
            _ values: [Double],
            other: Nodes,
            _ otherValues: [Double],
            adding share: Double,
            _ chunks: Chunks
        ) -> [Double] {
            chunks.map(totals.count) { node in
                if rows.contains(node) { return scale(node) * values[rows[node]] + share }
                let edge = edges.offsets[node]
                let neighbour = other.rows[Int(edges.targets[edge])]
                return source(node) + gain * edges.weights[edge] * otherValues[neighbour] + share
            }
        }
    }
}
