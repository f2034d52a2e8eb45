// SPDX-License-Identifier: Apache-2.0

/// What an event counts as: its type and, where it matters, its action.
///
/// Raw values are stored in segments; never renumber them.
public enum EventKind: UInt8, Sendable, CaseIterable, Codable, BitwiseCopyable {
    case issueOpened = 0
    case issueClosed = 1
    case issueOther = 2
    case issueComment = 3
    case pullRequestOpened = 4
    case pullRequestClosed = 5
    case pullRequestOther = 6
    case review = 7
    case reviewComment = 8
    case push = 9
    case watch = 10
    case fork = 11
    case release = 12
    case create = 13
    case delete = 14
    case commitComment = 15
    case wiki = 16
    case member = 17
    case madePublic = 18
    case other = 19

    /// Whether it is one of the five collaboration event types that make a developer active in a repository.
    public var isCollaboration: Bool {
        switch self {
        case .issueOpened, .issueClosed, .issueOther, .issueComment, .pullRequestOpened, .pullRequestClosed,
            .pullRequestOther, .review, .reviewComment:
            true
        case .push, .watch, .fork, .release, .create, .delete, .commitComment, .wiki, .member, .madePublic, .other:
            false
        }
    }
}
