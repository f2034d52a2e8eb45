// SPDX-License-Identifier: Apache-2.0

import Glibc
import PanoramaModel
import Testing

@testable import PanoramaWatch

extension InboxWatcherTests {
    /// How watchers begin and end.
    @Suite(.serialized, .timeLimit(.minutes(5)))
    struct Life {
        @Test
        func stoppingWhileBusyIsQuick() async throws {
            let directory = try TemporaryDirectory()
            for number in 0..<2_000 { try directory.makeDirectory("inbox/\(number)") }
            let inbox = try await WatchedInbox(in: directory)
            async let churn: Void = Self.churn(directory)
            try await Task.sleep(for: .milliseconds(100))
            let start = ContinuousClock.now
            inbox.watcher.stop()
            #expect(start.duration(to: .now) < .milliseconds(250))
            try await churn
        }

        @concurrent
        private static func churn(_ directory: TemporaryDirectory) async throws {
            for number in 0..<1_000 {
                try directory.rename("inbox/\(number)", "inbox/again-\(number)")
                try directory.write("inbox/again-\(number)/a", "")
            }
        }

        @Test
        func aSecondWatcherByInotifyIsRefusedUntilTheFirstEnds() async throws {
            let inbox = try await WatchedInbox()
            let settings = IntakeSettings(watch: .inotify)
            let second = try InboxWatcher(root: inbox.directory.inbox, settings: settings)
            #expect(throws: WatchError.self) { try second.start() }
            let polling = try InboxWatcher(root: inbox.directory.inbox, settings: IntakeSettings(watch: .poll))
            try polling.start()
            polling.stop()
            inbox.watcher.stop()
            #expect(await inbox.next() == nil)
            let third = try await WatchedInbox.started(root: inbox.directory.inbox, settings: settings)
            third.stop()
        }

        @Test
        func aWatcherWatchesOnce() async throws {
            let inbox = try await WatchedInbox(.poll)
            #expect(throws: WatchError.self) { try inbox.watcher.start() }
            inbox.watcher.stop()
            inbox.watcher.stop()
            #expect(throws: WatchError.self) { try inbox.watcher.start() }
        }

        @Test
        func cancellingTheConsumerEndsTheWatcher() async throws {
            let directory = try TemporaryDirectory()
            let watcher = try InboxWatcher(root: directory.inbox, settings: IntakeSettings(watch: .poll))
            let consumer = Task {
                try await watcher.run { hints in
                    var count = 0
                    for await _ in hints { count += 1 }
                    return count
                }
            }
            try await Task.sleep(for: .milliseconds(50))
            consumer.cancel()
            #expect(try await consumer.value == 1)
        }

        @Test
        func anErrorOfTheConsumerEndsTheWatcher() async throws {
            struct Failure: Error {}
            let directory = try TemporaryDirectory()
            let watcher = try InboxWatcher(root: directory.inbox, settings: IntakeSettings(watch: .poll))
            await #expect(throws: Failure.self) { try await watcher.run { _ in throw Failure() } }
            let hints = watcher.hints.makeAsyncIterator()
            #expect(await hints.next() == nil)
        }

        @Test
        func lettingGoOfAWatcherEndsIt() async throws {
            let directory = try TemporaryDirectory()
            var watcher: InboxWatcher? = try InboxWatcher(
                root: directory.inbox,
                settings: IntakeSettings(watch: .poll)
            )
            try watcher?.start()
            let hints = try #require(watcher).hints
            watcher = nil
            for await _ in hints {}
        }
    }
}
