// SPDX-License-Identifier: Apache-2.0

import Glibc
import PanoramaModel

/// What the watching thread does; made, used and ended on that thread alone.
final class WatchLoop {
    private typealias Instant = ContinuousClock.Instant

    /// Events taken in one turn at most, so that the clock's work has its turn too.
    private static let eventsPerTurn = 20_000

    private let root: String
    private let plan: WatchPlan
    private let mailbox: HintMailbox
    private var schedule: WatchSchedule

    private var inotify: Inotify?
    private var tree = WatchTree()
    /// The directory that is watched as the inbox; `nil` if none is.
    private var inbox: FileIdentity?
    private var isInboxMissing = false
    /// Watches that have ended; the library keeps them until all watches are made anew.
    private var endedWatches = 0
    /// Why there is no watching, or not of everything; `nil` when all is well.
    private var refusal: WatchError.Code?
    /// The refusal that was told of last, until all is well again.
    private var announced: WatchError.Code?
    private var lastAttempt = Instant.now
    /// How often all watches were made.
    private(set) var rebuilds = 0
    private var reasons: WatchHint.Reasons = []
    private var hasMoreEvents = false

    init(root: String, plan: WatchPlan, mailbox: HintMailbox) {
        self.root = root
        self.plan = plan
        self.mailbox = mailbox
        schedule = WatchSchedule(at: .now, periodic: plan.rescan)
    }

    /// Works until the mailbox is finished.
    func run() {
        begin()
        while !mailbox.isFinished {
            wait()
            turn()
        }
        end()
    }

    /// Places the watches and asks for the first look.
    func begin() {
        if plan.mode == .inotify { rebuild() }
        reasons = []
        mailbox.post(WatchHint(.started))
    }

    /// Takes what has come in and does what is due.
    func turn() {
        mailbox.signal.lower()
        takeEvents()
        let now = Instant.now
        if schedule.takeRebuild(at: now) { rebuild() }
        if schedule.takeInbox(at: now) { lookForInbox() }
        if schedule.takePeriodic(at: now, next: refusal == nil ? plan.rescan : plan.poll) {
            renew()
            mailbox.post(WatchHint(.periodic))
        }
        if mailbox.takeDue(at: now) { mailbox.post(WatchHint(.due)) }
        if schedule.takeHint(at: now) {
            mailbox.post(WatchHint(reasons))
            reasons = []
        }
    }

    /// Ends all watches.
    func end() {
        inotify?.close()
        inotify = nil
    }

    // MARK: - Waiting

    private func wait() {
        var descriptors = [pollfd(fd: mailbox.signal.descriptor, events: Int16(POLLIN), revents: 0)]
        if let inotify { descriptors.append(pollfd(fd: inotify.descriptor, events: Int16(POLLIN), revents: 0)) }
        let time = hasMoreEvents ? Duration.zero : schedule.earliest(and: mailbox.due) - .now
        poll(&descriptors, nfds_t(descriptors.count), milliseconds(time))
    }

    /// A time to wait as poll(2) takes it: rounded up, so that it does not wake too early and spin.
    private func milliseconds(_ time: Duration) -> CInt {
        guard time > .zero else { return 0 }
        guard time < .seconds(3_600) else { return 3_600_000 }
        let (seconds, attoseconds) = time.components
        return CInt(seconds) * 1_000 + CInt((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }

    // MARK: - Events

    private func takeEvents() {
        hasMoreEvents = false
        guard let inotify else { return }
        for _ in 0..<Self.eventsPerTurn {
            guard !mailbox.isFinished, let event = inotify.nextEvent() else { return }
            take(event, from: inotify)
        }
        hasMoreEvents = true
    }

    private func take(_ event: Inotify.Event, from inotify: Inotify) {
        if event.has(IN_Q_OVERFLOW) {
            hint(.overflow)
            schedule.planRebuild(at: .now)
            return
        }
        guard let directory = inotify.path(of: event.watch) else { return }
        if event.has(IN_IGNORED) {
            watchEnded(directory)
            return
        }
        if event.has(IN_UNMOUNT | IN_MOVE_SELF) {
            hint(.changed)
            schedule.planRebuild(at: .now)
            return
        }
        if event.name.isEmpty {
            hint(.changed)
            watch(directory, by: inotify)
            return
        }
        guard !IgnoredNames.contains(event.name) else { return }
        hint(.changed)
        guard schedule.rebuild == nil, let name = String(validating: event.name, as: UTF8.self) else { return }
        let path = directory + "/" + name
        if event.has(IN_ISDIR) || (event.has(IN_CREATE | IN_MOVED_TO) && isLinkToDirectory(path)) {
            if FileIdentity(path: path) == nil, tree.isAstray(directory) { schedule.planRebuild(at: .now) }
            watch(path, by: inotify)
        }
    }

    private func watchEnded(_ directory: String) {
        tree.forget(directory)
        endedWatches += 1
        if endedWatches > max(1_000, 4 * tree.count) { schedule.planRebuild(at: .now) }
        if directory == root {
            inbox = nil
            schedule.inbox = .now
        }
    }

    private func isLinkToDirectory(_ path: String) -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return false }
        return stat(path, &status) == 0 && status.isDirectory
    }

    private func hint(_ reason: WatchHint.Reasons) {
        reasons.formUnion(reason)
        schedule.planHint(at: .now)
    }

    // MARK: - Watches

    private func watch(_ directory: String, by inotify: Inotify) {
        let mailbox = mailbox
        let outcome = tree.watch(from: directory, by: inotify, isStopped: { mailbox.isFinished })
        if outcome.isStale { schedule.planRebuild(at: .now) }
        if let refusal = outcome.refusal { carryOnPolling(refusal) }
    }

    /// Makes all watches anew, then asks for a look: what happened meanwhile was told by none of them.
    private func rebuild() {
        let start = Instant.now
        lastAttempt = start
        rebuilds += 1
        refusal = nil
        end()
        tree = WatchTree()
        endedWatches = 0
        inbox = nil
        schedule.inbox = nil
        do {
            let inotify = try Inotify()
            self.inotify = inotify
            inbox = FileIdentity(path: root)
            watch(root, by: inotify)
            schedule.inbox = inbox == nil ? start : start + WatchSchedule.inboxCheck
        } catch {
            carryOnPolling(error)
        }
        if refusal == nil { announced = nil }
        schedule.didRebuild(from: start, to: .now)
        hint(.changed)
    }

    /// Sees to it that the watches are complete, whatever was missed.
    private func renew() {
        guard plan.mode == .inotify else { return }
        if refusal != nil {
            if .now - lastAttempt >= WatchSchedule.retry { rebuild() }
        } else if let inotify {
            watch(root, by: inotify)
        }
    }

    /// Looks whether the inbox is still the directory that is watched; if it is another one, that is watched instead.
    private func lookForInbox() {
        guard inotify != nil else { return }
        guard let found = FileIdentity(path: root) else {
            inbox = nil
            schedule.inbox = .now + WatchSchedule.missingInboxCheck
            guard !isInboxMissing else { return }
            isInboxMissing = true
            mailbox.post(WatchHint(.changed, problems: [WatchError(root: root, SystemError(number: ENOENT))]))
            return
        }
        isInboxMissing = false
        if found == inbox, tree.count > 0 || refusal != nil {
            schedule.inbox = .now + WatchSchedule.inboxCheck
        } else {
            rebuild()
        }
    }

    /// Tells of a refusal once, and looks often from now on.
    private func carryOnPolling(_ error: WatchError) {
        if announced != error.code { mailbox.post(WatchHint(problems: [error])) }
        announced = error.code
        refusal = error.code
        schedule.hasten(to: .now + plan.poll)
    }
}
