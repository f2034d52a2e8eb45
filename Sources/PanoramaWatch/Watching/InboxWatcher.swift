// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel
import Synchronization

// Why libinotifytools is used the way it is
//
// The library keeps everything in static variables: the descriptor, the names of the watches, the events it has read and
// not yet handed out. So one thread owns it (``WatchLoop``), one watcher in a process may have it (``Inotify/claim()``),
// and nothing of it is seen outside ``Inotify``.
//
// - Waiting is done by poll(2) on its descriptor and on an eventfd, never by the library: its own waiting counts whole
//   seconds, knows zero only as "for ever", cannot be ended from another thread, and aborts the process when the
//   descriptor is 1,024 or more. The descriptor is not given out, so it is found by comparing what is open before and
//   after; where none can be found the library is closed again before it can wait.
// - Its recursive watching starts with the children and ends with the root, and gives up, reporting success, when an entry
//   vanishes on the way. Here each directory is watched before it is listed, parents first (``WatchTree``), so that
//   whatever is made during the walk is either listed or told.
// - It knows a directory by the name it had when its watch began, and remembers directories that are gone. Names are
//   therefore used only to find new sub-directories. As soon as they may be wrong (a directory was renamed, events were
//   dropped, a file system was unmounted, the inbox is another directory than before) all watches are made anew, at most
//   a few times a second, and a look is asked for.
// - Where inotify has nothing to say, on network file systems and after a refusal, looks by the clock do the work alone.
//
// Hence no event is ever relied upon for what it says. An event leads to a hint, a hint leads to a scan, and the scan
// counts. An event too many costs a scan; an event too few costs time until the next one.

/// Watches the inbox and says when to look at it.
///
/// ```swift
/// let watcher = try InboxWatcher(root: inbox, settings: settings)
/// try await watcher.run { hints in
///     for await hint in hints {
///         let report = tracker.observe(try scanner.scan().files, at: .now, wallClock: …)
///         …
///         watcher.lookAgain(at: report.lookAgain)
///     }
/// }
/// ```
///
/// The first hint comes once all directories are watched, so a consumer that scans for each hint misses nothing. A
/// watcher watches once: to watch again, make another.
package final class InboxWatcher: Sendable {
    private enum State {
        case idle
        case running(WatchThread)
        case stopped
    }

    private let root: String
    private let plan: WatchPlan
    private let mailbox: HintMailbox
    private let state = Mutex(State.idle)

    /// Makes a watcher; it does nothing yet.
    ///
    /// - Parameters:
    ///   - root: the inbox. It need not exist yet: that is told as a problem, and it is picked up when it appears.
    ///   - settings: how it is watched; `watch`, `settle` and `rescan` count.
    ///   - pollInterval: time between two looks without inotify; by default the settle time, but at least one second.
    /// - Throws: ``WatchError`` when no file descriptor is left.
    package init(root: String, settings: IntakeSettings, pollInterval: Duration? = nil) throws(WatchError) {
        var root = root
        while root.count > 1, root.hasSuffix("/") { root.removeLast() }
        self.root = root
        plan = WatchPlan(settings, poll: pollInterval)
        mailbox = HintMailbox(signal: try WakeSignal())
    }

    deinit { stop() }

    /// The hints, for one consumer; they end when the watcher stops.
    package var hints: WatchHints { WatchHints(mailbox: mailbox) }

    /// Watches while a closure runs, and no longer.
    ///
    /// - Parameter body: what to do with the hints.
    /// - Returns: what the closure returns.
    /// - Throws: ``WatchError`` as ``start()`` does, or what the closure throws.
    package func run<Result>(_ body: (WatchHints) async throws -> Result) async throws -> Result {
        try start()
        defer { stop() }
        return try await body(hints)
    }

    /// Starts to watch.
    ///
    /// - Throws: ``WatchError`` when it was started before, when another watcher of this process uses inotify, or when
    ///   there can be no thread. That inotify refuses to work is no such error: it comes as a problem with a hint, and
    ///   looks by the clock take its place.
    package func start() throws(WatchError) {
        try state.withLock { state throws(WatchError) in
            guard case .idle = state else {
                throw WatchError(.alreadyWatching, "this watcher was started before; make another to watch again")
            }
            let (root, plan, mailbox) = (root, plan, mailbox)
            if plan.mode == .inotify { try Inotify.claim() }
            do throws(WatchError) {
                state = .running(
                    try WatchThread {
                        WatchLoop(root: root, plan: plan, mailbox: mailbox).run()
                        if plan.mode == .inotify { Inotify.release() }
                    }
                )
            } catch {
                if plan.mode == .inotify { Inotify.release() }
                throw error
            }
        }
    }

    /// Asks for a hint at a given time; it replaces the time asked for before.
    ///
    /// - Parameter time: when to look again, or `nil` for no such look.
    package func lookAgain(at time: ContinuousClock.Instant?) {
        mailbox.due = time
    }

    /// Stops watching, ends the hints, and waits for the thread to end, which takes a few milliseconds.
    ///
    /// Stopping twice, or before the start, is no mistake.
    package func stop() {
        mailbox.finish()
        state.withLock { state in
            if case .running(let thread) = state { thread.join() }
            state = .stopped
        }
    }
}
