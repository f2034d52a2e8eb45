// SPDX-License-Identifier: Apache-2.0

extension CoreSide {
    /// All nodes of one side of a month graph, leaves and others.
    struct Nodes {
        /// Where each node's edges start; one more than there are nodes.
        var offsets: [Int]
        /// The node of the other side at the other end of each edge.
        var targets: [Int32]
        /// The activity of each edge.
        var weights: [Double]
        /// Sum of each node's activity.
        var totals: [Double]
        /// What each has whatever its neighbours' values.
        var sources: [Double]
        /// The row of each in the core, −1 for a leaf.
        var rows: [Int32]
        /// Part of the neighbours' value that arrives.
        var gain: Double

        /// What a value per activity of a node is multiplied by to give its value.
        func scale(_ node: Int) -> Double { totals[node] > 0 ? totals[node] : 1 }

        /// Values of all nodes from values per activity of both sides of the core.
        ///
        /// - Complexity: O(nodes).
        func expand(_ values: [Double], other: Nodes, _ otherValues: [Double]) -> [Double] {
            var result = sources
            for (node, row) in rows.enumerated() {
                if row >= 0 {
                    result[node] = scale(node) * values[Int(row)]
                } else {
                    let edge = offsets[node]
                    result[node] += gain * weights[edge] * otherValues[Int(other.rows[Int(targets[edge])])]
                }
            }
            return result
        }
    }
}
