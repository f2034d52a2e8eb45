// SPDX-License-Identifier: Apache-2.0

import Foundation
import Logging
import PanoramaArchive
import PanoramaModel
import PanoramaPluginKit
import PanoramaStore
import TestSupport
import Testing

@testable import PanoramaPipeline

/// Who is meant, whatever an event gives: numbers, names that change hands, or nothing but a login.
@Suite(.timeLimit(.minutes(2)))
struct IdentityTests {
    private let settings = LandscapeSettings(id: "test", title: "Test", admission: Admission())

    /// An event of the timeline, which gives a login and maybe a repository's number.
    private func timeline(
        _ login: String,
        _ repository: String,
        id: Int? = nil,
        issue: Int = 1,
        time: String
    ) -> String {
        let parts = repository.split(separator: "/")
        let number = id.map { #""id":\#($0),"# } ?? ""
        return #"{"created_at":"\#(time)","payload":{"action":"opened","issue":\#(issue),"number":1},"public":true,"#
            + #""type":"IssuesEvent","url":"https://github.com/\#(repository)/issues/1","actor":"\#(login)","#
            + #""repository":{\#(number)"name":"\#(parts[1])","owner":"\#(parts[0])"}}"#
    }

    private func list(_ files: [(name: String, lines: [String])]) async throws -> [String] {
        let place = try Workplace()
        for file in files {
            try place.drop(gzip(Array((file.lines.joined(separator: "\n") + "\n").utf8)), as: file.name)
        }
        try await place.once(settings)
        return try place.latest("list.txt").split(separator: "\n").map(String.init)
    }

    @Test
    func eventsThatGiveNamesAloneCountForTheNumbersThatLaterEventsReveal() async throws {
        let old = [
            timeline("Alice", "rust-lang/Rust", time: "2012/11/11 12:00:00 -0700"),
            timeline("bob", "rust-lang/rust", id: 724_712, issue: 2, time: "2014-06-01T00:00:00-07:00"),
        ]
        let new = [
            InventedEvent(
                id: 9,
                developer: 11,
                login: "alice",
                repository: 724_712,
                name: "rust-lang/rust",
                time: "2015-01-05T00:00:00Z"
            ).line,
            InventedEvent(
                id: 10,
                developer: 12,
                login: "bob",
                repository: 724_712,
                name: "rust-lang/rust",
                time: "2015-01-05T00:00:00Z"
            ).line,
        ]
        let byNumber = [
            InventedEvent(
                id: 1,
                developer: 11,
                login: "alice",
                repository: 724_712,
                name: "rust-lang/rust",
                payload: #"{"action":"opened","issue":{"id":1}}"#,
                time: "2012-11-11T19:00:00Z"
            ).line,
            InventedEvent(
                id: 2,
                developer: 12,
                login: "bob",
                repository: 724_712,
                name: "rust-lang/rust",
                payload: #"{"action":"opened","issue":{"id":2}}"#,
                time: "2014-06-01T07:00:00Z"
            ).line,
        ]
        let joined = try await list([("old.json.gz", old), ("new.json.gz", new)])
        #expect(joined.first?.hasPrefix("1 724712 rust-lang/rust ") == true)
        #expect(joined == (try await list([("new.json.gz", new), ("older.json.gz", byNumber)])))
        #expect(joined == (try await list([("a-new.json.gz", new), ("b-old.json.gz", Array(old.reversed()))])))
        let alone = try await list([("old.json.gz", old)])
        #expect(alone.first != joined.first, "nobody reveals the numbers of Alice and Bob")
    }

    @Test
    func aNewcomersHourChangesTheMonthsItExplainsAndNoOthers() async throws {
        let place = try Workplace()
        func drop(_ lines: [String], _ name: String) throws {
            try place.drop(Array((lines.joined(separator: "\n") + "\n").utf8), as: name)
        }
        try drop([timeline("alice", "a/b", id: 5, time: "2014-06-01T00:00:00Z")], "june.json")
        try drop([timeline("carol", "a/b", id: 5, time: "2014-07-01T00:00:00Z")], "july.json")
        #expect(try await place.once(settings).solved.count == 2)
        try drop(
            [
                InventedEvent(
                    id: 1,
                    developer: 3,
                    login: "carol",
                    repository: 5,
                    name: "a/b",
                    time: "2014-08-01T00:00:00Z"
                ).line
            ],
            "august.json"
        )
        #expect(try await place.once(settings).solved.count == 2, "July, whose Carol is known now, and August")
        try drop(
            [
                InventedEvent(
                    id: 2,
                    developer: 4,
                    login: "dave",
                    repository: 5,
                    name: "a/b",
                    time: "2014-08-01T00:00:00Z"
                ).line
            ],
            "dave.json"
        )
        #expect(try await place.once(settings).solved.count == 1)
    }

    /// Of two who bore a login, the second came after all months that give the login alone.
    @Test(arguments: ["2014-05", "2014-06", "2014-07"])
    func theNextBearerOfANameChangesNoMonthThatTheFirstExplains(firstSeen: String) async throws {
        let place = try Workplace()
        func drop(_ lines: [String], _ name: String) throws {
            try place.drop(Array((lines.joined(separator: "\n") + "\n").utf8), as: name)
        }
        func alice(_ id: Int, _ month: String) -> String {
            InventedEvent(
                id: id,
                developer: id,
                login: "alice",
                repository: 5,
                name: "a/b",
                time: "\(month)-02T00:00:00Z"
            ).line
        }
        try drop(
            [timeline("Alice", "a/b", id: 5, time: "2014-06-01T00:00:00Z"), alice(1, firstSeen), alice(1, "2014-08")],
            "old.json"
        )
        try await place.once(settings)
        let before = try MonthBook(Store(directory: place.folder.path("state")), ScoringParameters())
        let june = try before.pairs(of: #require(Month("2014-06"))).pairs.unpacked()
        #expect(june.map(\.developer.rawValue) == [1])
        try drop([alice(2, "2014-09")], "next.json")
        #expect(try await place.once(settings).solved.count == 1, "September")
        try drop([alice(1, "2014-10")], "again.json")
        #expect(try await place.once(settings).solved.count == 1, "October")
        let book = try MonthBook(Store(directory: place.folder.path("state")), ScoringParameters())
        #expect(try book.pairs(of: #require(Month("2014-06"))).pairs.unpacked() == june)
    }

    @Test
    func everyStandInIsHandedOnOnceWithAllWhoBoreItsNameInAnyCase() throws {
        let folder = try TemporaryFolder()
        let store = try Store(directory: folder.path("state"))
        let rows: [Store.NameRow] = [
            (-9, "ALICE", 1, 1), (-9, "Alice", 1, 1), (-9, "alice", 2, 2), (-7, "nobody", 1, 1), (-3, "bob", 1, 1),
            (1, "Alice", 50, 60), (1, "alice", 40, 45), (2, "aLiCe", 30, 90), (3, "Bob", 7, 8), (3, "bobby", 1, 9),
            (4, "alice", 40, 41),
        ]
        try store.fold(developers: rows, repositories: [(-1, "a/b", 1, 1), (8, "A/B", 2, 2)], from: [])
        var found: [String] = []
        for subject in [Store.NameSubject.developers, .repositories] {
            try store.forEachStandIn(subject) { standIn, bearers in
                found.append("\(standIn): \(bearers.map { "\($0)" })")
            }
        }
        func text(_ bearers: [Store.Bearer]) -> String { "\(bearers.map { "\($0)" })" }
        #expect(
            found == [
                "-9: " + text([(2, 30, 90), (1, 40, 60), (4, 40, 41)]), "-3: " + text([(3, 7, 8)]),
                "-1: " + text([(8, 2, 2)]),
            ]
        )
    }

    @Test
    func aNameMeansTheOneWhoBoreItAtTheTime() async throws {
        let lines = [
            InventedEvent(id: 1, developer: 1, repository: 100, name: "x/tool", time: "2011-03-01T00:00:00Z").line,
            timeline("dev1", "x/tool", issue: 50, time: "2012-05-01T00:00:00Z"),
            InventedEvent(id: 2, developer: 1, repository: 200, name: "x/tool", time: "2013-01-01T00:00:00Z").line,
            timeline("dev1", "x/tool", issue: 51, time: "2013-05-01T00:00:00Z"),
            InventedEvent(id: 3, developer: 1, repository: 100, name: "x/tool-old", time: "2013-02-01T00:00:00Z").line,
        ]
        let place = try Workplace()
        try place.drop(Array(lines.joined(separator: "\n").utf8), as: "all.json.gz")
        try await place.once(settings)
        let store = try Store(reading: place.folder.path("state"))
        let book = try MonthBook(Store(directory: place.folder.path("state")), ScoringParameters())
        func repositories(_ month: String) throws -> [Int64] {
            try book.pairs(of: #require(Month(month))).pairs.unpacked().map(\.repository.rawValue)
        }
        #expect(try repositories("2012-05") == [100])
        #expect(try repositories("2013-05") == [200])
        #expect(try store.repository(named: "X/Tool")?.rawValue == 200)
        #expect(try store.names(of: [RepositoryID(rawValue: 100)]).values.first == ["x/tool", "x/tool-old"])
    }

    /// The repository moved to another owner, and its old name was taken by a newcomer: the published table mixed the two.
    @Test
    func aNameThatWasTakenAgainDoesNotMixTwoHistories() async throws {
        func events(_ ids: ClosedRange<Int>, _ repository: Int, _ name: String, _ time: String) -> [String] {
            ids.map {
                InventedEvent(
                    id: $0,
                    developer: $0,
                    repository: repository,
                    name: name,
                    payload: #"{"action":"opened","issue":{"id":\#($0)}}"#,
                    time: time
                ).line
            }
        }
        let march = events(1...30, 943_934_999, "mannaandpoem/OpenManus", "2025-03-08T00:00:00Z")
        let june =
            events(31...40, 943_934_999, "FoundationAgents/OpenManus", "2025-06-08T00:00:00Z")
            + events(41...42, 983_000_000, "mannaandpoem/OpenManus", "2025-06-09T00:00:00Z")
        for files in [[("a", march), ("b", june)], [("a", june), ("b", march)]] {
            let lines = try await list(files.map { (name: "\($0.0).json.gz", lines: $0.1) })
            #expect(lines[0].hasPrefix("1 943934999 FoundationAgents/OpenManus "))
            #expect(lines[1].hasPrefix("2 983000000 mannaandpoem/OpenManus "))
            let scores = lines.prefix(2).compactMap { Double($0.split(separator: " ")[3]) }
            #expect(scores.count == 2 && scores[0] > 3 * scores[1])
        }
        let place = try Workplace()
        try place.drop(Array((march + june).joined(separator: "\n").utf8), as: "all.json")
        try await place.once(settings)
        let store = try Store(reading: place.folder.path("state"))
        #expect(try store.repository(named: "mannaandpoem/openmanus")?.rawValue == 983_000_000)
        #expect(
            try store.names(of: [RepositoryID(rawValue: 943_934_999)]).values.first
                == ["mannaandpoem/OpenManus", "FoundationAgents/OpenManus"]
        )
    }

    @Test
    func aNameThatComesBackIsItsFirstBearersAgain() async throws {
        let lines = [
            InventedEvent(id: 1, repository: 100, name: "x/tool", time: "2011-03-01T00:00:00Z").line,
            InventedEvent(id: 2, repository: 200, name: "x/tool", time: "2012-03-01T00:00:00Z").line,
            InventedEvent(id: 3, repository: 200, name: "x/tool", time: "2012-09-01T00:00:00Z").line,
            InventedEvent(id: 4, repository: 100, name: "x/tool", time: "2013-01-01T00:00:00Z").line,
            InventedEvent(id: 5, repository: 100, name: "x/tool", time: "2015-01-01T00:00:00Z").line,
            timeline("dev1", "x/tool", issue: 50, time: "2012-05-01T00:00:00Z"),
            timeline("dev1", "x/tool", issue: 51, time: "2014-05-01T00:00:00Z"),
        ]
        let place = try Workplace()
        try place.drop(Array(lines.joined(separator: "\n").utf8), as: "all.json")
        try await place.once(settings)
        let book = try MonthBook(Store(directory: place.folder.path("state")), ScoringParameters())
        func repositories(_ month: String) throws -> [Int64] {
            try book.pairs(of: #require(Month(month))).pairs.unpacked().map(\.repository.rawValue)
        }
        #expect(try repositories("2012-05") == [200])
        #expect(try repositories("2014-05") == [100])
    }

    @Test
    func aListThatIsGoneCostsItsNamesUntilItsFileIsReadAgain() async throws {
        let place = try Workplace()
        try place.drop(Array(InventedEvent(id: 1, name: "o/lost").line.utf8) + [0x0a], as: "1.json")
        var first = place.engineSettings(settings, PluginSet(), 0.5)
        first.landscapes = []
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        _ = try await Engine(first, logger: logger).once()
        for list in try place.keptFiles(endingIn: ".names") { try place.folder.write([1, 2, 3], to: list) }
        try await place.once(settings)
        #expect(try place.latest("list.txt").contains("#100"), "the number stands where the name is lost")
        try FileManager.default.setAttributes(
            [.modificationDate: Date.now.addingTimeInterval(-60)],
            ofItemAtPath: place.folder.path("inbox/1.json")
        )
        try place.drop(
            Array(InventedEvent(id: 2, name: "o/lost", time: "2025-01-16T00:00:00Z").line.utf8) + [0x0a],
            as: "2.json"
        )
        try await place.once(settings)
        #expect(try place.latest("list.txt").contains("o/lost"))
        #expect(try Store(directory: place.folder.path("state")).pendingCount() == 0)
    }

    @Test
    func namesAreFoldedOnceAndTheirListsGo() async throws {
        let place = try Workplace()
        for number in 1...5 {
            let line = InventedEvent(
                id: number,
                developer: number % 2 + 1,
                name: "o/n\(number % 3)",
                time: "2025-01-0\(number)T00:00:00Z"
            ).line
            try place.drop(Array(line.utf8) + [0x0a], as: "\(number).json")
        }
        try await place.once(settings)
        #expect(try place.keptFiles(endingIn: ".names").isEmpty && place.keptFiles().count == 5)
        let store = try Store(directory: place.folder.path("state"))
        #expect(try store.pendingCount() == 0)
        #expect(try store.names(of: [RepositoryID(rawValue: 100)]).values.first == ["o/n0", "o/n1", "o/n2"])
    }

    @Test
    func listsThatAKillLeftBehindAreFoldedOrSweptAtTheNextStart() async throws {
        let place = try Workplace()
        try place.drop(Array(InventedEvent(id: 1, name: "o/kept").line.utf8) + [0x0a], as: "1.json")
        let plugins = place.engineSettings(settings, PluginSet(), 0.5)
        var settings = plugins
        settings.landscapes = []
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        _ = try await Engine(settings, logger: logger).once()
        let kept = try place.keptFiles()
        #expect(kept.count == 2, "\(kept)")
        let lists = try kept.filter { $0.hasSuffix(".names") }.map { name in
            (name, try Data(contentsOf: place.folder.url.appending(path: name)))
        }
        try place.folder.write([1, 2, 3], to: "state/segments/aa/\(String(repeating: "a", count: 64)).names")
        try place.folder.write([1, 2, 3], to: "state/pending/\(String(repeating: "a", count: 64)).names")
        try await place.once(self.settings)
        let segments = kept.filter { $0.hasSuffix(".segment") }
        #expect(try place.keptFiles() == segments)
        // A kill after the list was folded, before its file went.
        for (name, bytes) in lists { try place.folder.write(bytes, to: name) }
        try await place.once(self.settings)
        #expect(try place.keptFiles() == segments)
        #expect(!FileManager.default.fileExists(atPath: place.folder.path("state/pending")))
        #expect(try place.latest("list.txt").contains("o/kept"))
    }
}
