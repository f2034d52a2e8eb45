// SPDX-License-Identifier: Apache-2.0

extension SparseRows {
    /// An edge on its way to its row.
    private struct Edge: BitwiseCopyable {
        var row: Int32
        var target: Int32
        var weight: Double
    }

    /// The same edges by the node at their other end; those of one node stay in the order of the rows they come from.
    ///
    /// A radix sort of two digits: first to buckets of neighbouring rows, each written from start to end, then from a bucket
    /// to its rows, which lie close together. Straight to the rows, nearly every write would miss the caches.
    ///
    /// - Complexity: O(rows + edges).
    func transposed(count: Int, _ chunks: Chunks) -> SparseRows {
        let most = 256
        let shift = max(0, Int.bitWidth - ((count - 1) / most).leadingZeroBitCount)
        let (buckets, parts) = ((count + (1 << shift) - 1) >> shift, pieces(4))
        // Each part of the rows counts for itself, then knows its places in every bucket.
        var next = [Int](repeating: 0, count: parts.count * buckets)
        next.withPlaces { next in
            chunks.forEach(parts.count) { part in
                let edges = offsets[parts[part].lowerBound]..<offsets[parts[part].upperBound]
                for edge in edges { next[part * buckets + Int(targets[edge]) >> shift] += 1 }
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
        let moved = [Edge](count: targets.count) { sorted in
            next.withPlaces { next in
                chunks.forEach(parts.count) { part in
                    for row in parts[part] {
                        for edge in edges(row) {
                            let bucket = part * buckets + Int(targets[edge]) >> shift
                            sorted[next[bucket]] = Edge(
                                row: targets[edge],
                                target: Int32(truncatingIfNeeded: row),
                                weight: weights[edge]
                            )
                            next[bucket] += 1
                        }
                    }
                }
            }
        }
        var newOffsets = [Int](repeating: 0, count: count + 1)
        let sorted = newOffsets.withPlaces { newOffsets in
            Self.edges(count: targets.count) { newTargets, newWeights in
                chunks.forEach(buckets) { bucket in
                    let (first, edgesHere) = (bucket << shift, bucketStarts[bucket]..<bucketStarts[bucket + 1])
                    var next = [Int](repeating: 0, count: min(count, first + 1 << shift) - first)
                    for edge in edgesHere { next[Int(moved[edge].row) - first] += 1 }
                    var place = edgesHere.lowerBound
                    for row in next.indices {
                        (next[row], place) = (place, place + next[row])
                        newOffsets[first + row + 1] = place
                    }
                    for edge in edgesHere {
                        let row = Int(moved[edge].row) - first
                        newTargets[next[row]] = moved[edge].target
                        newWeights[next[row]] = moved[edge].weight
                        next[row] += 1
                    }
                }
            }
        }
        return SparseRows(offsets: newOffsets, targets: sorted.targets, weights: sorted.weights)
    }
}
