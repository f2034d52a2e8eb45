// SPDX-License-Identifier: Apache-2.0

/// The numbers of the OpenRank kernel on a bipartite month graph with a background node.
package struct OpenRankParameters: Hashable, Sendable {
    /// Share of its start value that a developer keeps.
    package var developerRetention: Double
    /// Share of its start value that a repository keeps.
    package var repositoryRetention: Double
    /// Share of its start value that the background node keeps.
    package var backgroundRetention: Double
    /// Share of a node's value that goes to its neighbours; the rest goes to the background node.
    package var edgeShare: Double

    /// Makes parameters; retentions lie in (0, 1], the edge share in [0, 1].
    package init(
        developerRetention: Double,
        repositoryRetention: Double,
        backgroundRetention: Double,
        edgeShare: Double
    ) {
        self.developerRetention = developerRetention
        self.repositoryRetention = repositoryRetention
        self.backgroundRetention = backgroundRetention
        self.edgeShare = edgeShare
    }
}
