// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A thread of its own for work that waits in system calls.
struct WatchThread: Sendable {
    private final class Work: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) {
            self.body = body
        }
    }

    private let thread: pthread_t

    /// Starts the thread; no signal is delivered to it, so that nothing interrupts its calls.
    ///
    /// - Parameter body: its work.
    /// - Throws: ``WatchError`` when the system has no thread left.
    init(_ body: @escaping @Sendable () -> Void) throws(WatchError) {
        let work = Unmanaged.passRetained(Work(body))
        var all = sigset_t()
        var before = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, &before)
        var thread = pthread_t()
        let failure = pthread_create(
            &thread,
            nil,
            { argument in
                if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body() }
                return nil
            },
            work.toOpaque()
        )
        pthread_sigmask(SIG_SETMASK, &before, nil)
        guard failure == 0 else {
            work.release()
            throw WatchError(
                .threadUnavailable,
                "the watching thread cannot be started: \(SystemError(number: failure))"
            )
        }
        self.thread = thread
    }

    /// Waits until its work is done; to be called once.
    func join() {
        pthread_join(thread, nil)
    }
}
