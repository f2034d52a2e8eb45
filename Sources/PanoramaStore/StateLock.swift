// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Keeps a second instance off a state directory; held as long as the value lives, freed by the system on any death.
package final class StateLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock.
    ///
    /// - Throws: ``StoreError/Code/inUse`` with the pid of the other, ``StoreError/Code/inputOutput``.
    package init(directory: String) throws {
        let path = directory + "/lock"
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw StoreError(.inputOutput, "cannot open \(path): \(String(cString: strerror(errno)))")
        }
        guard Self.take(descriptor) else {
            var bytes = [UInt8](repeating: 0, count: 32)
            let count = pread(descriptor, &bytes, bytes.count, 0)
            close(descriptor)
            let pid = String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self).filter(\.isNumber)
            throw StoreError(
                .inUse,
                "another panorama (pid \(pid.isEmpty ? "unknown" : pid)) works on \(directory); stop it or use another state"
            )
        }
        self.descriptor = descriptor
        let pid = Array("\(getpid())\n".utf8)
        _ = ftruncate(descriptor, 0)
        _ = pwrite(descriptor, pid, pid.count, 0)
    }

    /// Takes the lock, unless an instance has it.
    private static func take(_ descriptor: Int32) -> Bool {
        for _ in 0..<attempts {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
            // Whoever only looks lets go at once.
            usleep(pause)
        }
        return flock(descriptor, LOCK_EX | LOCK_NB) == 0
    }

    private static let attempts = 20
    /// Microseconds between them.
    private static let pause: UInt32 = 10_000

    /// Whether an instance works on a state directory.
    package static func isHeld(directory: String) -> Bool {
        let descriptor = open(directory + "/lock", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
    }

    deinit { close(descriptor) }
}
