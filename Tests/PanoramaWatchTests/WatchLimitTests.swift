// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import PanoramaModel
import Testing

@testable import PanoramaWatch

extension InboxWatcherTests {
    /// What happens when the system gives too little.
    @Suite(.serialized, .timeLimit(.minutes(5)))
    struct Limits {
        @Test
        func droppedEventsAskForALookAndNewWatches() async throws {
            let directory = try TemporaryDirectory()
            try directory.makeDirectory("inbox/sub")
            try await Self.claim()
            defer { Inotify.release() }
            let mailbox = HintMailbox(signal: try WakeSignal())
            let plan = WatchPlan(IntakeSettings(watch: .inotify, rescan: 3_600), poll: nil)
            let loop = WatchLoop(root: directory.inbox, plan: plan, mailbox: mailbox)
            loop.begin()
            defer { loop.end() }
            #expect(await mailbox.next() == WatchHint(.started))

            // Nobody fetches events meanwhile, so the last of these directories is made after the queue is full.
            let queue = try #require(try Self.number(in: "/proc/sys/fs/inotify/max_queued_events"))
            try #require(queue < 100_000)
            try directory.write("inbox/sub/a", "")
            for round in 0...(queue / 2) {
                chmod(directory.at("inbox/sub/a"), round.isMultiple(of: 2) ? 0o600 : 0o640)
                chmod(directory.at("inbox/sub"), round.isMultiple(of: 2) ? 0o700 : 0o750)
            }
            try directory.makeDirectory("inbox/unheard")

            var reasons: WatchHint.Reasons = []
            let deadline = ContinuousClock.now + .seconds(2)
            while ContinuousClock.now < deadline, loop.rebuilds < 2 {
                loop.turn()
                usleep(10_000)
            }
            usleep(60_000)
            loop.turn()
            reasons = try #require(await mailbox.next()).reasons
            #expect(reasons.contains(.overflow))
            #expect(loop.rebuilds == 2)

            try directory.write("inbox/unheard/b")
            loop.turn()
            usleep(60_000)
            loop.turn()
            #expect(await mailbox.next() == WatchHint(.changed))
        }

        private static func claim() async throws {
            var attempt = 0
            while true {
                do throws(WatchError) {
                    try Inotify.claim()
                    return
                } catch {
                    guard attempt < 1_000 else { throw error }
                    attempt += 1
                    try await Task.sleep(for: .milliseconds(10))
                }
            }
        }

        private static func number(in file: String) throws -> Int? {
            try Int(String(contentsOfFile: file, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines))
        }

        @Test
        func withoutALowDescriptorLooksByTheClockTakeOver() async {
            await #expect(processExitsWith: .success) {
                var limit = rlimit()
                getrlimit(__rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue)), &limit)
                guard limit.rlim_max > 2_000 else { exit(EXIT_SUCCESS) }
                limit.rlim_cur = 2_000
                setrlimit(__rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue)), &limit)
                while dup(0) < 1_100 {}
                exit(try await Limits.firstProblem()?.code == .descriptorLimit ? EXIT_SUCCESS : 3)
            }
        }

        @Test(.enabled(if: Namespace.canBeMade, "user namespaces cannot be made here"))
        func withoutWatchesTheLimitToRaiseIsNamedAndLooksByTheClockTakeOver() async {
            await #expect(processExitsWith: .success) {
                Namespace.enter(running: "echo 3 > /proc/sys/user/max_inotify_watches")
                let problem = try await Limits.firstProblem()
                guard problem?.code == .watchLimit else { exit(3) }
                exit(problem?.message.contains("sysctl -w fs.inotify.max_user_watches=") == true ? EXIT_SUCCESS : 4)
            }
        }

        @Test(.enabled(if: Namespace.canBeMade, "user namespaces cannot be made here"))
        func withoutInstancesTheLimitToRaiseIsNamedAndLooksByTheClockTakeOver() async {
            await #expect(processExitsWith: .success) {
                Namespace.enter(running: "echo 0 > /proc/sys/user/max_inotify_instances")
                let problem = try await Limits.firstProblem()
                guard problem?.code == .instanceLimit else { exit(3) }
                exit(problem?.message.contains("sysctl -w fs.inotify.max_user_instances=") == true ? EXIT_SUCCESS : 4)
            }
        }

        /// The first problem of a watcher that afterwards goes on looking by the clock; otherwise `nil`.
        static func firstProblem() async throws -> WatchError? {
            let directory = try TemporaryDirectory()
            for number in 0..<5 { try directory.makeDirectory("inbox/\(number)") }
            let watcher = try InboxWatcher(
                root: directory.inbox,
                settings: IntakeSettings(watch: .inotify, rescan: 3_600),
                pollInterval: .milliseconds(50)
            )
            return try await watcher.run { hints in
                var problems: [WatchError] = []
                var looks = 0
                for await hint in hints {
                    problems += hint.problems
                    if hint.reasons.contains(.periodic) { looks += 1 }
                    if looks == 3 { break }
                }
                return problems.count == 1 ? problems.first : nil
            }
        }
    }
}
