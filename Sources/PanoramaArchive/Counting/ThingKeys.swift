// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// The keys of the things done that events speak of (issues, comments, pushes), by kind.
///
/// Keys are kept as numbers of the same order, see ``Swift/UInt64/init(ordered:)``.
struct ThingKeys {
    /// For each kind, by its raw value, the keys in ascending order, each once.
    private(set) var byKind: [[UInt64]]

    /// None.
    init() { byKind = Array(repeating: [], count: EventKind.allCases.count) }

    /// Gathers the keys of records that are counted by thing.
    ///
    /// - Complexity: O(records).
    init(_ records: some Sequence<EventRecord>) {
        self.init()
        for record in records where record.isCountedByThing {
            byKind[Int(record.kind.rawValue)].append(UInt64(ordered: record.key))
        }
        for kind in byKind.indices { byKind[kind] = Self.distinct(byKind[kind]) }
    }

    /// The keys of all of some.
    ///
    /// - Complexity: O(keys).
    init(joining all: [ThingKeys]) {
        self.init()
        for kind in byKind.indices { byKind[kind] = Self.distinct(all.flatMap { $0.byKind[kind] }) }
    }

    /// Whether there is none.
    var isEmpty: Bool { byKind.allSatisfy(\.isEmpty) }

    private static func distinct(_ keys: [UInt64]) -> [UInt64] {
        var result: [UInt64] = []
        result.reserveCapacity(keys.count)
        for place in RadixOrder.ascending(keys) where result.last != keys[Int(place)] {
            result.append(keys[Int(place)])
        }
        return result
    }
}

/// A thing done by a developer in a repository; it counts once a month.
struct Thing: Hashable {
    private let developer: Int64
    private let repository: Int64
    private let key: Int64
    private let kind: EventKind

    /// The thing that a record speaks of; `nil` where the record counts as an event or not at all.
    init?(_ record: EventRecord) {
        guard record.isCountedByThing else { return nil }
        (developer, repository, key, kind) = (record.developer, record.repository, record.key, record.kind)
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
