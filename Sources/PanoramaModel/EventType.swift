// SPDX-License-Identifier: Apache-2.0

/// A type of event as GitHub's feed names it.
///
/// Raw values are the feed's names, which exports use too; ``index`` is what is stored.
public enum EventType: String, Sendable, CaseIterable, Codable {
    case push = "PushEvent"
    case issues = "IssuesEvent"
    case issueComment = "IssueCommentEvent"
    case pullRequest = "PullRequestEvent"
    case pullRequestReview = "PullRequestReviewEvent"
    case pullRequestReviewComment = "PullRequestReviewCommentEvent"
    case watch = "WatchEvent"
    case fork = "ForkEvent"
    case release = "ReleaseEvent"
    case create = "CreateEvent"
    case delete = "DeleteEvent"
    case commitComment = "CommitCommentEvent"
    case gollum = "GollumEvent"
    case member = "MemberEvent"
    case `public` = "PublicEvent"
    /// Any type that is not named here, such as those that the feed has given up.
    case other

    /// The name in the feed, such as `PushEvent`; `other` for what is not named here.
    public var name: String { rawValue }

    /// The place of the type wherever counts are kept by type; stored, so never renumbered.
    public var index: UInt8 {
        switch self {
        case .push: 0
        case .issues: 1
        case .issueComment: 2
        case .pullRequest: 3
        case .pullRequestReview: 4
        case .pullRequestReviewComment: 5
        case .watch: 6
        case .fork: 7
        case .release: 8
        case .create: 9
        case .delete: 10
        case .commitComment: 11
        case .gollum: 12
        case .member: 13
        case .public: 14
        case .other: 15
        }
    }
}

extension EventKind {
    /// The type of the event: kinds that differ by action alone share it.
    public var type: EventType {
        switch self {
        case .issueOpened, .issueClosed, .issueOther: .issues
        case .issueComment: .issueComment
        case .pullRequestOpened, .pullRequestClosed, .pullRequestOther: .pullRequest
        case .review: .pullRequestReview
        case .reviewComment: .pullRequestReviewComment
        case .push: .push
        case .watch: .watch
        case .fork: .fork
        case .release: .release
        case .create: .create
        case .delete: .delete
        case .commitComment: .commitComment
        case .wiki: .gollum
        case .member: .member
        case .madePublic: .public
        case .other: .other
        }
    }
}
