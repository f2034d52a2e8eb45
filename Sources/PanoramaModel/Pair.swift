// SPDX-License-Identifier: Apache-2.0

/// A developer and a repository in a month, with the counts of what was done there.
public struct Pair: Hashable, Sendable {
    /// The developer.
    public var developer: DeveloperID
    /// The repository.
    public var repository: RepositoryID
    /// Distinct things done, by kind.
    public var counts: ActivityCounts
    /// Whether an issue was opened or closed, a comment created, a pull request opened or closed: pushes alone do not count.
    public var isValid: Bool
    /// Whether any collaboration event took place; makes the developer *active* in the repository.
    public var isActive: Bool
    /// Whether the login ends in `[bot]`.
    public var isBot: Bool

    /// Makes a pair.
    public init(
        developer: DeveloperID,
        repository: RepositoryID,
        counts: ActivityCounts = ActivityCounts(),
        isValid: Bool = false,
        isActive: Bool = false,
        isBot: Bool = false
    ) {
        self.developer = developer
        self.repository = repository
        self.counts = counts
        self.isValid = isValid
        self.isActive = isActive
        self.isBot = isBot
    }
}

/// Distinct things a developer did in a repository in a month.
///
/// Pull requests closed, reviews, stars and forks weigh nothing in scoring; they tell of attention and of who takes part.
public struct ActivityCounts: Hashable, Sendable {
    /// Issues opened.
    public var issuesOpened: UInt32 = 0
    /// Issues closed.
    public var issuesClosed: UInt32 = 0
    /// Comments on issues and pull requests.
    public var issueComments: UInt32 = 0
    /// Review comments on pull requests.
    public var reviewComments: UInt32 = 0
    /// Pull requests opened.
    public var pullRequestsOpened: UInt32 = 0
    /// Pull requests closed, merged ones among them.
    public var pullRequestsClosed: UInt32 = 0
    /// Reviews of pull requests.
    public var reviews: UInt32 = 0
    /// Pushes.
    public var pushes: UInt32 = 0
    /// Times the developer starred the repository.
    public var stars: UInt32 = 0
    /// Forks made of it.
    public var forks: UInt32 = 0

    /// Makes counts of nothing.
    public init() {}

    /// The activity by given weights, rounded to three decimals as the definition has it.
    public func activity(_ weights: ScoringParameters.Weights) -> Double {
        let sum =
            weights.issueOpened * Double(issuesOpened) + weights.issueComment * Double(issueComments)
            + weights.issueClosed * Double(issuesClosed) + weights.reviewComment * Double(reviewComments)
            + weights.pullRequestOpened * Double(pullRequestsOpened) + weights.push * Double(pushes)
        return sum.rounded(decimals: 3)
    }
}
