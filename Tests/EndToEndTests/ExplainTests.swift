// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// The JSON of `panorama explain`, as far as tests look at it.
struct Explanation: Decodable {
    struct Parts: Decodable {
        var carried: Double
        var activity: Double
        var contributions: Double
        var background: Double
        var backgroundShare: Double
    }

    struct Contribution: Decodable {
        var id: Int?
        var name: String?
        var value: Double
        var activity: Double
        var totalActivity: Double
        var openrank: Double
        var counts: [String: Double]
    }

    struct Start: Decodable {
        var value: Double
        var carriedFrom: String?
        var carriedScore: Double?
    }

    struct Community: Decodable, Equatable {
        var participants: Int
        var contributors: Int
        var bots: Int
    }

    struct Point: Decodable {
        var month: String
        var openrank: Double?
        var rank: Int?
        var community: Community
    }

    struct Coverage: Decodable {
        var marks: [String]
    }

    struct Landscape: Decodable {
        var isIn: Bool
        var rank: Int?
        var openrank: Double?
    }

    var id: Int?
    var name: String
    var month: String
    var verdict: String
    var openrank: Double?
    var rank: Int?
    var of: Int?
    var parts: Parts?
    var start: Start?
    var weights: [String: Double]
    var contributions: [Contribution]
    var community: Community
    var coverage: Coverage
    var history: [Point]
    var landscapes: [Landscape]
    var notices: [String]

    /// Millionths, in which everything is printed.
    static func units(_ value: Double) -> Int { Int((value * 1e6).rounded()) }

    /// The parts in millionths, the contributions one by one.
    var unitsOfParts: Int? {
        parts.map { parts in
            contributions.reduce(0) { $0 + Self.units($1.value) }
                + [parts.carried, parts.activity, parts.background, parts.backgroundShare].map(Self.units).reduce(0, +)
        }
    }
}

extension Place {
    /// `panorama explain --json`.
    func explain(_ subject: String, _ arguments: String...) throws -> Explanation {
        let program = try Panorama.run(
            ["explain", subject, "--json", "-c", "panorama.yaml"] + arguments,
            in: url
        )
        #expect(program.status == 0, "\(program.errorText)")
        return try JSONDecoder().decode(Explanation.self, from: program.output)
    }

    /// `panorama scores`, as rows of cells by column.
    func scores(_ arguments: String...) throws -> [[String: String]] {
        let program = try Panorama.run(["scores", "-c", "panorama.yaml"] + arguments, in: url)
        #expect(program.status == 0, "\(program.errorText)")
        let lines = program.text.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
    }
}

@Suite
struct ExplainTests {
    @Test(.enabled(if: RealData.hasData, "the real events are not here"))
    func scoresOfRealHoursAreTakenApartAndAddUp() throws {
        let hours = try #require(RealData.data).appending(path: "hours")
        let place = try Place()
        var naive = NaiveCounter()
        for name in ["2015-01-01-0", "2015-01-01-1"] {
            let hour = hours.appending(path: "\(name).json.gz")
            try place.drop(hour)
            try naive.add(gunzip(hour))
        }
        #expect(try place.once().status == 0)
        let state = try place.listing("state")
        let rows = try place.scores()
        #expect(rows.map { $0["kind"] ?? "" } == rows.map { $0["kind"] ?? "" }.sorted(by: >), "repositories first")
        for kind in ["repository", "developer"] {
            let ranked = rows.filter { $0["kind"] == kind }
            for row in ranked.prefix(4) + ranked.suffix(2) {
                let subject = (kind == "developer" ? "@" : "") + (row["id"] ?? "")
                let explained = try place.explain(subject)
                #expect(explained.unitsOfParts == explained.openrank.map(Explanation.units))
                #expect(explained.openrank == row["openrank"].flatMap(Double.init))
                #expect(explained.rank == row["rank"].flatMap(Int.init))
                #expect(explained.of == ranked.count)
                #expect(explained.month == "2015-01")
                let id = try #require(explained.id)
                let expected = naive.scored.filter {
                    kind == "developer" ? $0.key.developer == id : $0.key.repository == id
                }
                #expect(explained.contributions.map(\.activity).sorted() == expected.values.sorted())
                #expect(explained.community.contributors == expected.count)
            }
        }
        let top = try #require(rows.first?["name"])
        let text = try Panorama.run(["explain", top, "-c", "panorama.yaml"], in: place.url).text
        for word in [
            "rank 1 of", "developers by contribution", "carried", "background", "history", "warm-up", "test: in",
        ] {
            #expect(text.contains(word), "\(word)")
        }
        #expect(try place.listing("state") == state, "the state is only read")
    }

    @Test
    func printedPartsOfInventedMonthsAddUpAndFollowTheEquation() throws {
        let place = try Place()
        for hour in Invented.hours { try place.drop(hour) }
        #expect(try place.once().status == 0)
        let rows = try place.scores("--month", "2025-02", "--kind", "repository")
        #expect(rows.allSatisfy { $0["kind"] == "repository" })
        for row in rows.prefix(5) {
            let explained = try place.explain(row["name"] ?? "", "--month", "2025-02")
            let (parts, score) = (try #require(explained.parts), try #require(explained.openrank))
            #expect(explained.unitsOfParts == Explanation.units(score))
            for contribution in explained.contributions {
                let value = contribution.openrank - parts.backgroundShare
                let expected = 0.7 * 0.95 * contribution.activity / contribution.totalActivity * value
                #expect((contribution.value - expected).magnitude < 3e-6)
            }
            let start = try #require(explained.start)
            #expect((parts.carried - 0.3 * start.value).magnitude < 3e-6)
            if let from = start.carriedFrom, let carried = start.carriedScore {
                let age = from == "2025-01" ? 1.0 : 2
                #expect((start.value - carried * pow(0.85, age)).magnitude < 3e-6)
                #expect(explained.history.first { $0.month == from }?.openrank == carried)
            }
            #expect(explained.history.map(\.month) == ["2024-12", "2025-01", "2025-02", "2025-03"])
            #expect(explained.history[2].openrank == explained.openrank)
            #expect(explained.history[2].community == explained.community)
            #expect(explained.community.contributors == explained.contributions.count)
            #expect(explained.community.participants >= explained.community.contributors)
            #expect("\(explained.community.participants)" == row["participants"])
            #expect(explained.landscapes.map(\.isIn) == [true])
            #expect(explained.notices.contains { $0.contains("invented") })

            let text = try Panorama.run(
                ["explain", row["name"] ?? "", "--month", "2025-02", "--top", "3", "-c", "panorama.yaml"],
                in: place.url
            ).text
            #expect(printedUnits(text) == Int((score * 1e4).rounded()))
        }
        let developer = try #require(try place.scores("--month", "2025-02", "--kind", "developer").first?["name"])
        let explained = try place.explain("@\(developer)", "--month", "2025-02")
        #expect(explained.unitsOfParts == explained.openrank.map(Explanation.units))
        #expect((explained.parts?.activity ?? 0) > 0)
    }

    /// The sum of the lines of the first table of the text, in its last digit.
    private func printedUnits(_ text: String) -> Int {
        let lines = text.components(separatedBy: "where it comes from\n").last?.components(separatedBy: "\n\n").first
        let values = (lines ?? "").split(separator: "\n").dropLast().compactMap { line in
            line.split(separator: " ").first.flatMap { Double($0) }
        }
        return values.reduce(0) { $0 + Int(($1 * 1e4).rounded()) }
    }

    @Test(arguments: ["", "scoring: { weights: { push: 3.5 } }\n"])
    func activitiesAreTheCountsByTheirWeights(scoring: String) throws {
        let folders = "inbox: inbox\nstate: state\noutput: output\nsettle: 100ms\n"
        let place = try Place(configuration: "\(folders)\(scoring)landscapes: { all: { title: All } }\n")
        for hour in Invented.hours { try place.drop(hour) }
        #expect(try place.once().status == 0)
        var kinds: Set<String> = []
        for row in try place.scores().filter({ $0["rank"].flatMap(Int.init).map { $0 <= 5 } ?? false }) {
            let subject = (row["kind"] == "developer" ? "@" : "") + (row["id"] ?? "")
            let explained = try place.explain(subject)
            #expect(!explained.contributions.isEmpty)
            for contribution in explained.contributions {
                let weighed = contribution.counts.map { $0.value * (explained.weights[$0.key] ?? .nan) }
                #expect((weighed.reduce(0, +) - contribution.activity).magnitude < 5.01e-4)
                kinds.formUnion(contribution.counts.filter { $0.value > 0 }.keys)
            }
        }
        #expect(kinds.contains("issuesOpened") && kinds.contains("pushes"), "\(kinds)")
    }

    @Test
    func aRepositoryIsFoundByAFormerNameAndByItsNumber() throws {
        let place = try Place()
        let lines = [(1, "old/name", "2025-01"), (2, "new/name", "2025-02")].map { id, name, month in
            InventedEvent(id: id, repository: 7, name: name, time: "\(month)-15T07:30:00Z").line
        }
        try place.folder.write(lines.joined(separator: "\n") + "\n", to: "inbox/events.json")
        #expect(try place.once().status == 0)
        for subject in ["new/name", "OLD/name", "7", "#7"] {
            let explained = try place.explain(subject)
            #expect(explained.id == 7 && explained.name == "new/name" && explained.month == "2025-02")
        }
        #expect(try place.explain("old/name", "--month", "2025-01").start?.carriedFrom == nil)
        #expect(try place.explain("old/name").start?.carriedFrom == "2025-01")
        #expect(try place.explain("@1").name == "dev1")
    }

    @Test
    func aStateWithoutItsCacheIsExplainedAlikeAndLeftAlone() throws {
        let place = try Place()
        for hour in Invented.hours { try place.drop(hour) }
        #expect(try place.once().status == 0)
        let name = try #require(try place.scores("--kind", "repository").first?["name"])
        func run(_ command: String...) throws -> Data {
            try Panorama.run(command + ["-c", "panorama.yaml"], in: place.url).output
        }
        let before = try [run("explain", name, "--json"), run("scores"), run("why-not", name)]
        let cache = place.url.appending(path: "state/cache")
        try FileManager.default.removeItem(at: cache)
        #expect(try [run("explain", name, "--json"), run("scores"), run("why-not", name)] == before)
        #expect(!FileManager.default.fileExists(atPath: cache.path))
    }

    @Test(.timeLimit(.minutes(2)))
    func aDaemonAtWorkIsNoHindrance() async throws {
        let place = try Place()
        for hour in Invented.hours.prefix(4) { try place.drop(hour) }
        let daemon = try Panorama.start(["run", "-c", "panorama.yaml"], in: place.url)
        defer { daemon.terminate() }
        #expect(try await place.wait { try !place.landscape().isEmpty })
        let name = try #require(try place.scores("--kind", "repository").first?["name"])
        #expect(try place.explain(name).rank == 1)
        #expect(daemon.isRunning)
        daemon.terminate()
        daemon.waitUntilExit()
        #expect(daemon.terminationStatus == 0)
    }

    @Test
    func mistakesAreToldWithWhatToDo() throws {
        let place = try Place()
        func run(_ arguments: String...) throws -> Program {
            try Panorama.run(arguments + ["-c", "panorama.yaml"], in: place.url)
        }
        #expect(try run("explain", "a/b").status == 66, "there is no state yet")
        try place.folder.write("month,developer_id,repository_id,issues_opened\n2025-01,5,7,1\n", to: "inbox/pairs.csv")
        #expect(try place.once().status == 0)
        #expect(try run("explain", "7").status == 0, "what has no name is found by its number")
        for arguments in [["explain", "no/such"], ["explain", "8"], ["explain", "@nobody"]] {
            let program = try Panorama.run(arguments + ["-c", "panorama.yaml"], in: place.url)
            #expect(program.status == 66)
            #expect(program.errorText.contains("no data knows"))
        }
        for arguments in [["explain", "7", "--month", "2024-01"], ["scores", "--month", "2024-01"]] {
            let program = try Panorama.run(arguments + ["-c", "panorama.yaml"], in: place.url)
            #expect(program.status == 66)
            #expect(program.errorText.contains("there is data of 2025-01"))
        }
        for arguments in [
            ["explain", "nonsense"], ["explain", "7", "--month", "2025"], ["why-not", "@5"],
            ["scores", "--kind", "bot"],
            ["why-not", "7", "--landscape", "none"],
        ] {
            #expect(try Panorama.run(arguments + ["-c", "panorama.yaml"], in: place.url).status == 64, "\(arguments)")
        }
        #expect(try run("explain", "torvalds").errorText.contains("the developer @torvalds"))
        #expect(try run("explain", "https://github.com/no/such").errorText.contains("called 'no/such'"))
        #expect(try run("scores", "--output", "no/such/folder.csv").status == 74)
    }

    @Test
    func scoresGoToAFileAsTheyGoToStandardOutput() throws {
        let place = try Place()
        for hour in Invented.hours.prefix(4) { try place.drop(hour) }
        #expect(try place.once().status == 0)
        let printed = try Panorama.run(["scores", "-c", "panorama.yaml"], in: place.url)
        let written = try Panorama.run(["scores", "--output", "scores.csv", "-c", "panorama.yaml"], in: place.url)
        #expect(written.status == 0 && written.output.isEmpty)
        #expect(try Data(contentsOf: place.url.appending(path: "scores.csv")) == printed.output)
        let left = try FileManager.default.contentsOfDirectory(atPath: place.url.path).filter { $0.hasSuffix(".part") }
        #expect(left.isEmpty)
        let columns = "kind,id,name,openrank,rank,start,carried,activity,neighbours,participants,month,preset,marks\n"
        #expect(printed.text.hasPrefix(columns))
        let rows = try place.scores()
        let status = try place.explain(try #require(rows.first?["name"]))
        for row in rows {
            #expect(row["month"] == status.month && row["preset"] == "opendigger-2026")
            #expect(row["marks"] == status.coverage.marks.joined(separator: " ") && row["marks"] != "")
        }
        for kind in ["repository", "developer"] {
            let ranks = rows.filter { $0["kind"] == kind }.compactMap { $0["rank"].flatMap(Int.init) }
            #expect(ranks.first == 1 && zip(ranks, ranks.dropFirst()).allSatisfy { $0 <= $1 })
        }
    }
}
