// SPDX-License-Identifier: Apache-2.0

/// A list that a snapshot keeps beside its segment, to be folded into a table with those of other snapshots.
///
/// A row of a table costs more to look up than to read from an archive, so what hours see of names is written down as it
/// is and folded many hours at a time, in the order of the table. What a table says without a snapshot can be told only by
/// the lists of all others, so a list stays; of names of events, which would stand again in every hour, only what does not
/// follow from the segment and the table.
package struct SnapshotList: Hashable, Sendable {
    /// What it lists.
    package enum Kind: String, Sendable, CaseIterable {
        /// Names of developers and repositories.
        case names
        /// What is said of repositories.
        case facts
    }

    /// What it lists.
    package var kind: Kind
    /// The snapshot.
    package var sha256: String

    package init(kind: Kind, sha256: String) {
        self.kind = kind
        self.sha256 = sha256
    }
}
