// SPDX-License-Identifier: Apache-2.0

/// Every number of the OpenRank procedure; a preset is a value of this type.
///
/// The definition is that of OpenDigger (X-lab2017/open-digger, `src/cron/tasks/globalOpenrank.ts`) as restated in
/// `Documentation/Scoring.md`.
public struct ScoringParameters: Hashable, Sendable, Codable {
    /// How events are counted, and which of them make a pair valid.
    public struct Counting: Hashable, Sendable, Codable {
        /// Whether every event counts; otherwise a thing done counts once, however many events speak of it.
        public var everyEvent: Bool = false
        /// Whether a comment makes its pair valid whatever was done with it; otherwise only one that was created.
        public var anyCommentIsValid: Bool = false
        /// Whether a pull request that is closed or merged makes its pair valid.
        public var closedPullRequestIsValid: Bool = true

        /// Makes the rules of 2026.
        public init() {}
    }

    /// Weights of the activity of a developer in a repository.
    public struct Weights: Hashable, Sendable, Codable {
        /// Per issue opened.
        public var issueOpened: Double = 22.235
        /// Per comment on an issue.
        public var issueComment: Double = 5.252
        /// Per issue closed.
        public var issueClosed: Double = 9.712
        /// Per review comment.
        public var reviewComment: Double = 7.427
        /// Per pull request opened.
        public var pullRequestOpened: Double = 40.679
        /// Per push.
        public var push: Double = 14.695

        /// Makes the weights of 2026.
        public init() {}
    }

    /// Retention factors: the share of its own start value that a node keeps.
    public struct Retention: Hashable, Sendable, Codable {
        /// Of a developer.
        public var developer: Double = 0.5
        /// Of a repository.
        public var repository: Double = 0.3
        /// Of the background node.
        public var background: Double = 0.15

        /// Makes the factors of 2026.
        public init() {}
    }

    /// The preset the values started from.
    public var preset: String
    /// How events are counted.
    public var counting: Counting = Counting()
    /// Weights of the activity.
    public var weights: Weights = Weights()
    /// Retention factors.
    public var retention: Retention = Retention()
    /// Share of its value a node passes to its neighbours by activity; the rest goes to the background node.
    public var edgeShare: Double = 0.95
    /// Factor by which a carried value shrinks with each month since it was published.
    public var attenuation: Double = 0.85
    /// A carried value not above this is dropped.
    public var minimumCarry: Double = 0.01
    /// In a month without events a node's value shrinks on if it was above this, and is forgotten otherwise.
    public var minimumAtRest: Double = 0
    /// A developer active in more repositories than this in a month is taken out of the month; the greatest whole number
    /// takes out nobody.
    public var repositoryLimit: Int = 300
    /// A repository left with less activity than this, after developers were taken out, is dropped.
    public var minimumActivity: Double = 1
    /// Steepness of the logistic curve that turns a developer's activity into new value.
    public var newValueSteepness: Double = 0.10425
    /// Activity at which the curve yields one half.
    public var newValueMidpoint: Double = 44.08
    /// Logins that are bots, beside those that end in `[bot]`; compared without regard to case.
    public var bots: [String] = []

    /// Makes parameters with the values above, under the name of a preset.
    public init(preset: String) {
        self.preset = preset
    }

    /// Makes the parameters of the default preset.
    public init() {
        self = .openDigger2026
    }
}
