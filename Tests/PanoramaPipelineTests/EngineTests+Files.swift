// SPDX-License-Identifier: Apache-2.0

import Foundation
import Logging
import PanoramaModel
import PanoramaPluginKit
import PanoramaStore
import PanoramaWatch
import TestSupport
import Testing

@testable import PanoramaPipeline

extension EngineTests {
    @Test
    func theSameBytesUnderAnotherNameAreADuplicate() async throws {
        let place = try Workplace()
        try place.drop(hour(1...40), as: "b.json.gz")
        try await place.once(everything)
        let before = try place.latest("list.txt")
        try place.drop(hour(1...40), as: "a.json.gz")
        #expect(try await place.once(everything).files == [.duplicate: 1])
        #expect(try place.latest("list.txt") == before)
        #expect(
            try place.latest("manifest.json").contains("\"path\" : \"a.json.gz\""),
            "the least path names the bytes"
        )
    }

    @Test
    func theSameBytesUnderManyNamesAtOnceAreTakenInOnce() async throws {
        let place = try Workplace()
        for index in 0..<12 { try place.drop(hour(1...400), as: "copy\(index).json.gz") }
        #expect(try await place.once(everything).files == [.done: 1, .duplicate: 11])
        #expect(try place.latest("list.txt").contains("2025-01 400 1"))
    }

    @Test
    func aTouchedOrLinkedSourceStaysDone() async throws {
        let place = try Workplace()
        try place.drop(hour(1...40), as: "a.json.gz")
        try await place.once(everything)
        let inbox = place.folder.url.appending(path: "inbox")
        try FileManager.default.linkItem(at: inbox.appending(path: "a.json.gz"), to: inbox.appending(path: "b.json.gz"))
        #expect(try await place.once(everything).files == [.done: 1, .duplicate: 1])
    }

    @Test
    func aFileThatCannotBeReadIsNotedAsScannedSoThatItIsLeftAlone() async throws {
        let place = try Workplace()
        try place.drop(hour(1...40), as: "good.json.gz")
        try FileManager.default.createDirectory(
            atPath: place.folder.path("inbox/dir"),
            withIntermediateDirectories: true
        )
        try await place.once(everything)
        let store = try Store(directory: place.folder.path("state"))
        let intake = Intake(
            store: store,
            inbox: place.folder.path("inbox"),
            settings: IntakeSettings(),
            folder: NameFolder(store: store)
        )
        func scanned(_ path: String) -> FileEntry {
            FileEntry(path: path, size: 1, modified: 2, changed: 3, inode: 4, state: .waiting)
        }
        let entry = try #require(try intake.take(scanned("dir"), now: 0))
        #expect(entry.state == .failed && entry.isSameFile(as: scanned("dir")))
        #expect(try intake.take(scanned("gone"), now: 0) == nil)
    }

    @Test(arguments: [Date(timeIntervalSince1970: -1e9), Date(timeIntervalSince1970: 1e10)])
    func oddTimesOfAFileAreNoTrouble(date: Date) async throws {
        let place = try Workplace()
        try place.drop(hour(1...40), as: "a.json.gz")
        try FileManager.default.setAttributes(
            [.modificationDate: date],
            ofItemAtPath: place.folder.path("inbox/a.json.gz")
        )
        #expect(try await place.once(everything).files == [.done: 1])
    }

    @Test
    func aLostSegmentIsWrittenAgainWhenItsFileIsReadAgain() async throws {
        let place = try Workplace()
        try place.drop(hour(1...40), as: "a.json.gz")
        try await place.once(everything)
        let before = try place.latest("list.txt")
        for name in ["state/segments", "state/cache", "output"] {
            try FileManager.default.removeItem(at: place.folder.url.appending(path: name))
        }
        let outcome = try await place.once(everything).outcomes.first?.1
        guard case .failed(let reason) = outcome else {
            Issue.record("not failed: \(String(describing: outcome))")
            return
        }
        #expect(reason.contains("missing"))
        try place.drop(hour(1...40), as: "again.json.gz")
        try await place.once(everything)
        #expect(try place.latest("list.txt") == before)
    }

    @Test
    func failedFilesAreTriedAgainAtTheNextStart() async throws {
        let place = try Workplace()
        try place.drop(Array((InventedEvent(id: 1).line + "\nbad\nbad\nbad\n").utf8), as: "a.json")
        #expect(try await place.once(everything).files == [.failed: 1])
        let failed = try #require(try Store(reading: place.folder.path("state")).files().first)
        #expect(failed.events == 4 && failed.rejected == 3)
        #expect(try await place.once(everything, badLines: 0.9).files == [.done: 1])
    }

    @Test
    func filesAreMovedAwayWhereTheSettingsSaySoAndNothingIsOverwritten() async throws {
        let place = try Workplace()
        func once() async throws {
            var settings = place.engineSettings(everything, PluginSet(exporters: [Listing()]), 0.5)
            settings.intake.done = place.folder.path("done")
            settings.intake.failed = place.folder.path("failed")
            _ = try await Engine(settings, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }).once()
        }
        func names(_ folder: String) throws -> [String] {
            try FileManager.default.subpathsOfDirectory(atPath: place.folder.path(folder)).sorted()
        }
        try place.drop(hour(1...40), as: "sub/a.json.gz")
        try place.drop(Array("<xml/>\n".utf8), as: "bad.xml")
        try place.drop(try hour(1...40).prefix(60), as: "cut.json.gz")
        try await once()
        #expect(try names("done") == ["sub", "sub/a.json.gz"])
        #expect(try names("failed") == ["bad.xml"])
        #expect(try names("inbox") == ["cut.json.gz", "sub"])
        let before = try place.latest("list.txt")
        try place.drop(hour(1...40), as: "sub/a.json.gz")
        try await once()
        #expect(try names("done") == ["sub", "sub/a.json.gz", "sub/a.json.gz.1"])
        #expect(try place.latest("list.txt") == before)
        let files = try Store(reading: place.folder.path("state")).files()
        #expect(files.map(\.state) == [.failed, .incomplete, .done])
    }

    @Test
    func aFileThatAKillLeftHalfReadIsReadHoweverYoungItIs() async throws {
        let place = try Workplace()
        try place.drop(hour(1...40), as: "a.json.gz")
        let path = place.folder.path("inbox/a.json.gz")
        try FileManager.default.setAttributes([.modificationDate: Date.now.addingTimeInterval(500)], ofItemAtPath: path)
        let file = try #require(try InboxScanner(root: place.folder.path("inbox")).scan().files.first)
        var entry = FileEntry(
            path: file.path,
            size: file.size,
            modified: file.modified,
            changed: file.changed,
            inode: file.inode,
            state: .reading
        )
        entry.sha256 = nil
        try Store(directory: place.folder.path("state")).record(entry)
        var settings = place.engineSettings(everything, PluginSet(exporters: [Listing()]), 0.5)
        settings.intake.settle = 0.2
        let summary = try await Engine(settings, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }).once()
        #expect(summary.files == [.done: 1])
    }

    @Test
    func aFailedFileThatWasDeletedIsForgotten() async throws {
        let place = try Workplace()
        try place.drop(Array("<xml/>\n".utf8), as: "bad.xml")
        try await place.once(everything)
        try FileManager.default.removeItem(atPath: place.folder.path("inbox/bad.xml"))
        try await place.once(everything)
        #expect(try Store(reading: place.folder.path("state")).files().isEmpty)
    }

    @Test
    func aFileThatTookThePlaceOfAnotherIsNotMovedUnread() throws {
        let place = try Workplace()
        try place.drop(hour(1...9), as: "a.json.gz")
        let inbox = place.folder.path("inbox")
        let seen = try #require(try InboxScanner(root: inbox).scan().files.first)
        var entry = FileEntry(
            path: seen.path,
            size: seen.size,
            modified: seen.modified,
            changed: seen.changed,
            inode: seen.inode,
            state: .done
        )
        entry.sha256 = "read"
        let mover = FileMover(inbox: inbox, settings: IntakeSettings(done: place.folder.path("done")))
        try FileManager.default.removeItem(atPath: "\(inbox)/a.json.gz")
        try place.drop(hour(1...30), as: "a.json.gz")
        #expect(try mover.move(entry) == false)
        #expect(FileManager.default.fileExists(atPath: "\(inbox)/a.json.gz"))
    }

    @Test
    func failedFilesSayWhyAndTheOthersAreTakenIn() async throws {
        let place = try Workplace()
        try place.drop(hour(1...40), as: "good.json.gz")
        try place.drop(Array("<xml/>\n".utf8), as: "bad.xml")
        try place.drop(try hour(1...40).prefix(100), as: "cut.json.gz")
        #expect(try await place.once(everything).files == [.done: 1, .failed: 1, .incomplete: 1])
        let files = try Store(reading: place.folder.path("state")).files()
        #expect(files.first { $0.path == "bad.xml" }?.reason?.contains("XML") == true)
        #expect(files.first { $0.path == "cut.json.gz" }?.reason?.contains("ends early") == true)
        try place.drop(hour(1...40, time: "2025-03-01T00:00:00Z"), as: "cut.json.gz.new")
        try FileManager.default.removeItem(at: place.folder.url.appending(path: "inbox/cut.json.gz"))
        try FileManager.default.moveItem(
            at: place.folder.url.appending(path: "inbox/cut.json.gz.new"),
            to: place.folder.url.appending(path: "inbox/cut.json.gz")
        )
        #expect(
            try await place.once(everything).files == [.done: 1, .failed: 1],
            "an incomplete file that changed is read again"
        )
    }
}
