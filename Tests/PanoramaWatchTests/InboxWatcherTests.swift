// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import PanoramaModel
import Testing

@testable import PanoramaWatch

/// Real inotify in real directories, one test at a time: the library below belongs to the whole process.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct InboxWatcherTests {
    // MARK: - Files

    @Test
    func aFileRenamedInIsHintedAt() async throws {
        let inbox = try await WatchedInbox()
        try inbox.directory.write("inbox/a.json.gz.part")
        try inbox.directory.rename("inbox/a.json.gz.part", "inbox/a.json.gz")
        #expect(try await inbox.hintsLead(toFiles: "a.json.gz"))
    }

    @Test
    func aFileCopiedInIsHintedAt() async throws {
        let inbox = try await WatchedInbox()
        try inbox.directory.write("inbox/a.json.gz")
        #expect(try await inbox.hintsLead(toFiles: "a.json.gz"))
    }

    @Test
    func aSlowWriterIsWaitedForToItsEnd() async throws {
        let inbox = try await WatchedInbox()
        var tracker = SettleTracker(settle: .milliseconds(300))
        let path = inbox.directory.at("inbox/slow")
        let writer = Thread {
            let descriptor = open(path, O_CREAT | O_WRONLY, 0o600)
            for _ in 0..<8 {
                _ = write(descriptor, "chunk", 5)
                usleep(100_000)
            }
            close(descriptor)
        }
        writer.start()
        var ready: [InboxFile] = []
        while ready.isEmpty, await inbox.next() != nil {
            let wallClock = Int64(Date().timeIntervalSince1970 * 1e9)
            let report = tracker.observe(try inbox.scan().files, at: .now, wallClock: wallClock)
            inbox.watcher.lookAgain(at: report.lookAgain)
            ready = report.newlySettled
        }
        #expect(ready.map(\.size) == [40])
    }

    @Test
    func aHardLinkIsHintedAt() async throws {
        let inbox = try await WatchedInbox()
        try inbox.directory.write("outside")
        try inbox.directory.link("outside", "inbox/linked")
        #expect(try await inbox.hintsLead(toFiles: "linked"))
    }

    @Test
    func aLinkedFileAndALinkedDirectoryAreHintedAtAndWatched() async throws {
        let inbox = try await WatchedInbox()
        try inbox.directory.makeDirectory("outside/deep")
        try inbox.directory.write("outside/a")
        try inbox.directory.symlink("inbox/file", to: "../outside/a")
        #expect(try await inbox.hintsLead(toFiles: "file"))
        try inbox.directory.symlink("inbox/folder", to: "../outside")
        #expect(try await inbox.hintsLead(toFiles: "folder/a"))
        await inbox.settleDown()
        try inbox.directory.write("outside/deep/b")
        #expect(try await inbox.hintsLead(toFiles: "folder/deep/b"))
    }

    @Test
    func mendedPermissionsAreHintedAt() async throws {
        let directory = try TemporaryDirectory()
        try directory.write("inbox/a")
        let inbox = try await WatchedInbox(in: directory)
        await inbox.settleDown()
        #expect(chmod(directory.at("inbox/a"), 0o640) == 0)
        #expect(await inbox.reasonsWithinAMoment() == .changed)
    }

    @Test
    func namesThatDoNotCountWakeNobody() async throws {
        let inbox = try await WatchedInbox()
        await inbox.settleDown()
        for name in ["inbox/.a", "inbox/b.part", "inbox/c~"] { try inbox.directory.write(name) }
        try inbox.directory.makeDirectory("inbox/.git")
        try inbox.directory.write("inbox/.git/d")
        #expect(await inbox.reasonsWithinAMoment() == [])
        try inbox.directory.write("inbox/e")
        #expect(await inbox.reasonsWithinAMoment() == .changed)
    }

    @Test
    func whatTheConsumerDoesWakesNobody() async throws {
        let directory = try TemporaryDirectory()
        for number in 0..<20 { try directory.write("inbox/\(number)") }
        let inbox = try await WatchedInbox(in: directory)
        await inbox.settleDown()
        #expect(try inbox.scan().files.count == 20)
        _ = try Data(contentsOf: URL(fileURLWithPath: directory.at("inbox/1")))
        try directory.rename("inbox/2", "taken")
        try directory.remove("inbox/3")
        #expect(await inbox.reasonsWithinAMoment() == [])
    }

    // MARK: - Directories

    @Test
    func aWholeTreeMovedInIsFoundAndWatched() async throws {
        let inbox = try await WatchedInbox()
        try inbox.directory.makeDirectory("tree/x/y")
        try inbox.directory.write("tree/x/y/a")
        try inbox.directory.rename("tree", "inbox/tree")
        #expect(try await inbox.hintsLead(toFiles: "tree/x/y/a"))
        await inbox.settleDown()
        try inbox.directory.write("inbox/tree/x/y/b")
        #expect(try await inbox.hintsLead(toFiles: "tree/x/y/b"))
    }

    @Test
    func filesPutIntoNewDirectoriesAtOnceAreFound() async throws {
        let inbox = try await WatchedInbox()
        for number in 0..<100 {
            try inbox.directory.makeDirectory("inbox/\(number)/n1/n2")
            try inbox.directory.write("inbox/\(number)/n1/n2/early")
        }
        #expect(try await inbox.hintsLead { $0.files.count == 100 })
        await inbox.settleDown()
        for number in 0..<100 { try inbox.directory.write("inbox/\(number)/n1/n2/late") }
        #expect(try await inbox.hintsLead { $0.files.count == 200 })
    }

    @Test
    func aRenamedDirectoryAndWhatIsMadeInItAreWatched() async throws {
        let directory = try TemporaryDirectory()
        try directory.makeDirectory("inbox/old/inner")
        let inbox = try await WatchedInbox(in: directory)
        try directory.rename("inbox/old", "inbox/new")
        try directory.write("inbox/new/inner/a")
        #expect(try await inbox.hintsLead(toFiles: "new/inner/a"))
        await inbox.settleDown()
        try directory.makeDirectory("inbox/new/inner/fresh")
        await inbox.settleDown()
        try directory.write("inbox/new/inner/fresh/b")
        #expect(try await inbox.hintsLead(toFiles: "new/inner/fresh/b"))
    }

    @Test
    func aDirectoryDeletedAndMadeAgainIsWatched() async throws {
        let directory = try TemporaryDirectory()
        try directory.makeDirectory("inbox/sub")
        let inbox = try await WatchedInbox(in: directory)
        for number in 0..<3 {
            try directory.remove("inbox/sub")
            try directory.makeDirectory("inbox/sub")
            await inbox.settleDown()
            try directory.write("inbox/sub/\(number)")
            #expect(try await inbox.hintsLead(toFiles: "sub/\(number)"))
        }
    }

    @Test
    func anInboxDeletedAndMadeAgainIsPickedUp() async throws {
        let inbox = try await WatchedInbox()
        for number in 0..<2 {
            try inbox.directory.remove("inbox")
            await inbox.settleDown()
            try inbox.directory.makeDirectory("inbox")
            await inbox.settleDown()
            try inbox.directory.write("inbox/\(number)")
            #expect(try await inbox.hintsLead(toFiles: "\(number)"))
        }
        let problems = inbox.seen.flatMap(\.problems)
        #expect(problems.map(\.code) == [.inboxMissing, .inboxMissing])
    }

    @Test
    func anInboxThatAppearsAfterTheStartIsPickedUp() async throws {
        let directory = try TemporaryDirectory()
        try directory.remove("inbox")
        let inbox = try await WatchedInbox(in: directory)
        try directory.makeDirectory("inbox/sub")
        await inbox.settleDown()
        try directory.write("inbox/sub/a")
        #expect(try await inbox.hintsLead(toFiles: "sub/a"))
    }

    @Test
    func anInboxReplacedByAnotherDirectoryIsPickedUp() async throws {
        let inbox = try await WatchedInbox()
        try inbox.directory.rename("inbox", "before")
        try inbox.directory.makeDirectory("inbox")
        await inbox.settleDown()
        try inbox.directory.write("inbox/a")
        #expect(try await inbox.hintsLead(toFiles: "a"))
        await inbox.settleDown()
        try inbox.directory.write("before/b")
        #expect(await inbox.reasonsWithinAMoment() == [])
    }

    @Test
    func aDirectoryMovedOutIsNoLongerWatched() async throws {
        let directory = try TemporaryDirectory()
        try directory.makeDirectory("inbox/sub")
        let inbox = try await WatchedInbox(in: directory)
        try directory.rename("inbox/sub", "sub")
        await inbox.settleDown()
        try directory.write("sub/a")
        #expect(await inbox.reasonsWithinAMoment() == [])
    }

    @Test
    func aBurstOfFilesIntoDirectoriesThatAreRenamedMeanwhileLosesNothing() async throws {
        let inbox = try await WatchedInbox()
        let directory = inbox.directory
        async let produced: Void = Self.produce(into: directory)
        #expect(try await inbox.hintsLead { $0.files.count == 4_000 })
        try await produced
        #expect(try inbox.scan().problems.isEmpty)
        await inbox.settleDown()
        for number in 0..<200 { try inbox.directory.write("inbox/moved-\(number)/late") }
        #expect(try await inbox.hintsLead { $0.files.count == 4_200 })
    }

    /// Writes 4,000 files into 200 directories, half of them by rename, and renames each directory when half is done.
    @concurrent
    private static func produce(into directory: TemporaryDirectory) async throws {
        for number in 0..<200 {
            try directory.makeDirectory("inbox/made-\(number)")
            for file in 0..<10 { try directory.write("inbox/made-\(number)/\(file)") }
            try directory.rename("inbox/made-\(number)", "inbox/moved-\(number)")
            for file in 10..<20 {
                try directory.write("inbox/moved-\(number)/\(file).tmp")
                try directory.rename("inbox/moved-\(number)/\(file).tmp", "inbox/moved-\(number)/\(file)")
            }
        }
    }

    // MARK: - The clock

    @Test
    func pollingAsksForALookAgainAndAgain() async throws {
        let inbox = try await WatchedInbox(.poll, pollInterval: .milliseconds(50))
        for _ in 0..<3 { #expect(await inbox.next()?.reasons == .periodic) }
        try inbox.directory.write("inbox/a")
        #expect(try await inbox.hintsLead(toFiles: "a"))
    }

    @Test
    func aLookAskedForComesAtItsTimeAndOnce() async throws {
        let inbox = try await WatchedInbox()
        await inbox.settleDown()
        let start = ContinuousClock.now
        inbox.watcher.lookAgain(at: start + .seconds(60))
        inbox.watcher.lookAgain(at: start + .milliseconds(100))
        #expect(await inbox.next() == WatchHint(.due))
        let elapsed = start.duration(to: .now)
        #expect(elapsed >= .milliseconds(100) && elapsed < .milliseconds(500))
    }

    @Test
    func aRescanIsDueWithInotifyToo() async throws {
        let directory = try TemporaryDirectory()
        let settings = IntakeSettings(watch: .inotify, settle: 1, rescan: 0.1)
        let watcher = try await WatchedInbox.started(root: directory.inbox, settings: settings)
        defer { watcher.stop() }
        var reasons: WatchHint.Reasons = []
        for await hint in watcher.hints {
            reasons.formUnion(hint.reasons)
            if reasons.contains(.periodic) { break }
        }
        #expect(reasons.contains(.periodic))
    }
}
