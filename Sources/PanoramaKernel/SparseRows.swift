// SPDX-License-Identifier: Apache-2.0

/// Edges by the node they start from, as compressed sparse rows: edges `offsets[row]..<offsets[row + 1]` are those of a row.
struct SparseRows: Sendable {
    /// Where each row's edges start; one more than there are rows.
    let offsets: [Int]
    /// The node at the other end of each edge.
    let targets: [Int32]
    /// The weight of each edge.
    let weights: [Double]

    /// Makes rows of what they consist of.
    init(offsets: [Int], targets: [Int32], weights: [Double]) {
        (self.offsets, self.targets, self.weights) = (offsets, targets, weights)
    }

    /// Makes targets and weights of a number of edges, all of which `write` has to write.
    ///
    /// - Complexity: that of `write`.
    static func edges(
        count: Int,
        _ write: (_ targets: Places<Int32>, _ weights: Places<Double>) -> Void
    ) -> (targets: [Int32], weights: [Double]) {
        var weights: [Double] = []
        let targets = [Int32](count: count) { targets in
            weights = [Double](count: count) { write(targets, $0) }
        }
        return (targets, weights)
    }

    /// The number of rows.
    var count: Int { offsets.count - 1 }

    /// The edges of a row.
    @inline(__always)
    func edges(_ row: Int) -> Range<Int> { offsets[row]..<offsets[row + 1] }

    /// The sum of each row's weights.
    ///
    /// - Complexity: O(rows + edges).
    func totals(_ chunks: Chunks) -> [Double] {
        chunks.map(count) { row in
            var sum = 0.0
            for edge in edges(row) { sum += weights[edge] }
            return sum
        }
    }

    /// Pieces of about as much work each, a row counting as much as an edge.
    ///
    /// - Complexity: O(log(rows)).
    func pieces(_ parts: Int = 64) -> [Range<Int>] {
        var (start, pieces): (Int, [Range<Int>]) = (0, [])
        for part in 1...parts {
            let work = (targets.count + count) * part / parts
            var (low, high) = (start, count)
            while low < high {
                let middle = (low + high) / 2
                if offsets[middle] + middle < work { low = middle + 1 } else { high = middle }
            }
            if start < low { pieces.append(start..<low) }
            start = low
        }
        return pieces
    }
}
