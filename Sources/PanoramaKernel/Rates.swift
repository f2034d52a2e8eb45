// SPDX-License-Identifier: Apache-2.0

/// The rates at which value moves in a month, from the parameters.
struct Rates {
    /// Share of their start value that developers keep.
    let keptByDevelopers: Double
    /// Share of their start value that repositories keep.
    let keptByRepositories: Double
    /// What a developer receives of a unit that its repositories hand on.
    let toDevelopers: Double
    /// What a repository receives of a unit that its developers hand on.
    let toRepositories: Double
    /// What the background node receives of a unit that any node holds.
    let toBackground: Double
    /// The part of the background's value that goes to each node.
    let nodeShare: Double

    /// Rates for a number of nodes; `nil` when a parameter is out of range.
    init?(_ parameters: OpenRankParameters, nodeCount: Int) {
        let retentions = [
            parameters.developerRetention, parameters.repositoryRetention, parameters.backgroundRetention,
        ]
        guard retentions.allSatisfy({ $0 > 0 && $0 <= 1 }), (0...1).contains(parameters.edgeShare) else { return nil }
        keptByDevelopers = parameters.developerRetention
        keptByRepositories = parameters.repositoryRetention
        toDevelopers = (1 - keptByDevelopers) * parameters.edgeShare
        toRepositories = (1 - keptByRepositories) * parameters.edgeShare
        toBackground = (1 - parameters.backgroundRetention) * (1 - parameters.edgeShare)
        nodeShare = 1 / Double(max(nodeCount, 1))
    }
}
