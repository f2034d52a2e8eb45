// SPDX-License-Identifier: Apache-2.0

/// Which files of a scan have held still.
package struct SettleReport: Hashable, Sendable {
    /// All files that hold still, in the byte order of their paths.
    package var settled: [InboxFile] = []
    /// Those among them that no earlier report had in this state: each state of a file is reported here once.
    package var newlySettled: [InboxFile] = []
    /// How many files have not held still for long enough yet.
    package var settling = 0
    /// When the first of those may have settled, so when to look again; `nil` when there is none.
    package var lookAgain: ContinuousClock.Instant?

    package init() {}
}
