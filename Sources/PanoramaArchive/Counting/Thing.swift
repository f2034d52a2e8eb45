// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// A thing done by a developer in a repository: an issue opened or closed, a comment, a push; it counts once a month.
struct Thing: Hashable, Sendable {
    /// What was done.
    let kind: EventKind
    /// Id of what it was done to, as a number of the same order, see ``Swift/UInt64/init(ordered:)``.
    let key: UInt64
    /// Who did it.
    let developer: Int64
    /// Where.
    let repository: Int64

    /// The thing that a record speaks of; `nil` where the record counts as an event or not at all.
    init?(_ record: EventRecord) {
        guard record.isCountedByThing else { return nil }
        kind = record.kind
        key = UInt64(ordered: record.key)
        (developer, repository) = (record.developer, record.repository)
    }

    /// Orders things of one kind and key.
    func precedes(developer: Int64, repository: Int64) -> Bool {
        (self.developer, self.repository) < (developer, repository)
    }
}

extension EventRecord {
    /// Whether it is of somebody at work somewhere; of others only the hour and type count.
    var isPlaced: Bool { developer != 0 && repository != 0 }

    /// Whether it counts by the id of what it is about, so that several events may speak of one thing.
    var isCountedByThing: Bool { isPlaced && kind.isCountedByThing && !flags.contains(.snyk) }
}

extension EventKind {
    /// Whether events of the kind are counted by the id of what they are about: of stars and forks every event counts.
    fileprivate var isCountedByThing: Bool {
        switch self {
        case .issueOpened, .issueClosed, .issueComment, .pullRequestOpened, .pullRequestClosed, .review, .reviewComment,
            .push:
            true
        case .issueOther, .pullRequestOther, .watch, .fork, .release, .create, .delete, .commitComment, .wiki, .member,
            .madePublic, .other:
            false
        }
    }
}
