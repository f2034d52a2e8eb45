// SPDX-License-Identifier: Apache-2.0

import Foundation
package import Logging
import PanoramaModel
package import PanoramaStore
import PanoramaWatch

/// Panorama at work: takes in what is in the inbox, and makes editions of what that moved.
///
/// ``once()`` does it until nothing is left to do; ``run()`` goes on for as long as its task lives.
package final class Engine: Sendable {
    let settings: EngineSettings
    let logger: Logger
    private let lock: StateLock
    private let store: Store
    private let intake: Intake
    private let landscapes: LandscapeService

    /// Opens the state and takes its lock.
    ///
    /// - Throws: ``StoreError``, of the code ``StoreError/Code/inUse`` when another instance works on the state.
    package init(_ settings: EngineSettings, logger: Logger) throws {
        self.settings = settings
        self.logger = logger
        for directory in [settings.inbox, settings.state, settings.output] {
            try DurableFile.makeDirectory(directory)
        }
        lock = try StateLock(directory: settings.state)
        store = try Store(directory: settings.state)
        intake = Intake(store: store, inbox: settings.inbox, settings: settings.intake)
        landscapes = LandscapeService(
            store: store,
            output: settings.output,
            parameters: settings.scoring,
            version: settings.version
        )
    }

    // MARK: - The two ways to work

    /// What one pass over the inbox did.
    package struct Summary: Sendable {
        /// Files that were looked at, by where they stand now.
        package var files: [FileEntry.State: Int] = [:]
        /// What became of each landscape.
        package var outcomes: [(String, LandscapeService.Outcome)] = []
        /// Months that were solved.
        package var solved = 0
    }

    /// Takes in everything that is there, makes the editions, and returns.
    ///
    /// Files that still change are waited for; incomplete ones are left for another time.
    package func once() async throws -> Summary {
        var summary = Summary()
        var session = try Session(ledger: InboxLedger(store.files()), settle: settings.intake.settle)
        while true {
            let pass = try await lookAtInbox(&session)
            for state in pass.states { summary.files[state, default: 0] += 1 }
            guard pass.states.isEmpty else { continue }
            guard session.ledger.count(.waiting) > 0, let time = pass.lookAgain else { break }
            try await Task.sleep(until: time, clock: .continuous)
        }
        (summary.outcomes, summary.solved) = try await makeEditions()
        return summary
    }

    /// Watches the inbox and works until the task is cancelled.
    package func run() async throws {
        let watcher = try InboxWatcher(root: settings.inbox, settings: settings.intake)
        try await watcher.run { hints in
            var session = try Session(ledger: InboxLedger(store.files()), settle: settings.intake.settle)
            session.movedAt = .now
            logger.info(
                "watching",
                metadata: ["inbox": "\(settings.inbox)", "mode": "\(settings.intake.watch.rawValue)"]
            )
            for await hint in hints {
                for problem in hint.problems { logger.warning("\(problem)") }
                watcher.lookAgain(at: try await work(&session))
            }
            try Task.checkCancellation()
        }
    }

    /// One round of the daemon: look, take in, and when all is quiet make editions.
    ///
    /// - Returns: when to look again, whatever the watcher notices; `nil` when nothing is waited for.
    private func work(_ session: inout Session) async throws -> ContinuousClock.Instant? {
        do {
            var pass = try await lookAtInbox(&session)
            while !pass.states.isEmpty { pass = try await lookAtInbox(&session) }
            guard let movedAt = session.movedAt else { return pass.lookAgain }
            let due = movedAt.advanced(by: session.isFirstRound ? .zero : .seconds(settings.intake.quiet))
            session.isFirstRound = false
            guard ContinuousClock.now >= due else { return min(pass.lookAgain ?? due, due) }
            _ = try await makeEditions()
            session.movedAt = nil
            return pass.lookAgain
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            logger.error("\(error)")
            return .now.advanced(by: .seconds(Self.retry))
        }
    }

    /// Seconds until a round that failed as a whole is tried again.
    private static let retry = 30.0

    // MARK: - Steps

    /// What the engine remembers between looks at the inbox.
    private struct Session {
        var ledger: InboxLedger
        var tracker: SettleTracker
        /// When something was taken in last that no edition shows yet.
        var movedAt: ContinuousClock.Instant?
        var isFirstRound = true

        init(ledger: InboxLedger, settle: Double) {
            self.ledger = ledger
            tracker = SettleTracker(settle: .seconds(settle))
        }
    }

    /// What one look at the inbox did.
    private struct Pass {
        /// Where the files that were read stand now.
        var states: [FileEntry.State] = []
        /// When a file may be ready; `nil` when none is waited for.
        var lookAgain: ContinuousClock.Instant?
    }

    private func lookAtInbox(_ session: inout Session) async throws -> Pass {
        let scan = try InboxScanner(root: settings.inbox).scan()
        for problem in scan.problems { logger.warning("\(problem)") }
        let wallClock = Int64(Date.now.timeIntervalSince1970 * 1e9)
        let changes = session.ledger.update(scan.files) { file in
            Double(wallClock - max(file.modified, file.changed)) / 1e9 >= settings.intake.incomplete
        }
        try store.dropFiles(changes.gone)
        try store.record(changes.waiting)
        let report = session.tracker.observe(changes.open, at: .now, wallClock: wallClock)
        var pass = Pass(lookAgain: report.lookAgain)
        let ready = report.settled.sorted { ($0.modified, $0.path) < ($1.modified, $1.path) }
        for entry in try await takeIn(ready.map(\.path), wallClock) {
            session.ledger.note(entry.file, path: entry.path)
            guard let file = entry.file else { continue }
            log(file, isOneOf: ready.count)
            pass.states.append(file.state)
            if file.state == .done || file.state == .duplicate { session.movedAt = .now }
        }
        if let oldest = session.ledger.oldestIncomplete {
            let left = settings.intake.incomplete - Double(wallClock - oldest) / 1e9
            let due = ContinuousClock.now.advanced(by: .seconds(max(left, 1)))
            pass.lookAgain = min(pass.lookAgain ?? due, due)
        }
        return pass
    }

    /// Takes files in, several at a time, in the order given.
    private func takeIn(_ paths: [String], _ now: Int64) async throws -> [(path: String, file: FileEntry?)] {
        let width = max(ProcessInfo.processInfo.activeProcessorCount, 1)
        return try await withThrowingTaskGroup(of: (path: String, file: FileEntry?).self) { group in
            var results: [(path: String, file: FileEntry?)] = []
            var next = paths.makeIterator()
            func start(_ group: inout ThrowingTaskGroup<(path: String, file: FileEntry?), any Error>) {
                guard let path = next.next() else { return }
                group.addTask { [intake] in
                    try Task.checkCancellation()
                    return (path, try intake.take(path, now: now))
                }
            }
            for _ in 0..<width { start(&group) }
            while let result = try await group.next() {
                results.append(result)
                reportProgress(results.count, of: paths.count)
                start(&group)
            }
            return results
        }
    }

    private func makeEditions() async throws -> (outcomes: [(String, LandscapeService.Outcome)], solved: Int) {
        let result = try await landscapes.refresh(settings.landscapes)
        for (id, outcome) in result.outcomes {
            let metadata: Logger.Metadata = ["landscape": "\(id)"]
            switch outcome {
            case .made(let number, let problems):
                logger.info("edition made", metadata: metadata.merging(["number": "\(number)"]) { $1 })
                for problem in problems {
                    logger.error("plugin failed: \(problem.message)", metadata: ["plugin": "\(problem.plugin)"])
                }
            case .unchanged: logger.debug("edition unchanged", metadata: metadata)
            case .noData: logger.info("no data yet", metadata: metadata)
            case .failed(let reason): logger.error("landscape failed: \(reason)", metadata: metadata)
            }
        }
        return (result.outcomes, result.solved.count)
    }

    /// Tells how far a long intake has come, ten times on the way.
    private func reportProgress(_ done: Int, of total: Int) {
        guard total >= Self.longIntake, done % max(total / 10, 1) == 0 else { return }
        logger.info("taking in", metadata: ["files": "\(done) of \(total)"])
    }

    /// From this number of files on, progress is told instead of every file.
    private static let longIntake = 20

    private func log(_ file: FileEntry, isOneOf total: Int) {
        let metadata: Logger.Metadata = ["file": "\(file.path)", "state": "\(file.state.rawValue)"]
        switch file.state {
        case .failed: logger.error("file failed: \(file.reason ?? "unknown reason")", metadata: metadata)
        case .incomplete, .waiting: logger.notice("file waits: \(file.reason ?? "not settled")", metadata: metadata)
        case .done, .duplicate, .reading:
            logger.log(level: total < Self.longIntake ? .info : .debug, "file taken in", metadata: metadata)
        }
    }
}
