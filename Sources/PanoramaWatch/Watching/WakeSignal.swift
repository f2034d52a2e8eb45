// SPDX-License-Identifier: Apache-2.0

import CInotifyTools
import Glibc

/// Wakes a thread that waits for descriptors.
final class WakeSignal: Sendable {
    /// Readable while the signal is up.
    let descriptor: CInt

    init() throws(WatchError) {
        descriptor = panorama_eventfd()
        guard descriptor >= 0 else {
            throw WatchError(.descriptorLimit, "no file descriptor to wake the watching thread: \(SystemError.last())")
        }
    }

    deinit { close(descriptor) }

    /// Puts the signal up; any thread may.
    func raise() {
        var one: UInt64 = 1
        // It fails only when the counter is full, and then the signal is up already.
        _ = write(descriptor, &one, MemoryLayout<UInt64>.size)
    }

    /// Takes it down.
    func lower() {
        var count: UInt64 = 0
        _ = read(descriptor, &count, MemoryLayout<UInt64>.size)
    }
}
