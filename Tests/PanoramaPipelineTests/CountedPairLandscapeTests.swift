// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaArchive
import PanoramaModel
import PanoramaPipeline
import PanoramaStore
import TestSupport
import Testing

@Suite
struct CountedPairLandscapeTests {
    private static let head =
        "month,developer_id,developer_login,repository_id,repository_name,"
        + ActivityCounts.Counter.allCases.map(\.rawValue).joined(separator: ",") + ",valid,active"

    private func settings(_ month: String) -> LandscapeSettings {
        LandscapeSettings(id: "test", title: "Test", admission: Admission(from: Month(month), to: Month(month)))
    }

    /// The pairs and scores of a state, as computed from what was taken in.
    private func book(_ place: Workplace) throws -> MonthBook {
        try MonthBook(Store(directory: place.folder.path("state")), ScoringParameters())
    }

    private func scores(_ place: Workplace) throws -> [MonthScores] {
        var scores: [MonthScores] = []
        try book(place).forEachMonth { scores.append($0) }
        return scores
    }

    /// The lines of the list that tell of projects.
    private func projects(_ place: Workplace) throws -> [Substring] {
        try place.latest("list.txt").split(separator: "\n").filter { $0.contains("/") }
    }

    private func row(_ pair: Pair, _ month: Month, _ logins: [Int64: String], _ names: [Int64: String]) -> String {
        let fields =
            [
                month.description, "\(pair.developer.rawValue)", logins[pair.developer.rawValue] ?? "",
                "\(pair.repository.rawValue)", names[pair.repository.rawValue] ?? "",
            ] + ActivityCounts.Counter.allCases.map { "\(pair.counts[$0])" }
            + [pair.isValid ? "1" : "0", pair.isActive ? "1" : "0"]
        return fields.joined(separator: ",")
    }

    @Test(.enabled(if: RealData.hasData, "the real events are not here"))
    func pairsThatWereCountedElsewhereGiveWhatTheEventsGive() async throws {
        let hours = try ["2015-01-01-0", "2015-01-01-1"].map {
            try #require(RealData.data).appending(path: "hours/\($0).json.gz")
        }
        let fromEvents = try Workplace()
        var (logins, names): ([Int64: String], [Int64: String]) = ([:], [:])
        for hour in hours {
            try fromEvents.drop(Data(contentsOf: hour), as: hour.lastPathComponent)
            for line in try gunzip(hour).split(separator: 0x0a) {
                let event = try JSONDecoder().decode(Event.self, from: line)
                logins[event.actor.id] = event.actor.login
                names[event.repo.id] = event.repo.name
            }
        }
        try await fromEvents.once(settings("2015-01"))
        let month = try #require(Month("2015-01"))
        let table = try book(fromEvents).pairs(of: month)
        #expect(table.pairs.count > 5_000)
        var random = SplitMix(seed: 7)
        let rows = try table.pairs.unpacked().map { row($0, month, logins, names) }.shuffled(using: &random)

        // All in one file; in two that overlap; beside the events themselves.
        let deliveries: [[ArraySlice<String>]] = [[rows[...]], [rows[..<6_000], rows[4_000...]]]
        for (files, hasEvents) in [(deliveries[0], false), (deliveries[1], false), (deliveries[1], true)] {
            let place = try Workplace()
            for (index, rows) in files.enumerated() {
                try place.drop(
                    Array((([Self.head] + rows).joined(separator: "\n") + "\n").utf8),
                    as: "pairs\(index).csv"
                )
            }
            if hasEvents { for hour in hours { try place.drop(Data(contentsOf: hour), as: hour.lastPathComponent) } }
            try await place.once(settings("2015-01"))
            #expect(try book(place).pairs(of: month).pairs == table.pairs)
            #expect(try scores(place) == scores(fromEvents))
            #expect(try projects(place) == projects(fromEvents))
            #expect(try book(place).hasCountedPairs(month))
        }
    }

    private struct Event: Decodable {
        struct Actor: Decodable {
            var id: Int64
            var login: String
        }

        struct Repository: Decodable {
            var id: Int64
            var name: String
        }

        var actor: Actor
        var repo: Repository
    }

    @Test
    func whatEventsAndPairsBothTellIsNotThereTwice() async throws {
        let hour =
            (1...3).map { InventedEvent(id: $0, payload: #"{"action":"opened","issue":{"id":\#($0)}}"#).line }
            .joined(separator: "\n") + "\n"
        let head = "month,developer_id,repository_id,issues_opened,pushes,stars\n"
        let files: [(String, String)] = [
            ("hour.json", hour), ("a.csv", head + "2025-01,1,100,2,5,0\n2025-01,2,100,1,0,0\n"),
            ("b.csv", head + "2025-01,1,100,1,4,7\n2025-01,1,100,1,4,7\n"),
        ]
        var tables: Set<PairTable> = []
        for order in [files, files.reversed(), files + files] {
            let place = try Workplace()
            for (index, file) in order.enumerated() {
                try place.drop(Array(file.1.utf8), as: "\(index)/\(file.0)")
                try await place.once(settings("2025-01"))
            }
            tables.insert(try book(place).pairs(of: try #require(Month("2025-01"))))
        }
        #expect(tables.count == 1)
        let table = try #require(tables.first)
        #expect(table.events == 3)
        #expect(try table.pairs.unpacked().map(\.developer.rawValue) == [1, 2])
        let counts = try #require(table.pairs.unpacked().first?.counts)
        #expect(counts.issuesOpened == 3 && counts.pushes == 5 && counts.stars == 7)
    }

    @Test
    func aMonthOfCountedPairsIsNotMissingNorProvisionalForWantOfHours() async throws {
        let place = try Workplace()
        let table = "month,developer_id,repository_id,repository_name,issues_opened\n2025-01,1,100,o/r,2\n"
        try place.drop(Array(table.utf8), as: "pairs.csv")
        try await place.once(settings("2025-01"))
        let list = try place.latest("list.txt")
        #expect(list.hasPrefix("1 100 o/r "))
        #expect(list.contains("2025-01 ? ? [\"warm-up\"]"))
    }

    @Test
    func aCorrectedTableTakesNothingBack() async throws {
        let place = try Workplace()
        let head = "month,developer_login,repository_name,issues_opened\n"
        for count in [3, 2, 4] {
            try place.drop(Array("\(head)2025-01,Ada,O/R,\(count)\n".utf8), as: "pairs\(count).csv")
            try await place.once(settings("2025-01"))
        }
        let pairs = try book(place).pairs(of: try #require(Month("2025-01"))).pairs.unpacked()
        #expect(pairs.map(\.counts.issuesOpened) == [4])
        #expect(pairs.first?.developer == .unidentified(login: "ada"))
        #expect(try place.latest("list.txt").contains(" O/R "))
    }

    @Test
    func namesAreJoinedToTheNumbersThatEventsReveal() async throws {
        let hour = InventedEvent(id: 1, developer: 5, repository: 100).line + "\n"
        let table =
            "month,developer_login,repository_name,issues_opened\n2025-01,DEV5,Owner/Repo100,3\n2025-01,eve,x/y,1\n"
        var tables: Set<PairTable> = []
        for names in [["hour.json", "pairs.csv"], ["pairs.csv", "hour.json"]] {
            let place = try Workplace()
            for name in names {
                try place.drop(Array((name == "hour.json" ? hour : table).utf8), as: name)
                try await place.once(settings("2025-01"))
            }
            tables.insert(try book(place).pairs(of: try #require(Month("2025-01"))))
        }
        #expect(tables.count == 1)
        let pairs = try #require(tables.first).pairs.unpacked()
        #expect(pairs.count == 2)
        #expect(pairs.last?.developer.rawValue == 5 && pairs.last?.repository.rawValue == 100)
        #expect(pairs.last?.counts.issuesOpened == 3)
        #expect(pairs.first?.developer == .unidentified(login: "eve"))
    }
}
