// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// The score of a node in a month and its place among all of its kind.
package struct Standing: Hashable, Sendable {
    /// OpenRank.
    package var score: Double
    /// One more than there are nodes with a higher score; scores that are printed alike share a rank.
    package var rank: Int
    /// The nodes of the kind that took part in the month.
    package var count: Int

    /// Decimals to which scores are told apart.
    package static let decimals = 6
}

extension MonthScores {
    /// Where a node stands; `nil` when it took no part in the month.
    ///
    /// - Complexity: O(nodes).
    func standing(of id: Int64, _ kind: NodeKind) -> Standing? {
        let nodes = nodes(kind)
        guard let index = nodes.index(ofID: id), nodes[index].month == month.ordinal else { return nil }
        let score = nodes[index].value
        let printed = score.rounded(decimals: Standing.decimals)
        var standing = Standing(score: score, rank: 1, count: 0)
        for node in nodes where node.month == month.ordinal {
            standing.count += 1
            if node.value > score, node.value.rounded(decimals: Standing.decimals) > printed { standing.rank += 1 }
        }
        return standing
    }
}
