// SPDX-License-Identifier: Apache-2.0

/// The rows of one side of a month graph, its leaves left out.
///
/// A leaf is a node with a single edge. What it hands on is what it starts from and a fixed part of what it receives from
/// its only neighbour, so it is folded into that neighbour's source and diagonal. With values per activity, y = x / A, a row
/// then reads
///
///     y = (source + gain · Σ a·y′) · inverse          1 / inverse = A − p·q · Σ a of its leaves
///
/// over the neighbours that are no leaves themselves.
struct CoreSide {
    /// The edges of each row, to rows of the other side, with their activity.
    let edges: SparseRows
    /// What each row has whatever the other side's values.
    let sources: [Double]
    /// What makes of a row's value its value per activity; a product takes less time than a quotient.
    let inverses: [Double]
    /// Part of the neighbours' value that arrives.
    let gain: Double
    /// The rows in pieces of about as much work each.
    let pieces: [Range<Int>]

    /// Takes the leaves out of one side.
    ///
    /// - Complexity: O(nodes + edges).
    init(_ own: Nodes, other: Nodes, _ chunks: Chunks) {
        let (rows, others, count) = (own.rows, other.rows, own.rows.count)
        let ends = own.edges.targets
        // How many edges of each row are to the core and to leaves, then where they start.
        var (offsets, leafOffsets): ([Int], [Int]) = ([0], [0])
        offsets += [Int](count: count) { edges in
            leafOffsets += [Int](count: count) { leaves in
                rows.forEach(chunks) { node, row in
                    var count = 0
                    for edge in own.edges.edges(node) where others.contains(Int(ends[edge])) { count += 1 }
                    edges[row] = count
                    leaves[row] = own.edges.edges(node).count - count
                }
            }
        }
        for row in 0..<count {
            offsets[row + 1] += offsets[row]
            leafOffsets[row + 1] += leafOffsets[row]
        }
        let (starts, leafStarts) = (offsets, leafOffsets)
        var (inverses, leaves): ([Double], [Int32]) = ([], [])
        let inCore = SparseRows.edges(count: starts[count]) { targets, weights in
            inverses = [Double](count: count) { inverses in
                leaves = [Int32](count: leafStarts[count]) { leaves in
                    rows.forEach(chunks) { node, row in
                        var (place, leaf, back) = (starts[row], leafStarts[row], 0.0)
                        for edge in own.edges.edges(node) {
                            let end = Int(ends[edge])
                            if others.contains(end) {
                                targets[place] = Int32(truncatingIfNeeded: others[end])
                                weights[place] = own.edges.weights[edge]
                                place += 1
                            } else {
                                leaves[leaf] = ends[edge]
                                leaf += 1
                                back += own.edges.weights[edge]
                            }
                        }
                        inverses[row] = 1 / (own.scale(node) - own.gain * other.gain * back)
                    }
                }
            }
        }
        edges = SparseRows(offsets: offsets, targets: inCore.targets, weights: inCore.weights)
        // What leaves hand on lies all over the other side: gathered for itself, many reads are under way at a time.
        let ofLeaves = leaves
        sources = [Double](count: count) { sources in
            rows.forEach(chunks) { node, row in
                var source = own.source(node)
                for leaf in leafStarts[row]..<leafStarts[row + 1] {
                    source += own.gain * other.source(Int(ofLeaves[leaf]))
                }
                sources[row] = source
            }
        }
        (self.inverses, gain, pieces) = (inverses, own.gain, edges.pieces())
    }

    /// The number of rows.
    var count: Int { sources.count }

    /// What some rows have and receive from the values of the other side, one row after another.
    ///
    /// - Complexity: O(edges of the rows).
    @inline(__always)
    func receive(_ range: Range<Int>, from values: [Double], _ body: (_ row: Int, _ received: Double) -> Void) {
        let (values, offsets, sources) = (values.span, edges.offsets.span, sources.span)
        let (targets, weights) = (edges.targets.span, edges.weights.span)
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
