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
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
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

    deinit { close(descriptor) }
}
