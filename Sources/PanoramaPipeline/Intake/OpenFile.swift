// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaStore
import PanoramaWatch

/// An open file of the inbox, read-only; closes itself.
struct OpenFile: ~Copyable {
    let descriptor: Int32

    /// Opens a file for reading.
    ///
    /// - Throws: ``IntakeError`` when the system refuses.
    init(path: String) throws(IntakeError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        if descriptor < 0 {
            throw errno == ENOENT ? .vanished : .unreadable("cannot open the file: \(String(cString: strerror(errno)))")
        }
    }

    deinit { close(descriptor) }

    /// The file as it is now, under a path of the inbox.
    func entry(path: String) throws(IntakeError) -> FileEntry {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw .unreadable("cannot look at the file: \(String(cString: strerror(errno)))")
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable("it is not a regular file") }
        var entry = FileEntry(InboxFile(path: path, status: status))
        entry.state = .reading
        return entry
    }
}

/// Why a file could not be looked at.
enum IntakeError: Error {
    /// It is gone.
    case vanished
    /// The system refused, with its reason.
    case unreadable(String)
}
