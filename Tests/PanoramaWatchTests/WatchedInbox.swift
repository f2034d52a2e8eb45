// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import Testing

@testable import PanoramaWatch

/// An inbox under watch, and a consumer that does nothing but scan when it is told to.
final class WatchedInbox {
    let directory: TemporaryDirectory
    let watcher: InboxWatcher
    private let hints: WatchHints.Iterator
    /// Stops the watcher when a test waits for what never comes, so that the test fails instead of hanging.
    private let alarm: Task<Void, Never>
    /// The hints that came so far.
    private(set) var seen: [WatchHint] = []

    /// Starts to watch, and waits for the first hint.
    ///
    /// The times are such that no look without cause helps: what is found was hinted at.
    init(
        _ mode: IntakeSettings.WatchMode = .inotify,
        settle: Double = 0.2,
        pollInterval: Duration? = nil,
        in directory: TemporaryDirectory? = nil
    ) async throws {
        self.directory = try directory ?? TemporaryDirectory()
        let settings = IntakeSettings(watch: mode, settle: settle, rescan: 3_600)
        let watcher = try await Self.started(
            root: self.directory.inbox,
            settings: settings,
            pollInterval: pollInterval
        )
        self.watcher = watcher
        hints = watcher.hints.makeAsyncIterator()
        alarm = Task {
            try? await Task.sleep(for: .seconds(15))
            if !Task.isCancelled { watcher.stop() }
        }
        #expect(await next()?.reasons.contains(.started) == true)
    }

    deinit {
        alarm.cancel()
        watcher.stop()
    }

    /// Starts a watcher as soon as no other test of the process has one.
    static func started(
        root: String,
        settings: IntakeSettings,
        pollInterval: Duration? = nil
    ) async throws -> InboxWatcher {
        var attempt = 0
        while true {
            let watcher = try InboxWatcher(root: root, settings: settings, pollInterval: pollInterval)
            do throws(WatchError) {
                try watcher.start()
                return watcher
            } catch {
                guard error.code == .alreadyWatching, attempt < 1_000 else { throw error }
                attempt += 1
                try await Task.sleep(for: .milliseconds(10))
            }
        }
    }

    /// The next hint, or `nil` when it took too long.
    func next() async -> WatchHint? {
        let hint = await hints.next()
        if let hint { seen.append(hint) }
        return hint
    }

    /// What a scan finds now.
    func scan() throws -> InboxScan { try InboxScanner(root: directory.inbox).scan() }

    /// Scans at every hint until the scan is as wished.
    ///
    /// - Returns: whether it ever was.
    func hintsLead(to isWished: (InboxScan) -> Bool) async throws -> Bool {
        while await next() != nil {
            do throws(WatchError) {
                if isWished(try InboxScanner(root: directory.inbox).scan()) { return true }
            } catch  where error.code == .inboxMissing {
            }
        }
        return false
    }

    /// Scans at every hint until these files, named from the inbox, are there.
    func hintsLead(toFiles paths: String...) async throws -> Bool {
        try await hintsLead { scan in Set(paths).isSubset(of: scan.files.map(\.path)) }
    }

    /// Lets the hints of earlier doings go by.
    func settleDown() async {
        repeat {
            watcher.lookAgain(at: .now + .milliseconds(300))
        } while await next().map { $0.reasons != .due } ?? false
    }

    /// The reasons of the hints within a moment.
    func reasonsWithinAMoment() async -> WatchHint.Reasons {
        watcher.lookAgain(at: .now + .milliseconds(250))
        var reasons: WatchHint.Reasons = []
        while let hint = await next() {
            reasons.formUnion(hint.reasons)
            if hint.reasons.contains(.due) { break }
        }
        return reasons.subtracting(.due)
    }
}
