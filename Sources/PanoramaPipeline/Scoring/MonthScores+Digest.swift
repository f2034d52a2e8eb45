// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
package import PanoramaModel

extension MonthScores {
    /// Makes scores of nodes, each side by id.
    ///
    /// - Complexity: O(nodes).
    package init(
        month: Month,
        developers: [NodeScore] = [],
        repositories: [NodeScore] = [],
        background: Double = 0,
        pairs: Int = 0,
        sweeps: Int = 0,
        edgeWork: Int = 0
    ) {
        self.month = month
        var digest = Fingerprint("nodes 2")
        let sides = [developers, repositories]
        for side in (try? sides.concurrentMap(Self.digest)) ?? sides.map(Self.digest) { digest.add(side) }
        self.digest = digest.hex
        self.developers = developers
        self.repositories = repositories
        self.background = background
        self.pairs = pairs
        self.sweeps = sweeps
        self.edgeWork = edgeWork
    }

    private static func digest(of nodes: [NodeScore]) -> String {
        var digest = Fingerprint("side 1")
        digest.add(nodes)
        return digest.hex
    }
}
