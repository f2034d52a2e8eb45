// SPDX-License-Identifier: Apache-2.0

/// A file of the inbox as the catalogue knows it.
package struct FileEntry: Hashable, Sendable {
    /// Where a file stands.
    package enum State: String, Sendable, Codable, CaseIterable {
        /// Seen, not settled or not read yet.
        case waiting
        /// Ends too early; looked at again until its time is over.
        case incomplete
        /// Being read.
        case reading
        /// Taken in.
        case done
        /// The same bytes were taken in under another name.
        case duplicate
        /// Not taken in; the reason says why.
        case failed
        /// Taken back out of the state; left alone until it is touched or dropped again.
        case forgotten
    }

    /// Relative to the inbox.
    package var path: String
    /// Size in bytes.
    package var size: Int64
    /// Modification time in nanoseconds since 1970-01-01T00:00:00Z.
    package var modified: Int64
    /// Change time of the inode, likewise.
    package var changed: Int64
    /// The inode.
    package var inode: UInt64
    /// Where it stands.
    package var state: State
    /// SHA-256 of its bytes, once read; once taken in, the hash of its snapshot, which may have a suffix.
    package var sha256: String?
    /// Why it is incomplete or failed.
    package var reason: String?
    /// Lines that hold something, of a file that failed for its bad lines; else the snapshot knows them.
    package var events = 0
    /// Lines that were no good, likewise.
    package var rejected = 0

    package init(
        path: String,
        size: Int64,
        modified: Int64,
        changed: Int64,
        inode: UInt64,
        state: State,
        sha256: String? = nil,
        reason: String? = nil
    ) {
        self.path = path
        self.size = size
        self.modified = modified
        self.changed = changed
        self.inode = inode
        self.state = state
        self.sha256 = sha256
        self.reason = reason
    }

    /// Whether size, times and inode are those of another entry: the content was not touched in between.
    package func isSameFile(as other: FileEntry) -> Bool {
        size == other.size && modified == other.modified && changed == other.changed && inode == other.inode
    }
}
