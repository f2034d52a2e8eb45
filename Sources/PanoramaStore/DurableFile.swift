// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization

/// Files that are either whole or not there: written beside, synced, renamed into place.
package enum DurableFile {
    /// Writes a file and, when it must survive a power cut, syncs it and its directory.
    ///
    /// - Throws: ``StoreError/Code/inputOutput``; the file at `path` is then what it was.
    package static func write(_ bytes: [UInt8], to path: String, synced: Bool) throws {
        try write([bytes], to: path, synced: synced)
    }

    /// Writes a file of some parts, likewise.
    static func write(_ parts: [[UInt8]], to path: String, synced: Bool) throws {
        let serial = serials.wrappingAdd(1, ordering: .relaxed).newValue
        let temporary = "\(path).\(getpid())-\(serial).part"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { throw failure("create", temporary) }
        do {
            for bytes in parts { try writeAll(bytes, to: descriptor, temporary) }
            if synced, fsync(descriptor) != 0 { throw failure("sync", temporary) }
        } catch {
            close(descriptor)
            unlink(temporary)
            throw error
        }
        close(descriptor)
        guard rename(temporary, path) == 0 else { throw failure("rename", temporary) }
        if synced { try syncDirectory((path as NSString).deletingLastPathComponent) }
    }

    /// Tells apart the temporary files of writers at work at the same time.
    private static let serials = Atomic<UInt64>(0)

    /// Deletes the temporary files that a kill left in a directory and in those right below it.
    package static func sweep(_ path: String) {
        let manager = FileManager.default
        let names = (try? manager.contentsOfDirectory(atPath: path)) ?? []
        for name in names {
            let item = "\(path)/\(name)"
            for inner in (try? manager.contentsOfDirectory(atPath: item)) ?? [] where inner.hasSuffix(".part") {
                try? manager.removeItem(atPath: "\(item)/\(inner)")
            }
            if name.hasSuffix(".part") { try? manager.removeItem(atPath: item) }
        }
    }

    /// Makes the names in a directory durable.
    package static func syncDirectory(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("open", path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure("sync", path) }
    }

    /// Makes a directory and those above it.
    package static func makeDirectory(_ path: String) throws {
        if mkdir(path, 0o755) == 0 { return }
        let reason = errno
        var status = stat()
        if reason == EEXIST, stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return }
        let parent = (path as NSString).deletingLastPathComponent
        if reason == ENOENT, !parent.isEmpty, parent != path {
            try makeDirectory(parent)
            if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
        }
        errno = reason
        throw failure("make the directory", path)
    }

    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Foundation.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure("write", path) }
            written += count
        }
    }

    private static func failure(_ verb: String, _ path: String) -> StoreError {
        StoreError(.inputOutput, "cannot \(verb) \(path): \(String(cString: strerror(errno)))")
    }
}
