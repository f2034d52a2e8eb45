// SPDX-License-Identifier: Apache-2.0

/// What one look at the inbox found.
package struct InboxScan: Hashable, Sendable {
    /// The files that count, in the byte order of their paths.
    package var files: [InboxFile]
    /// What could not be looked at, in the byte order of the paths.
    package var problems: [InboxProblem]

    package init(files: [InboxFile] = [], problems: [InboxProblem] = []) {
        self.files = files
        self.problems = problems
    }
}
