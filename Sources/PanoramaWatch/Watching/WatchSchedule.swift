// SPDX-License-Identifier: Apache-2.0

/// What the watching thread does when, apart from what events ask for.
///
/// A value without a clock: each call is told the time.
struct WatchSchedule {
    typealias Instant = ContinuousClock.Instant

    /// How long a change waits for others before its hint goes out; a burst makes at most one hint in this time.
    static let hintDelay = Duration.milliseconds(50)
    /// How long a wish for new watches waits for others.
    static let rebuildDelay = Duration.milliseconds(200)
    /// How often the inbox itself is looked for while it is there: a rename of a directory above it is never told.
    static let inboxCheck = Duration.seconds(5)
    /// How often it is looked for while it is missing.
    static let missingInboxCheck = Duration.milliseconds(250)
    /// How often watching is tried again after the system refused it.
    static let retry = Duration.seconds(30)

    /// When the hint goes out.
    private(set) var hint: Instant?
    /// When all watches are made anew.
    private(set) var rebuild: Instant?
    /// When the inbox itself is looked for.
    var inbox: Instant?
    /// When the next look without cause is due.
    private(set) var periodic: Instant
    /// No new watches before this time.
    private var earliestRebuild: Instant

    init(at now: Instant, periodic: Duration) {
        self.periodic = now + periodic
        earliestRebuild = now
    }

    /// When there is something to do next.
    func earliest(and other: Instant?) -> Instant {
        [hint, rebuild, inbox, other].reduce(periodic) { min($0, $1 ?? $0) }
    }

    /// Plans a hint, at the end of ``hintDelay`` at the latest.
    mutating func planHint(at now: Instant) {
        hint = hint ?? now + Self.hintDelay
    }

    /// Brings the look without cause forward.
    mutating func hasten(to time: Instant) {
        periodic = min(periodic, time)
    }

    /// Plans new watches: soon, yet not so often that making them is most of what the thread does.
    mutating func planRebuild(at now: Instant) {
        rebuild = rebuild ?? max(now + Self.rebuildDelay, earliestRebuild)
    }

    /// Notes that all watches were made anew.
    mutating func didRebuild(from start: Instant, to end: Instant) {
        rebuild = nil
        earliestRebuild = end + start.duration(to: end) * 4
    }

    /// Takes the hint out if its time has come.
    mutating func takeHint(at now: Instant) -> Bool { Self.take(&hint, at: now) }

    /// Takes the plan of new watches out if its time has come.
    mutating func takeRebuild(at now: Instant) -> Bool { Self.take(&rebuild, at: now) }

    /// Takes the look for the inbox out if its time has come.
    mutating func takeInbox(at now: Instant) -> Bool { Self.take(&inbox, at: now) }

    /// Whether the look without cause is due; if so the next is planned.
    mutating func takePeriodic(at now: Instant, next interval: Duration) -> Bool {
        guard periodic <= now else { return false }
        periodic = now + interval
        return true
    }

    private static func take(_ plan: inout Instant?, at now: Instant) -> Bool {
        guard let time = plan, time <= now else { return false }
        plan = nil
        return true
    }
}
