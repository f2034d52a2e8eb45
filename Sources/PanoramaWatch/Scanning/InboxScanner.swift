// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Looks at everything in the inbox: the truth that hints only point to.
///
/// A scan lists directories and asks for the status of files. It opens no file, and what it does costs one system call
/// a file.
package struct InboxScanner: Sendable {
    /// The inbox.
    package let root: String

    /// Makes a scanner.
    ///
    /// - Parameter root: the inbox; a relative path starts from the working directory at the time of each scan.
    package init(root: String) {
        self.root = root
    }

    /// Looks at the inbox and all directories in it.
    ///
    /// Links to files and to directories are followed. Whatever vanishes meanwhile is left out.
    ///
    /// - Returns: the files that count and what could not be looked at.
    /// - Throws: ``WatchError`` when the inbox itself is missing or cannot be read.
    package func scan() throws(WatchError) -> InboxScan {
        do {
            var walk = ScanWalk(root: try DirectoryStream(opening: root))
            try walk.run()
            return walk.result()
        } catch {
            throw WatchError(root: root, error)
        }
    }
}

extension WatchError {
    /// Tells why the inbox itself cannot be looked at.
    init(root: String, _ failure: SystemError) {
        switch failure.number {
        case ENOENT:
            self.init(.inboxMissing, "the inbox \(root) does not exist; make it with: mkdir -p \(root)")
        case ENOTDIR:
            self.init(.inboxNotDirectory, "the inbox \(root) is not a directory")
        case EACCES, EPERM:
            self.init(
                .inboxUnreadable,
                "the inbox \(root) cannot be read: \(failure); its directories must be readable and searchable for this user"
            )
        default:
            self.init(.inboxUnreadable, "the inbox \(root) cannot be read: \(failure)")
        }
    }
}
