// SPDX-License-Identifier: Apache-2.0

/// Word from a watcher that the inbox may have changed.
///
/// A hint says when to look, never what is there: scan the inbox and trust the scan. What was noticed between two hints
/// comes as one.
package struct WatchHint: Hashable, Sendable {
    /// Why to look.
    package struct Reasons: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// The watcher is in place: the first look.
        package static let started = Reasons(rawValue: 1 << 0)
        /// Something was put in the inbox, or directories in it moved about.
        package static let changed = Reasons(rawValue: 1 << 1)
        /// The system dropped notices because there were too many; only a scan tells what they were.
        package static let overflow = Reasons(rawValue: 1 << 2)
        /// It is time for a look that nothing else asked for.
        package static let periodic = Reasons(rawValue: 1 << 3)
        /// The time given to ``InboxWatcher/lookAgain(at:)`` has come.
        package static let due = Reasons(rawValue: 1 << 4)
    }

    /// Why to look; empty if the hint brings only problems.
    package var reasons: Reasons
    /// What has gone wrong with watching since the last hint, each worth one line in the log; watching goes on.
    package var problems: [WatchError]

    package init(_ reasons: Reasons = [], problems: [WatchError] = []) {
        self.reasons = reasons
        self.problems = problems
    }
}
