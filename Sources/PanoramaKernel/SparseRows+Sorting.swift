// SPDX-License-Identifier: Apache-2.0

extension SparseRows {
    /// An edge on its way to its row.
    private struct Edge: BitwiseCopyable {
        var row: Int32
        var target: Int32
        var weight: Double
    }

    /// Makes rows of edges in any order, which they keep within a row.
    ///
    /// A radix sort of two digits: first to buckets of neighbouring rows, each written from start to end, then from a bucket
    /// to its rows, which lie close together. Straight to the rows, nearly every write would miss the caches.
    ///
    /// - Complexity: O(rows + edges).
    init(count: Int, sorting rows: [Int32], targets: [Int32], weights: [Double], _ chunks: Chunks) {
        let most = 256
        let shift = max(0, Int.bitWidth - ((count - 1) / most).leadingZeroBitCount)
        let (buckets, parts) = ((count + (1 << shift) - 1) >> shift, Chunks.pieces(rows.count, 4))
        // Each part of the edges counts for itself, then knows its places in every bucket.
        var next = [Int](repeating: 0, count: parts.count * buckets)
        next.withPlaces { next in
            chunks.forEach(parts.count) { part in
                for edge in parts[part] { next[part * buckets + Int(rows[edge]) >> shift] += 1 }
            }
        }
        var (starts, sum) = ([0], 0)
        for bucket in 0..<buckets {
            for place in stride(from: bucket, to: next.count, by: buckets) {
                (next[place], sum) = (sum, sum + next[place])
            }
            starts.append(sum)
        }
        let bucketStarts = starts
        let edges = [Edge](count: rows.count) { edges in
            next.withPlaces { next in
                chunks.forEach(parts.count) { part in
                    for edge in parts[part] {
                        let bucket = part * buckets + Int(rows[edge]) >> shift
                        edges[next[bucket]] = Edge(row: rows[edge], target: targets[edge], weight: weights[edge])
                        next[bucket] += 1
                    }
                }
            }
        }
        var offsets = [Int](repeating: 0, count: count + 1)
        let sorted = offsets.withPlaces { offsets in
            Self.edges(count: rows.count) { newTargets, newWeights in
                chunks.forEach(buckets) { bucket in
                    let (first, edgesHere) = (bucket << shift, bucketStarts[bucket]..<bucketStarts[bucket + 1])
                    var next = [Int](repeating: 0, count: min(count, first + 1 << shift) - first)
                    for edge in edgesHere { next[Int(edges[edge].row) - first] += 1 }
                    var place = edgesHere.lowerBound
                    for row in next.indices {
                        (next[row], place) = (place, place + next[row])
                        offsets[first + row + 1] = place
                    }
                    for edge in edgesHere {
                        let row = Int(edges[edge].row) - first
                        newTargets[next[row]] = edges[edge].target
                        newWeights[next[row]] = edges[edge].weight
                        next[row] += 1
                    }
                }
            }
        }
        self.init(offsets: offsets, targets: sorted.targets, weights: sorted.weights)
    }
}
