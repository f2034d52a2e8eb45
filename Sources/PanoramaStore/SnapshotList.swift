// SPDX-License-Identifier: Apache-2.0

/// A list that a snapshot keeps beside its segment, to be folded into a table with those of other snapshots.
///
/// A row of a table costs more to look up than to read from an archive, so what hours see of names is written down as it
/// is and folded many hours at a time, in the order of the table. The list stays: what a table says without a snapshot
/// can be told only by the lists of all others.
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
