// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel

/// One event, as far as it is counted.
///
/// Identity of an event is (type, id, created_at); ``PairTable`` counts by it.
package struct EventRecord: Hashable, Sendable, BitwiseCopyable {
    /// What can be said of an event beside its kind.
    package struct Flags: OptionSet, Hashable, Sendable, BitwiseCopyable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// The action created what the event is about; makes a comment count as valid collaboration.
        package static let created = Flags(rawValue: 1)
        /// The or pull request's title starts with `[snyk]`.
        package static let snyk = Flags(rawValue: 2)
        /// The login ends in `[bot]`.
        package static let bot = Flags(rawValue: 4)
        /// The event has no id of its own: ``EventRecord/id`` is a hash of its content.
        package static let hashed = Flags(rawValue: 8)
    }

    /// GitHub's number of the developer; a stand-in below 0 where the event gives the login alone, 0 where it gives neither.
    package var developer: Int64
    /// GitHub's number of the repository, likewise.
    package var repository: Int64
    /// Id of what the event is about, by which it is counted distinctly: issue, comment, pull request, review or push.
    package var key: Int64
    /// The event's own id: its digits as a number, else a hash of it.
    package var id: UInt64
    /// `created_at` in seconds since 1970-01-01T00:00:00Z.
    package var time: Int64
    /// The month of ``time``.
    package var month: Int32
    /// What it counts as.
    package var kind: EventKind
    /// What else is known of it.
    package var flags: Flags

    package init(
        developer: Int64,
        repository: Int64,
        key: Int64,
        id: UInt64,
        time: Int64,
        month: Int32,
        kind: EventKind,
        flags: Flags
    ) {
        self.developer = developer
        self.repository = repository
        self.key = key
        self.id = id
        self.time = time
        self.month = month
        self.kind = kind
        self.flags = flags
    }
}

extension EventRecord: Comparable {
    /// Orders by month, developer, repository, kind, key, then identity.
    package static func < (left: EventRecord, right: EventRecord) -> Bool {
        if left.month != right.month { return left.month < right.month }
        if left.developer != right.developer { return left.developer < right.developer }
        if left.repository != right.repository { return left.repository < right.repository }
        if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
        if left.key != right.key { return left.key < right.key }
        if left.id != right.id { return left.id < right.id }
        if left.time != right.time { return left.time < right.time }
        return left.flags.rawValue < right.flags.rawValue
    }
}
