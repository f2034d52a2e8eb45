// SPDX-License-Identifier: Apache-2.0

/// Tells which files have held still for the settle time, from one look at the inbox to the next.
///
/// A value without a clock of its own: it is fed the files of each scan and the time of it. A file holds still while
/// its size, its times and its inode stay the same; when one of them changes, its time starts anew. A file that is old
/// already when it is seen first has settled: nothing is waited for after a start, or when a finished file is renamed in.
package struct SettleTracker: Sendable {
    private struct Tracked: Sendable {
        var file: InboxFile
        /// When this state of the file was seen first.
        var since: ContinuousClock.Instant
        var isSettled: Bool
    }

    /// How long a file must hold still.
    package let settle: Duration
    /// What the last look found, in the byte order of the paths.
    private var tracked: [Tracked] = []

    /// Makes a tracker that knows no file.
    ///
    /// - Parameter settle: how long a file must hold still.
    package init(settle: Duration) {
        self.settle = settle
    }

    /// Takes in a scan.
    ///
    /// - Complexity: O(*n*) for *n* files in this scan and the one before.
    /// - Parameters:
    ///   - files: the files of the scan, in the byte order of their paths as ``InboxScan`` has them.
    ///   - now: the time of the scan by a clock that never jumps.
    ///   - wallClock: the same time by the clock that files are dated with, in nanoseconds since 1970.
    /// - Returns: what has settled, and when to look again.
    package mutating func observe(
        _ files: [InboxFile],
        at now: ContinuousClock.Instant,
        wallClock: Int64
    ) -> SettleReport {
        var report = SettleReport()
        var next: [Tracked] = []
        next.reserveCapacity(files.count)
        var earlier = tracked[...]
        for file in files {
            while let first = earlier.first, precedes(first.file.path, file.path) { earlier.removeFirst() }
            var state = Tracked(file: file, since: now, isSettled: false)
            if let known = earlier.first, !precedes(file.path, known.file.path) {
                if file.isUnchanged(since: known.file) {
                    state.since = known.since
                    state.isSettled = known.isSettled
                }
            } else {
                let (age, overflow) = wallClock.subtractingReportingOverflow(file.modified)
                state.isSettled = overflow ? file.modified < wallClock : age >= 0 && .nanoseconds(age) >= settle
                if state.isSettled { report.newlySettled.append(file) }
            }
            if !state.isSettled, now - state.since >= settle {
                state.isSettled = true
                report.newlySettled.append(file)
            }
            if state.isSettled {
                report.settled.append(file)
            } else {
                report.settling += 1
                let due = state.since + settle
                report.lookAgain = min(report.lookAgain ?? due, due)
            }
            next.append(state)
        }
        tracked = next
        return report
    }
}
