// SPDX-License-Identifier: Apache-2.0

package import Glibc

/// A file in the inbox as one look found it.
package struct InboxFile: Hashable, Sendable {
    /// Where it is, relative to the inbox and with `/` between directories.
    ///
    /// Two names may be canonically equivalent Unicode and still be two files: tell paths apart by their UTF-8 bytes.
    package var path: String
    /// Its size in bytes.
    package var size: Int64
    /// When its content last changed, in nanoseconds since 1970.
    package var modified: Int64
    /// When its content, name or permissions last changed, in nanoseconds since 1970.
    package var changed: Int64
    /// The device it lies on.
    package var device: UInt64
    /// Its number on that device.
    package var inode: UInt64

    package init(path: String, size: Int64, modified: Int64, changed: Int64, device: UInt64, inode: UInt64) {
        self.path = path
        self.size = size
        self.modified = modified
        self.changed = changed
        self.device = device
        self.inode = inode
    }

    /// Makes a file from what the system says of it.
    package init(path: String, status: stat) {
        self.init(
            path: path,
            size: Int64(status.st_size),
            modified: nanoseconds(status.st_mtim),
            changed: nanoseconds(status.st_ctim),
            device: UInt64(status.st_dev),
            inode: UInt64(status.st_ino)
        )
    }

    /// Whether nothing was written, renamed over or touched between two looks at the same path.
    ///
    /// The device is left out: a network file system may get another number each time it is mounted.
    func isUnchanged(since earlier: InboxFile) -> Bool {
        size == earlier.size && modified == earlier.modified && changed == earlier.changed && inode == earlier.inode
    }
}

/// Nanoseconds since 1970; a time too far off for that (a file system may claim any) becomes the nearest one.
private func nanoseconds(_ time: timespec) -> Int64 {
    let (seconds, overflow) = Int64(time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, carried) = seconds.addingReportingOverflow(Int64(time.tv_nsec))
    return overflow || carried ? (time.tv_sec < 0 ? .min : .max) : sum
}
