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
    private let mover: FileMover

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
        let folder = NameFolder(store: store)
        intake = Intake(store: store, inbox: settings.inbox, settings: settings.intake, folder: folder)
        mover = FileMover(inbox: settings.inbox, settings: settings.intake)
        landscapes = LandscapeService(
            store: store,
            folder: folder,
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
        /// Months that were solved, with what that took.
        package var solved: [SolvedMonth] = []
        /// Snapshots that an older version took in and that count no more until they are dropped again.
        package var outdated = 0
    }

    /// Takes in everything that is there, makes the editions, and returns.
    ///
    /// Files that still change are waited for; incomplete ones are left for another time.
    package func once() async throws -> Summary {
        var summary = Summary()
        var session = try Session(ledger: ledger(), settle: settings.intake.settle)
        while true {
            let pass = try await lookAtInbox(&session)
            for state in pass.states { summary.files[state, default: 0] += 1 }
            if let failure = pass.failure { throw failure }
            guard pass.states.isEmpty else { continue }
            guard pass.settling > 0, let time = pass.lookAgain else { break }
            try await Task.sleep(until: time, clock: .continuous)
        }
        summary.outdated = try store.outdated().count
        (summary.outcomes, summary.solved) = try await makeEditions()
        return summary
    }

    /// Watches the inbox and works until the task is cancelled.
    package func run() async throws {
        let watcher = try InboxWatcher(root: settings.inbox, settings: settings.intake)
        try await watcher.run { hints in
            var session = try Session(ledger: ledger(), settle: settings.intake.settle)
            session.moved = (.now, .now)
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
            let pass = try await lookAtInbox(&session)
            guard let moved = session.moved else { return pass.lookAgain }
            let now = ContinuousClock.now
            let cap = moved.first + max(quiet * 12, .seconds(60))
            if session.isFirstRound, !pass.states.isEmpty, now < cap { return now }
            let due = session.isFirstRound ? now : min(moved.last + quiet, cap)
            guard now >= due else { return pass.states.isEmpty ? min(pass.lookAgain ?? due, due) : now }
            if session.isFirstRound { try warnOfOutdated() }
            session.isFirstRound = false
            let outcomes = try await makeEditions().outcomes
            let hasFailed = outcomes.contains { if case .failed = $0.1 { true } else { false } }
            session.moved = nil
            guard hasFailed else { return pass.lookAgain }
            // What failed, for the state of the disk perhaps, is tried again with the next scan of the whole inbox.
            session.moved = (now, .now)
            return .now.advanced(by: .seconds(settings.intake.rescan))
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            logger.error("\(error)")
            return .now.advanced(by: .seconds(Self.retry))
        }
    }

    /// How long nothing must have arrived before editions are made; with arrivals that don't end, twelve times as long
    /// or a minute is the most that they are put off.
    private var quiet: Duration { .seconds(settings.intake.quiet) }

    /// Seconds until a round that failed as a whole is tried again.
    private static let retry = 30.0

    // MARK: - Steps

    /// What the engine remembers between looks at the inbox.
    private struct Session {
        var ledger: InboxLedger
        var tracker: SettleTracker
        /// When something was taken in first and last that no edition shows yet.
        var moved: (first: ContinuousClock.Instant, last: ContinuousClock.Instant)?
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
        /// Files that have not held still for long enough yet.
        var settling = 0
        /// When a file may be ready; `nil` when none is waited for.
        var lookAgain: ContinuousClock.Instant?
        /// Why a file could not be taken in that must be tried again.
        var failure: (any Error)?

        mutating func look(after seconds: Double) {
            let due = ContinuousClock.now.advanced(by: .seconds(seconds))
            lookAgain = min(lookAgain ?? due, due)
        }
    }

    private func lookAtInbox(_ session: inout Session) async throws -> Pass {
        let scan = try InboxScanner(root: settings.inbox).scan()
        for problem in scan.problems { logger.warning("\(problem)") }
        let wallClock = Int64(Date.now.timeIntervalSince1970 * 1e9)
        let changes = session.ledger.update(scan.files) { file in
            file.age(at: wallClock) >= settings.intake.incomplete
        }
        try store.dropFiles(changes.gone)
        try store.record(changes.waiting)
        let report = session.tracker.observe(changes.open, at: .now, wallClock: wallClock)
        var pass = Pass(settling: report.settling, lookAgain: report.lookAgain)
        let ready = report.settled.sorted { ($0.modified, $0.path) < ($1.modified, $1.path) }
        for (path, outcome) in try await takeIn(ready.map(FileEntry.init), wallClock, settling: report.settling) {
            switch outcome {
            case .success(let file):
                session.ledger.note(file, path: path)
                guard let file else { continue }
                log(file, isOneOf: ready.count)
                pass.states.append(file.state)
                moveAway([file])
                if file.state == .done || file.state == .duplicate {
                    session.moved = (session.moved?.first ?? .now, .now)
                }
            case .failure(let error):
                logger.error("cannot take in: \(error)", metadata: ["file": "\(path)"])
                pass.failure = error
            }
        }
        moveAway(changes.settled)
        if let oldest = session.ledger.oldestIncomplete(at: wallClock) {
            pass.look(after: min(max(settings.intake.incomplete - oldest, 1), settings.intake.rescan))
        }
        if pass.failure != nil { pass.look(after: Self.retry) }
        return pass
    }

    private func ledger() throws -> InboxLedger {
        InboxLedger(try store.files(), keepsFailed: settings.intake.failed != nil)
    }

    /// Moves files to where the settings say; one that cannot be moved stays and is told.
    private func moveAway(_ files: [FileEntry]) {
        guard mover.isActive else { return }
        for file in files {
            do {
                _ = try mover.move(file)
            } catch {
                logger.warning("\(error)")
            }
        }
    }

    private func warnOfOutdated() throws {
        let count = try store.outdated().count
        guard count > 0 else { return }
        logger.warning(
            "snapshots of an older version count no more until they are dropped again; 'panorama status --files' lists them",
            metadata: ["snapshots": "\(count)"]
        )
    }

    /// What came of a file: where it stands, `nil` when it is gone, or why it must be tried again.
    private typealias Outcome = (path: String, result: Result<FileEntry?, any Error>)

    /// Takes files in, several at a time, in the order given; an error costs its own file alone.
    private func takeIn(_ files: [FileEntry], _ now: Int64, settling: Int) async throws -> [Outcome] {
        guard !files.isEmpty else { return [] }
        Heap.keepFreed()
        defer { Heap.giveBackFreed() }
        let width = max(ProcessInfo.processInfo.activeProcessorCount, 1)
        let outcomes = await withTaskGroup(of: Outcome.self) { group in
            var outcomes: [Outcome] = []
            var next = files.makeIterator()
            func start(_ group: inout TaskGroup<Outcome>) {
                guard !Task.isCancelled, let file = next.next() else { return }
                group.addTask { [intake] in (file.path, Result { try intake.take(file, now: now) }) }
            }
            for _ in 0..<width { start(&group) }
            while let outcome = await group.next() {
                outcomes.append(outcome)
                reportProgress(outcomes.count, of: files.count, settling: settling)
                start(&group)
            }
            return outcomes
        }
        try Task.checkCancellation()
        return outcomes
    }

    private func makeEditions() async throws -> (outcomes: [(String, LandscapeService.Outcome)], solved: [SolvedMonth])
    {
        let result = try await landscapes.refresh(settings.landscapes)
        for problem in result.problems { logger.warning("\(problem)") }
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
        return (result.outcomes, result.solved)
    }

    /// Tells how far a long intake has come, ten times on the way, and how many files are left to the next, which counts anew.
    private func reportProgress(_ done: Int, of total: Int, settling: Int) {
        guard total >= Self.longIntake, done % max(total / 10, 1) == 0 else { return }
        logger.info("taking in", metadata: ["files": "\(done) of \(total)", "settling": "\(settling)"])
    }

    /// From this number of files on, progress is told instead of every file.
    private static let longIntake = 20

    private func log(_ file: FileEntry, isOneOf total: Int) {
        let metadata: Logger.Metadata = ["file": "\(file.path)", "state": "\(file.state.rawValue)"]
        switch file.state {
        case .failed: logger.error("file failed: \(file.reason ?? "unknown reason")", metadata: metadata)
        case .incomplete, .waiting: logger.notice("file waits: \(file.reason ?? "not settled")", metadata: metadata)
        case .done, .duplicate, .reading, .forgotten:
            logger.log(level: total < Self.longIntake ? .info : .debug, "file taken in", metadata: metadata)
        }
    }
}
