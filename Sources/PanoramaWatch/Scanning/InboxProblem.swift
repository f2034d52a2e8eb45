// SPDX-License-Identifier: Apache-2.0

/// Something in the inbox that cannot be taken in as it is, so that nothing is passed over in silence.
package struct InboxProblem: Hashable, Sendable, CustomStringConvertible {
    /// What is wrong with it.
    package enum Kind: Hashable, Sendable {
        /// The system refused to read it.
        case unreadable
        /// A symbolic link that leads nowhere.
        case danglingLink
        /// A symbolic link to itself, or to a directory that is scanned already under another name.
        case loop
        /// A name that is not UTF-8.
        case name
    }

    /// What is wrong with it.
    package var kind: Kind
    /// Where it is, relative to the inbox; bytes that are not UTF-8 are written `\xE9`.
    package var path: String
    /// What is wrong and what to do.
    package var message: String

    package init(_ kind: Kind, path: String, message: String) {
        self.kind = kind
        self.path = path
        self.message = message
    }

    package var description: String { "\(path.isEmpty ? "." : path): \(message)" }
}
