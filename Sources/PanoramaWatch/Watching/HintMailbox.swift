// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// What the watching thread and the consumer of its hints leave for each other.
///
/// The thread posts hints, the consumer fetches them; the consumer sets the time of its next look, and finishes. Either
/// side may be far ahead of the other, yet what lies here stays small: one merged hint and one time.
final class HintMailbox: Sendable {
    private typealias Waiter = CheckedContinuation<WatchHint?, Never>

    private struct State {
        var pending = WatchHint()
        var waiter: Waiter?
        var due: ContinuousClock.Instant?
        var isFinished = false

        /// Takes the pending hint out.
        mutating func takePending() -> WatchHint {
            defer { pending = WatchHint() }
            return pending
        }
    }

    private let state = Mutex(State())
    /// Wakes the thread when the consumer has left something.
    let signal: WakeSignal

    init(signal: WakeSignal) {
        self.signal = signal
    }

    /// Problems that pile up unseen beyond this number are dropped; each is posted once per change anyway.
    static let maximumProblems = 16

    /// Whether the watcher is to end, or has ended.
    var isFinished: Bool { state.withLock { $0.isFinished } }

    /// When the consumer wants to look next without further cause.
    var due: ContinuousClock.Instant? {
        get { state.withLock { $0.due } }
        set {
            state.withLock { $0.due = newValue }
            signal.raise()
        }
    }

    /// Takes the consumer's time out if it has come.
    func takeDue(at now: ContinuousClock.Instant) -> Bool {
        state.withLock { state in
            guard let due = state.due, due <= now else { return false }
            state.due = nil
            return true
        }
    }

    /// Leaves a hint, merged into the one that waits if there is one.
    func post(_ hint: WatchHint) {
        let delivery = state.withLock { state -> (waiter: Waiter, hint: WatchHint)? in
            guard !state.isFinished else { return nil }
            state.pending.reasons.formUnion(hint.reasons)
            for problem in hint.problems where !state.pending.problems.contains(problem) {
                guard state.pending.problems.count < Self.maximumProblems else { break }
                state.pending.problems.append(problem)
            }
            guard state.pending != WatchHint(), let waiter = state.waiter.take() else { return nil }
            return (waiter, state.takePending())
        }
        delivery?.waiter.resume(returning: delivery?.hint)
    }

    /// Waits for a hint; `nil` once finished, which cancelling brings about.
    func next() async -> WatchHint? {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let (answered, hint) = state.withLock { state -> (Waiter?, WatchHint?) in
                    if state.isFinished { return (continuation, nil) }
                    if state.pending != WatchHint() { return (continuation, state.takePending()) }
                    // There is one consumer; should a second wait too, the first is let go rather than left for ever.
                    defer { state.waiter = continuation }
                    return (state.waiter, nil)
                }
                answered?.resume(returning: hint)
            }
        } onCancel: {
            finish()
        }
    }

    /// Ends the sequence of hints and tells the thread to end.
    func finish() {
        let waiter = state.withLock { state in
            state.isFinished = true
            return state.waiter.take()
        }
        waiter?.resume(returning: nil)
        signal.raise()
    }
}
