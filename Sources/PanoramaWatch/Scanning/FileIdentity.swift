// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Which file or directory it is, whatever its name.
struct FileIdentity: Hashable, Sendable {
    /// The device it lies on.
    var device: UInt64
    /// Its number there.
    var inode: UInt64

    init(_ status: stat) {
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
    }

    /// What a path leads to now, links followed; `nil` if nowhere.
    init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }
}
