// SPDX-License-Identifier: Apache-2.0

import PanoramaKernel

/// OpenRank of a month by a dense direct solve: the verifier of the iteration.
///
/// Builds the whole matrix of `v − (E − α) Wᵀ v = α v0`, background node included, and eliminates with partial pivoting.
enum DenseReference {
    static func solve(
        _ month: RandomMonth,
        _ parameters: OpenRankParameters
    ) -> (developers: [Double], repositories: [Double], background: Double) {
        let (developerCount, repositoryCount, edges) = (month.developerCount, month.repositoryCount, month.edges)
        let nodes = developerCount + repositoryCount
        let size = nodes + 1
        var weights = Array(repeating: Array(repeating: 0.0, count: size), count: size)
        var developerTotals = Array(repeating: 0.0, count: developerCount)
        var repositoryTotals = Array(repeating: 0.0, count: repositoryCount)
        for edge in edges {
            developerTotals[edge.developer] += edge.weight
            repositoryTotals[edge.repository] += edge.weight
        }
        for edge in edges {
            let (d, r) = (edge.developer, developerCount + edge.repository)
            weights[d][r] = parameters.edgeShare * edge.weight / developerTotals[edge.developer]
            weights[r][d] = parameters.edgeShare * edge.weight / repositoryTotals[edge.repository]
        }
        for node in 0..<nodes {
            weights[node][nodes] = 1 - parameters.edgeShare
            weights[nodes][node] = 1 / Double(nodes)
        }
        let retention =
            Array(repeating: parameters.developerRetention, count: developerCount)
            + Array(repeating: parameters.repositoryRetention, count: repositoryCount) + [
                parameters.backgroundRetention
            ]
        let start = month.developerStart + month.repositoryStart + [0]
        var matrix = (0..<size).map { i in
            (0..<size).map { j in (i == j ? 1.0 : 0) - (1 - retention[i]) * weights[j][i] }
        }
        var right = (0..<size).map { retention[$0] * start[$0] }
        let raw = eliminate(&matrix, &right)
        let share = raw[nodes] / Double(nodes)
        return (
            raw[0..<developerCount].map { $0 + share }, raw[developerCount..<nodes].map { $0 + share }, raw[nodes]
        )
    }

    private static func eliminate(_ matrix: inout [[Double]], _ right: inout [Double]) -> [Double] {
        let size = right.count
        for column in 0..<size {
            let pivot = (column..<size).max { matrix[$0][column].magnitude < matrix[$1][column].magnitude } ?? column
            matrix.swapAt(column, pivot)
            right.swapAt(column, pivot)
            for row in (column + 1)..<max(size, column + 1) where matrix[row][column] != 0 {
                let factor = matrix[row][column] / matrix[column][column]
                for index in column..<size { matrix[row][index] -= factor * matrix[column][index] }
                right[row] -= factor * right[column]
            }
        }
        for row in (0..<size).reversed() {
            for index in (row + 1)..<max(size, row + 1) { right[row] -= matrix[row][index] * right[index] }
            right[row] /= matrix[row][row]
        }
        return right
    }
}
