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

@Suite
struct EngineTests {
    private let everything = LandscapeSettings(id: "test", title: "Test", admission: Admission())

    private func hour(_ ids: ClosedRange<Int>, time: String = "2025-01-15T07:30:00Z") throws -> [UInt8] {
        let lines = ids.map { id in
            InventedEvent(
                id: id,
                developer: id % 9 + 1,
                repository: 100 + id % 4,
                payload: #"{"action":"opened","issue":{"id":\#(id)}}"#,
                time: time
            ).line
        }
        return try gzip(lines.joined(separator: "\n").utf8 + [0x0a])
    }

    @Test
    func theOrderOfArrivalDoesNotShow() async throws {
        let files = try [
            "a.json.gz": hour(1...40), "b.json.gz": hour(20...60),
            "sub/c.json.gz": hour(70...90, time: "2025-02-01T00:00:00Z"),
            "d.json.gz": hour(1...40),
        ]
        var editions: Set<String> = []
        for order in [
            ["a.json.gz", "b.json.gz", "sub/c.json.gz", "d.json.gz"],
            ["d.json.gz", "sub/c.json.gz", "b.json.gz", "a.json.gz"],
        ] {
            let place = try Workplace()
            for name in order {
                try place.drop(#require(files[name]), as: name)
                try await place.once(everything)
            }
            let manifest = try place.latest("manifest.json").split(separator: "\n").filter { !$0.contains("\"made\"") }
            editions.insert(try place.latest("list.txt") + manifest.joined())
        }
        #expect(editions.count == 1)
    }

    @Test
    func anEventCountsOnceHoweverManyFilesCarryIt() async throws {
        let apart = try Workplace()
        try apart.drop(hour(1...60), as: "all.json.gz")
        try await apart.once(everything)
        let overlapping = try Workplace()
        try overlapping.drop(hour(1...40), as: "one.json.gz")
        try overlapping.drop(hour(20...60), as: "two.json.gz")
        try await overlapping.once(everything)
        #expect(try apart.latest("list.txt") == overlapping.latest("list.txt"))
    }

    @Test
    func nothingNewMeansNoEditionAndNoSolve() async throws {
        let place = try Workplace()
        try place.drop(hour(1...40), as: "a.json.gz")
        #expect(try await place.once(everything).solved == 1)
        let again = try await place.once(everything)
        #expect(again.solved == 0)
        #expect(again.outcomes.map(\.1) == [.unchanged])
        #expect(again.files.isEmpty)
    }

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
    func aDeletedCacheCostsTimeAlone() async throws {
        let place = try Workplace()
        try place.drop(hour(1...40), as: "a.json.gz")
        try await place.once(everything)
        let before = try place.latest("list.txt")
        try FileManager.default.removeItem(at: place.folder.url.appending(path: "state/cache"))
        try FileManager.default.removeItem(at: place.folder.url.appending(path: "output"))
        #expect(try await place.once(everything).solved == 1)
        #expect(try place.latest("list.txt") == before)
    }

    @Test
    func aLateHourSolvesItsMonthAndThoseAfterItAgain() async throws {
        let place = try Workplace()
        try place.drop(hour(1...40, time: "2025-01-15T07:30:00Z"), as: "1.json.gz")
        try place.drop(hour(50...90, time: "2025-02-15T07:30:00Z"), as: "2.json.gz")
        try place.drop(hour(100...140, time: "2025-03-15T07:30:00Z"), as: "3.json.gz")
        #expect(try await place.once(everything).solved == 3)
        try place.drop(hour(200...240, time: "2025-02-20T07:30:00Z"), as: "late.json.gz")
        #expect(try await place.once(everything).solved == 2)
    }

    @Test
    func includedAndExcludedRepositoriesHaveTheLastWord() async throws {
        let place = try Workplace()
        try place.drop(hour(1...40), as: "a.json.gz")
        var settings = everything
        settings.admission.meanOpenRank = 1_000
        settings.include = [
            RepositoryReference(name: "Owner/Repo101"), RepositoryReference(id: RepositoryID(rawValue: 102)),
        ]
        settings.exclude = [RepositoryReference(id: RepositoryID(rawValue: 102))]
        try await place.once(settings)
        let list = try place.latest("list.txt")
        #expect(list.contains("owner/repo101") && !list.contains("owner/repo102") && !list.contains("owner/repo100"))
    }

    @Test
    func excludingByNameWorksWhereEverythingIsACandidate() async throws {
        let place = try Workplace()
        try place.drop(hour(1...40), as: "a.json.gz")
        var settings = everything
        settings.exclude = [RepositoryReference(name: "OWNER/repo101")]
        try await place.once(settings)
        let list = try place.latest("list.txt")
        #expect(list.contains("owner/repo100") && !list.contains("owner/repo101"))
    }

    @Test
    func namesThatNoDataKnowsAreTold() async throws {
        let place = try Workplace()
        try place.drop(hour(1...40), as: "a.json.gz")
        var settings = everything
        settings.include = [RepositoryReference(name: "no/such")]
        try await place.once(settings)
        #expect(try place.latest("list.txt").contains("no/such (include)"))
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
        let intake = Intake(store: store, inbox: place.folder.path("inbox"), settings: IntakeSettings())
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
    func warmUpEndsWithTwoYearsOfDataNotWithOneOldFile() async throws {
        let place = try Workplace()
        try place.drop(hour(1...9, time: "2015-01-01T00:00:00Z"), as: "old.json.gz")
        for month in 1...26 {
            let number = Month(ordinal: 2022 * 12 + month - 1)
            try place.drop(hour(1...9, time: "\(number)-15T00:00:00Z"), as: "\(number).json.gz")
        }
        try await place.once(everything)
        let list = try place.latest("list.txt")
        #expect(list.contains("2022-01 9 1 [\"warm-up\"") && list.contains("2023-12 9 1 [\"warm-up\""))
        #expect(list.contains("2024-01 9 1 [\"provisional\"]"), "24 months of data precede it")
        #expect(list.contains("2015-01 9 1 [\"warm-up\"") && list.contains("2015-02 0 0 [\"missing\"]"))
    }

    @Test
    func stragglersOfAnHourDoNotMakeItPresent() async throws {
        let place = try Workplace()
        for day in 1...5 { try place.drop(hour(1...200, time: "2025-01-0\(day)T10:00:00Z"), as: "\(day).json.gz") }
        for hourOfDay in [9, 11] {
            for day in 1...5 {
                let time = "2025-01-0\(day)T\(hourOfDay < 10 ? "0" : "")\(hourOfDay):00:00Z"
                try place.drop(hour(300...305, time: time), as: "late\(day)-\(hourOfDay).json.gz")
            }
        }
        try await place.once(everything)
        #expect(try place.latest("list.txt").contains("2025-01 1060 5 "))
    }

    @Test
    func aDamagedEditionIsMadeAnew() async throws {
        let place = try Workplace()
        try place.drop(hour(1...40), as: "a.json.gz")
        try await place.once(everything)
        let before = try place.latest("list.txt")
        try FileManager.default.removeItem(at: place.folder.url.appending(path: "output/test/latest/list.txt"))
        try await place.once(everything)
        #expect(try place.latest("list.txt") == before)
    }

    @Test
    func aWindowWithoutDataSaysWhereTheDataIs() async throws {
        let place = try Workplace()
        try place.drop(hour(1...40), as: "a.json.gz")
        var settings = everything
        settings.admission = Admission(from: Month("2019-01"), to: Month("2019-02"))
        guard case .failed(let reason) = try await place.once(settings).outcomes.first?.1 else {
            Issue.record("an edition of nothing")
            return
        }
        #expect(reason.contains("2019-01…2019-02") && reason.contains("2025-01"))
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
    func aRenamedRepositoryKeepsItsScoreUnderItsNewName() async throws {
        let place = try Workplace()
        let lines = [
            InventedEvent(id: 1, repository: 5, name: "old/name", time: "2025-01-01T00:00:00Z").line,
            InventedEvent(id: 2, repository: 5, name: "new/name", time: "2025-01-20T00:00:00Z").line,
            InventedEvent(id: 3, repository: 6, name: "old/name", time: "2025-01-25T00:00:00Z").line,
        ]
        try place.drop(Array(lines.joined(separator: "\n").utf8), as: "a.json")
        try await place.once(everything)
        let list = try place.latest("list.txt")
        #expect(list.contains(" 5 new/name ") && list.contains(" 6 old/name "))
    }

    @Test
    func aPluginThatFailsCostsItsOwnPartAlone() async throws {
        let place = try Workplace()
        try place.drop(hour(1...40), as: "a.json.gz")
        let plugins = PluginSet(
            classifiers: [Failing()],
            detectors: [Failing()],
            exporters: [Failing(), Escaping(), Listing()]
        )
        let outcome = try #require(try await place.once(everything, plugins).outcomes.first?.1)
        guard case .made(1, let problems) = outcome else {
            Issue.record("no edition: \(outcome)")
            return
        }
        #expect(problems.count == 4)
        #expect(try place.latest("list.txt").contains("owner/repo100"))
        #expect(!FileManager.default.fileExists(atPath: place.folder.path("output/outside.txt")))
    }

    @Test
    func aSecondInstanceIsRefusedWithThePidOfTheFirst() throws {
        let place = try Workplace()
        let first = try StateLock(directory: place.folder.url.path)
        let error = #expect(throws: StoreError.self) { try StateLock(directory: place.folder.url.path) }
        #expect(error?.code == .inUse)
        #expect(error?.message.contains("\(ProcessInfo.processInfo.processIdentifier)") == true)
        withExtendedLifetime(first) {}
    }

    @Test
    func failedFilesSayWhyAndTheOthersAreTakenIn() async throws {
        let place = try Workplace()
        try place.drop(hour(1...40), as: "good.json.gz")
        try place.drop(Array("<xml/>\n".utf8), as: "bad.xml")
        try place.drop(try hour(1...40).prefix(100), as: "cut.json.gz")
        #expect(try await place.once(everything).files == [.done: 1, .failed: 1, .incomplete: 1])
        let files = try Store(reading: place.folder.path("state")).files()
        #expect(files.first { $0.path == "bad.xml" }?.reason?.contains("line 1") == true)
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

/// A plugin that fails at everything.
private struct Failing: Classifier, TrendDetector, Exporter {
    static let id: PluginID = "failing"
    static let summary = "Fails."

    init(configuration: NoSettings, context: PluginContext) {}
    init() {}

    func classify(_ projects: [Project]) throws -> [DomainLabel] { throw PluginError("no") }
    func detect(in history: LandscapeHistory) throws -> [Finding] { throw PluginError("no") }
    func export(_ landscape: Landscape) throws -> [ExportedFile] { throw PluginError("no") }
}

/// An exporter that tries to leave its folder.
private struct Escaping: Exporter {
    static let id: PluginID = "escaping"
    static let summary = "Escapes."

    init(configuration: NoSettings, context: PluginContext) {}
    init() {}

    func export(_ landscape: Landscape) -> [ExportedFile] { [ExportedFile(path: "../../outside.txt", text: "x")] }
}
