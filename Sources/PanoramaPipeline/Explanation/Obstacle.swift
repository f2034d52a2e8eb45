// SPDX-License-Identifier: Apache-2.0

/// A rule that keeps a repository out of a landscape, and by how much.
package struct Obstacle: Hashable, Sendable {
    /// The rule.
    package enum Rule: Hashable, Sendable {
        /// There is no data for the landscape.
        case noData
        /// No data knows the repository.
        case neverSeen
        /// The curator excluded it.
        case excluded
        /// Neither the taxonomy nor the include list has it.
        case notListed
        /// No data knows any of the seeds, so nothing is related to them.
        case unknownSeeds
        /// It shares too few developers with the circle around the seeds.
        case notRelated
        /// It is related, but others are more so and take all places of the hop.
        case beyondHopLimit
        /// It has no score in the window, by this verdict.
        case noScore(Participation.Verdict)
        /// Its mean score is below the bar.
        case belowBar
        /// It reaches the bar, but others are higher and take all places.
        case beyondLimit

        /// The rule in one word.
        package var name: String {
            switch self {
            case .noData: "no-data"
            case .neverSeen: "never-seen"
            case .excluded: "excluded"
            case .notListed: "not-listed"
            case .unknownSeeds: "unknown-seeds"
            case .notRelated: "not-related"
            case .beyondHopLimit: "beyond-hop-limit"
            case .noScore(let verdict): verdict.rawValue
            case .belowBar: "below-bar"
            case .beyondLimit: "beyond-limit"
            }
        }
    }

    /// The rule.
    package var rule: Rule
    /// What keeps it out, as a sentence.
    package var message: String
    /// What it has: shared developers, a mean score, a place.
    package var value: Double?
    /// What it would need.
    package var need: Double?
}
