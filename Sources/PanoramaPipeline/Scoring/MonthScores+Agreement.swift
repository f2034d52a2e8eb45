// SPDX-License-Identifier: Apache-2.0

extension MonthScores {
    /// How far apart the values of two solves may lie, relative to the mean value and the node's own, whichever is larger:
    /// as far as both may be from the exact ones.
    private static let tolerance = 1e-12

    /// Whether the values are those of another solve, within its accuracy, so that later months see no difference.
    ///
    /// - Complexity: O(nodes).
    func agrees(with other: MonthScores) -> Bool {
        let nodes = developers.count + repositories.count
        let sum = developers.reduce(0) { $0 + $1.value } + repositories.reduce(0) { $0 + $1.value }
        let mean = sum / Double(max(nodes, 1))
        func agree(_ left: [NodeScore], _ right: [NodeScore]) -> Bool {
            left.count == right.count
                && zip(left, right).allSatisfy { left, right in
                    left.id == right.id && left.month == right.month
                        && (left.value - right.value).magnitude <= Self.tolerance * max(mean, left.value)
                }
        }
        return agree(developers, other.developers) && agree(repositories, other.repositories)
    }

    /// Takes the values of another solve, with their origin.
    mutating func takeValues(of other: MonthScores) {
        (developers, repositories) = (other.developers, other.repositories)
        (background, origin) = (other.background, other.origin)
    }
}
