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
    let everything = LandscapeSettings(id: "test", title: "Test", admission: Admission())

    func hour(_ ids: ClosedRange<Int>, time: String = "2025-01-15T07:30:00Z") throws -> [UInt8] {
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
        #expect(try await place.once(everything).solved.count == 1)
        let again = try await place.once(everything)
        #expect(again.solved.count == 0)
        #expect(again.outcomes.map(\.1) == [.unchanged])
        #expect(again.files.isEmpty)
    }

    @Test
    func aDeletedCacheCostsTimeAlone() async throws {
        let place = try Workplace()
        try place.drop(hour(1...40), as: "a.json.gz")
        try await place.once(everything)
        let before = try place.latest("list.txt")
        try FileManager.default.removeItem(at: place.folder.url.appending(path: "state/cache"))
        try FileManager.default.removeItem(at: place.folder.url.appending(path: "output"))
        #expect(try await place.once(everything).solved.count == 1)
        #expect(try place.latest("list.txt") == before)
    }

    @Test
    func aLateHourSolvesItsMonthAndThoseAfterItAgain() async throws {
        let place = try Workplace()
        try place.drop(hour(1...40, time: "2025-01-15T07:30:00Z"), as: "1.json.gz")
        try place.drop(hour(50...90, time: "2025-02-15T07:30:00Z"), as: "2.json.gz")
        try place.drop(hour(100...140, time: "2025-03-15T07:30:00Z"), as: "3.json.gz")
        #expect(try await place.once(everything).solved.count == 3)
        try place.drop(hour(200...240, time: "2025-02-20T07:30:00Z"), as: "late.json.gz")
        #expect(try await place.once(everything).solved.count == 2)
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
    func equalScoresShareARankInAMonthAndStandByNameInALandscape() async throws {
        let place = try Workplace()
        let events = [(1, "z/z"), (2, "a/a"), (3, "m/m")].map { number, name in
            InventedEvent(id: number, developer: 1, repository: 100 + number, name: name).line
        }
        try place.drop(Array(events.joined(separator: "\n").utf8), as: "a.json")
        try await place.once(everything)
        let places = try place.latest("list.txt").split(separator: "\n").map { $0.split(separator: " ").prefix(3) }
        #expect(places.prefix(3) == [["1", "102", "a/a"], ["2", "103", "m/m"], ["3", "101", "z/z"]])
        var ranks: [Int?] = []
        try place.book().forEachMonth { month in
            ranks += (101...103).map { month.standing(of: $0, .repository)?.rank }
        }
        #expect(ranks == [1, 1, 1])
    }

    @Test
    func theManifestNamesTheBotsThatTheSettingsName() async throws {
        struct Named: Decodable {
            var preset: String
            var bots: [String]
        }
        func named(_ place: Workplace) throws -> Named {
            try JSONDecoder().decode(Named.self, from: Data(place.latest("manifest.json").utf8))
        }
        var place = try Workplace()
        try place.drop(hour(1...40), as: "a.json.gz")
        try await place.once(everything)
        #expect(try named(place).bots.isEmpty && !named(place).preset.contains("logins"))
        place.scoring.bots = ["Some-CI", "other"]
        #expect(try await place.once(everything).outcomes.map(\.1) == [.made(2, [])])
        #expect(try named(place).bots == ["Some-CI", "other"] && named(place).preset.contains("bots: 2 logins"))
        place.scoring.bots = ["Some-CI", "another"]
        #expect(try await place.once(everything).outcomes.map(\.1) == [.made(3, [])], "as many, but others")
        #expect(try named(place).bots == ["Some-CI", "another"])
    }

    @Test
    func aFailureStaysKnownUntilTheNextTryThatIsNone() async throws {
        let place = try Workplace()
        var settings = everything
        settings.admission = Admission(from: Month("2019-01"), to: Month("2019-02"))
        func failures() throws -> [Store.LandscapeFailure] { try Store(reading: place.folder.path("state")).failures() }
        try place.drop(hour(1...40), as: "a.json.gz")
        for _ in 0..<2 {
            try await place.once(settings)
            let failure = try #require(try failures().first)
            #expect(failure.landscape == "test" && failure.reason.contains("2019-01…2019-02"))
            #expect(try abs(Date(failure.failedAt, strategy: .iso8601).timeIntervalSinceNow) < 600)
            #expect(try failures().count == 1)
        }
        #expect(try await place.once(everything).outcomes.map(\.1) == [.made(1, [])])
        #expect(try failures().isEmpty)
        try await place.once(settings)
        #expect(try failures().count == 1)
        #expect(try await place.once(everything).outcomes.map(\.1) == [.unchanged])
        #expect(try failures().isEmpty)
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
