// SPDX-License-Identifier: Apache-2.0

/// The rows of one side of a month graph, its leaves left out.
///
/// A leaf is a node with a single edge. What it hands on is what it starts from and a fixed part of what it receives from
/// its only neighbour, so it is folded into that neighbour's source and diagonal. With values per activity, y = x / A, a row
/// then reads
///
///     diagonal·y = source + gain · Σ a·y′          diagonal = A − p·q · Σ a of its leaves
///
/// over the neighbours that are no leaves themselves.
struct CoreSide {
    /// Where each row's edges start; one more than there are rows.
    let offsets: [Int]
    /// The row of the other side at the other end of each edge.
    let targets: [Int32]
    /// The activity of each edge.
    let weights: [Double]
    /// What each row has whatever the other side's values.
    let sources: [Double]
    /// What a row's value per activity is multiplied by.
    let diagonal: [Double]
    /// Part of the neighbours' value that arrives.
    let gain: Double

    /// Takes the leaves out of one side.
    ///
    /// - Complexity: O(nodes + edges).
    init(_ own: Nodes, other: Nodes) {
        var offsets = [0]
        var (targets, weights): ([Int32], [Double]) = ([], [])
        var (sources, diagonal): ([Double], [Double]) = ([], [])
        offsets.reserveCapacity(own.rows.count + 1)
        targets.reserveCapacity(own.targets.count)
        weights.reserveCapacity(own.targets.count)
        sources.reserveCapacity(own.rows.count)
        diagonal.reserveCapacity(own.rows.count)
        for node in own.rows.indices where own.rows[node] >= 0 {
            var (source, back) = (own.sources[node], 0.0)
            for edge in own.offsets[node]..<own.offsets[node + 1] {
                let end = Int(own.targets[edge])
                if other.rows[end] >= 0 {
                    targets.append(other.rows[end])
                    weights.append(own.weights[edge])
                } else {
                    source += own.gain * other.sources[end]
                    back += own.weights[edge]
                }
            }
            offsets.append(targets.count)
            sources.append(source)
            diagonal.append(own.scale(node) - own.gain * other.gain * back)
        }
        (self.offsets, self.targets, self.weights) = (offsets, targets, weights)
        (self.sources, self.diagonal, gain) = (sources, diagonal, own.gain)
    }

    /// The number of rows.
    var count: Int { sources.count }

    /// What some rows have and receive from the values of the other side, one row after another.
    ///
    /// - Complexity: O(edges of the rows).
    @inline(__always)
    func receive(_ range: Range<Int>, from values: [Double], _ body: (_ row: Int, _ received: Double) -> Void) {
        let (values, offsets, sources) = (values.span, offsets.span, sources.span)
        let (targets, weights) = (targets.span, weights.span)
        for row in range {
            var sum = 0.0
            // In range by construction: offsets end at the edges, targets are rows of the other side.
            for edge in offsets[row]..<offsets[row + 1] {
                let target = unsafe Int(targets[unchecked: edge])
                sum += unsafe weights[unchecked: edge] * values[unchecked: target]
            }
            body(row, sources[row] + gain * sum)
        }
    }
}
