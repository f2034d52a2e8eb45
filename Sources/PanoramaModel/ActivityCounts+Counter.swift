// SPDX-License-Identifier: Apache-2.0

extension ActivityCounts {
    /// The counts by name, in the order in which they are stored and written.
    ///
    /// Raw values are the names of columns in counted pairs and exports. Stored pairs hold the counts in this order: a
    /// new one goes to the end.
    public enum Counter: String, Sendable, CaseIterable {
        case issuesOpened = "issues_opened"
        case issuesClosed = "issues_closed"
        case issueComments = "issue_comments"
        case reviewComments = "review_comments"
        case pullRequestsOpened = "pull_requests_opened"
        case pullRequestsClosed = "pull_requests_closed"
        case reviews
        case pushes
        case stars
        case forks
    }

    /// The count of a name.
    public subscript(counter: Counter) -> UInt32 {
        get {
            switch counter {
            case .issuesOpened: issuesOpened
            case .issuesClosed: issuesClosed
            case .issueComments: issueComments
            case .reviewComments: reviewComments
            case .pullRequestsOpened: pullRequestsOpened
            case .pullRequestsClosed: pullRequestsClosed
            case .reviews: reviews
            case .pushes: pushes
            case .stars: stars
            case .forks: forks
            }
        }
        set {
            switch counter {
            case .issuesOpened: issuesOpened = newValue
            case .issuesClosed: issuesClosed = newValue
            case .issueComments: issueComments = newValue
            case .reviewComments: reviewComments = newValue
            case .pullRequestsOpened: pullRequestsOpened = newValue
            case .pullRequestsClosed: pullRequestsClosed = newValue
            case .reviews: reviews = newValue
            case .pushes: pushes = newValue
            case .stars: stars = newValue
            case .forks: forks = newValue
            }
        }
    }
}
