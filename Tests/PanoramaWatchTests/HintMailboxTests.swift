// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import PanoramaWatch

@Suite(.timeLimit(.minutes(5)))
struct HintMailboxTests {
    private let mailbox: HintMailbox

    init() throws {
        mailbox = HintMailbox(signal: try WakeSignal())
    }

    private func error(_ message: String) -> WatchError { WatchError(.watchLimit, message) }

    @Test
    func hintsThatWaitAreMergedIntoOne() async {
        mailbox.post(WatchHint(.changed))
        mailbox.post(WatchHint(.overflow, problems: [error("a")]))
        mailbox.post(WatchHint(.changed, problems: [error("a"), error("b")]))
        #expect(await mailbox.next() == WatchHint([.changed, .overflow], problems: [error("a"), error("b")]))
        mailbox.post(WatchHint(.periodic))
        #expect(await mailbox.next() == WatchHint(.periodic))
    }

    @Test
    func anEmptyHintWakesNobody() async {
        async let hint = mailbox.next()
        try? await Task.sleep(for: .milliseconds(20))
        mailbox.post(WatchHint())
        mailbox.post(WatchHint(.due))
        #expect(await hint == WatchHint(.due))
    }

    @Test
    func problemsThatNobodyFetchesAreBounded() async {
        for number in 0..<1_000 { mailbox.post(WatchHint(problems: [error("\(number)")])) }
        #expect(await mailbox.next()?.problems.count == HintMailbox.maximumProblems)
    }

    @Test
    func finishingEndsTheSequenceForOneWhoWaitsAndOneWhoComesLater() async {
        async let waiting = mailbox.next()
        try? await Task.sleep(for: .milliseconds(20))
        mailbox.finish()
        mailbox.post(WatchHint(.changed))
        #expect(await waiting == nil)
        #expect(await mailbox.next() == nil)
    }

    @Test
    func cancellingTheConsumerEndsTheSequence() async {
        let mailbox = mailbox
        let consumer = Task { await mailbox.next() }
        try? await Task.sleep(for: .milliseconds(20))
        consumer.cancel()
        #expect(await consumer.value == nil)
        #expect(mailbox.isFinished)
    }

    @Test
    func aSecondConsumerDoesNotLeaveTheFirstWaitingForEver() async {
        async let first = mailbox.next()
        try? await Task.sleep(for: .milliseconds(20))
        async let second = mailbox.next()
        #expect(await first == nil)
        mailbox.post(WatchHint(.changed))
        #expect(await second == WatchHint(.changed))
    }

    @Test
    func theTimeOfTheNextLookIsTakenOnce() {
        let now = ContinuousClock.now
        mailbox.due = now + .seconds(1)
        #expect(!mailbox.takeDue(at: now))
        #expect(mailbox.takeDue(at: now + .seconds(1)))
        #expect(!mailbox.takeDue(at: now + .seconds(2)))
    }
}
