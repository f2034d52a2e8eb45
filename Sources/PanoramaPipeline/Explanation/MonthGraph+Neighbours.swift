// SPDX-License-Identifier: Apache-2.0

import PanoramaKernel

extension MonthGraph {
    /// A neighbour of a node.
    struct Neighbour {
        var id: Int64
        /// Activity between the two.
        var activity: Double
        /// Activity of the neighbour with all of its own.
        var totalActivity: Double
    }

    /// The neighbours of a node; `nil` when it takes no part in the month.
    ///
    /// - Complexity: O(log(nodes) + neighbours).
    func neighbours(of id: Int64, _ kind: NodeKind) -> [Neighbour]? {
        switch kind {
        case .developer:
            developers.place(ofID: id).map { row in
                (graph.developerOffsets[row]..<graph.developerOffsets[row + 1]).map { edge in
                    let other = Int(graph.developerTargets[edge])
                    return Neighbour(
                        id: repositories[other],
                        activity: graph.developerWeights[edge],
                        totalActivity: graph.repositoryTotals[other]
                    )
                }
            }
        case .repository:
            repositories.place(ofID: id).map { row in
                (graph.repositoryOffsets[row]..<graph.repositoryOffsets[row + 1]).map { edge in
                    let other = Int(graph.repositoryTargets[edge])
                    return Neighbour(
                        id: developers[other],
                        activity: graph.repositoryWeights[edge],
                        totalActivity: graph.developerTotals[other]
                    )
                }
            }
        }
    }

    /// The number of nodes, the background node left out.
    var nodeCount: Int { developers.count + repositories.count }
}

extension [Int64] {
    /// The place of an id among ascending ones.
    ///
    /// - Complexity: O(log(count)).
    fileprivate func place(ofID id: Int64) -> Int? {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if self[middle] < id { low = middle + 1 } else { high = middle }
        }
        return low < endIndex && self[low] == id ? low : nil
    }
}
