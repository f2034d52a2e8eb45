// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaStore
import TestSupport
import Testing

@Suite
struct CommandTests {
    @Test
    func fiveMistakesGiveFiveMessagesWithTheirPlaces() throws {
        let place = try Place(
            configuration: """
                inbox: inbox
                state: state
                outptu: output
                settle: soon
                landscapes:
                  test:
                    admit: { mean-openrank: -1, from: 2025-13 }
                    plugins:
                      - export: jsonn

                """
        )
        let check = try Panorama.run(["check", "-c", "panorama.yaml"], in: place.url)
        #expect(check.status == 78)
        let lines = check.errorText.split(separator: "\n").map(String.init)
        #expect(lines.count == 5, "\(check.errorText)")
        for (line, start) in zip(lines, ["3:1", "4:9", "7:29", "7:39", "9:17"]) {
            #expect(line.hasPrefix("panorama.yaml:\(start): error: "), "\(line)")
        }
        #expect(lines.first?.contains("output") == true, "a misspelt key comes with a suggestion")
        for command in ["once", "run", "status"] {
            #expect(try Panorama.run([command, "-c", "panorama.yaml"], in: place.url).status == 78)
        }
    }

    @Test(arguments: [
        ("layerz: []", "taxonomy.yaml:1:1: error: "),
        ("layers: [{name: A, domains: [{name: B, repositories: [{id: 0}]}]}]", "taxonomy.yaml:1:60: error: "),
        ("layers: [{name: A, domains: [{name: B, repositories: [{}]}]}]", "taxonomy.yaml:1:55: error: "),
        ("layers: [{name: A, domains: [{name: B, repositories: [nonsense]}]}]", "taxonomy.yaml:1:55: error: "),
    ])
    func oneMistakeInATaxonomyGivesOneMessage(taxonomy: String, start: String) throws {
        let plugins = "plugins:\n      - { classify: taxonomy, file: taxonomy.yaml }"
        let place = try Place(configuration: Place.configuration.replacing("plugins:", with: plugins))
        try place.folder.write(taxonomy + "\n", to: "taxonomy.yaml")
        let check = try Panorama.run(["check", "-c", "panorama.yaml"], in: place.url)
        #expect(check.status == 78)
        let lines = check.errorText.split(separator: "\n")
        #expect(lines.count == 1 && lines.allSatisfy { $0.hasPrefix(start) }, "\(check.errorText)")
    }

    @Test
    func initMakesAPlaceThatCheckFindsGoodAndChangesNothingTwice() throws {
        let folder = try TemporaryFolder()
        #expect(try Panorama.run(["init", "place"], in: folder.url).status == 0)
        let check = try Panorama.run(["check", "-c", "place/panorama.yaml"], in: folder.url)
        #expect(check.status == 0 && check.errorText.isEmpty)
        try folder.write("mine", to: "place/panorama.yaml")
        #expect(try Panorama.run(["init", "place"], in: folder.url).status != 0)
        #expect(try String(contentsOf: folder.url.appending(path: "place/panorama.yaml"), encoding: .utf8) == "mine")
    }

    @Test
    func theShippedConfigurationIsGood() throws {
        let file = RealData.project.appending(path: "etc/panorama.yaml").path
        let check = try Panorama.run(["check", "-c", file])
        #expect(check.status == 0, "\(check.errorText)")
        #expect(check.text.contains("135 repositories listed"))
    }

    @Test
    func pluginsAreListedWithTheirSettings() throws {
        let text = try Panorama.run(["plugins"]).text
        for name in ["taxonomy", "year-over-year", "json", "csv", "markdown", "html"] { #expect(text.contains(name)) }
        let list =
            try JSONSerialization.jsonObject(with: Panorama.run(["plugins", "--json"]).output) as? [[String: Any]]
        #expect(list?.count == 6)
        #expect(list?.allSatisfy { $0["summary"] is String && $0["settings"] is [String: Any] } == true)
    }

    @Test
    func simulationsRepeatAndSayThatTheyAreInvented() throws {
        let folder = try TemporaryFolder()
        for name in ["a", "b"] {
            let program = try Panorama.run(
                [
                    "simulate", name, "--from", "2025-01", "--to", "2025-01", "--hours-per-month", "2",
                    "--events-per-hour", "50",
                ],
                in: folder.url
            )
            #expect(program.status == 0)
            #expect(program.text.contains("invented"))
        }
        #expect(try Program.run("diff", ["-r", "a", "b"], in: folder.url).status == 0)
        #expect(try Panorama.run(["simulate", "c", "--from", "yesterday"], in: folder.url).status == 64)
    }

    @Test
    func statusWithoutAStateSaysWhatToDo() throws {
        let place = try Place()
        let status = try Panorama.run(["status", "-c", "panorama.yaml"], in: place.url)
        #expect(status.status == 66)
        #expect(status.errorText.contains("panorama once"))
    }

    private struct Status: Decodable {
        struct File: Decodable {
            var path: String
            var state: String
            var kind: String?
            var sha256: String?
            var events: Int
            var accepted: Int
            var reason: String?
        }

        struct Failure: Decodable, Equatable {
            var landscape: String
            var reason: String
            var failed: String
        }

        var snapshots: [File]
        var states: [String: Int]
        var failures: [Failure]
        var disk: [String: Int]
    }

    private func status(_ place: Place) throws -> Status {
        let program = try Panorama.run(["status", "--json", "-c", "panorama.yaml"], in: place.url)
        return try JSONDecoder().decode(Status.self, from: program.output)
    }

    @Test
    func statusSaysOfWhatKindAFileIsAndWhatCountsInIt() throws {
        let place = try Place()
        let repository =
            #"{"id":7,"full_name":"o/r","updated_at":"2025-01-31T00:00:00Z","private":false,"stargazers_count":5}"#
        let files = [
            ("events.json", (1...2).map { InventedEvent(id: $0).line + "\n" }.joined()),
            ("github/a/b/openrank.json", #"{"2025-01": 4, "2025-02": 5}"#),
            ("pairs.csv", "month,developer_id,repository_id,pushes\n2025-01,1,7,1\n2025-01,2,7,1\n"),
            ("repository.json", repository),
        ]
        for (path, content) in files { try place.folder.write(content, to: "inbox/\(path)") }
        #expect(try Panorama.run(["once", "-c", "panorama.yaml"], in: place.url).status == 0)
        let kinds = try status(place).snapshots.map(\.kind)
        #expect(kinds == ["events", "published-scores", "pairs", "repositories"])
        let text = try Panorama.run(["status", "--files", "-c", "panorama.yaml"], in: place.url).text
        for line in [
            "done  events.json  2 of 2 events\n", "done  github/a/b/openrank.json  2 of 2 published values\n",
            "done  pairs.csv  2 of 2 rows of counted pairs\n",
            "done  repository.json  1 of 1 object of repository metadata\n",
        ] {
            #expect(text.contains(line), "\(text)")
        }
    }

    @Test
    func statusSaysWhichLandscapeCouldNotBeMadeAndWhyUntilItCanBe() throws {
        let place = try Place()
        try place.folder.write(InventedEvent(id: 1).line + "\n", to: "inbox/a.json")
        #expect(try place.once().status == 0)
        #expect(try status(place).failures.isEmpty)
        let past = Place.configuration.replacing("limit: 100000", with: "from: 2019-01, to: 2019-02")
        try place.folder.write(past, to: "panorama.yaml")
        #expect(try place.once().status == 1)
        let failure = try #require(try status(place).failures.first)
        #expect(failure.landscape == "test" && failure.reason.contains("2019-01…2019-02"))
        let text = try Panorama.run(["status", "-c", "panorama.yaml"], in: place.url).text
        #expect(text.contains("test: edition 1 "), "\(text)")
        #expect(
            text.contains("test: could not be made at the last try, \(failure.failed): \(failure.reason)"),
            "\(text)"
        )
        try place.folder.write(Place.configuration, to: "panorama.yaml")
        #expect(try place.once().text.contains("test: unchanged"))
        #expect(try status(place).failures.isEmpty)
    }

    @Test
    func aFileIsBeingReadOnlyWhileAnInstanceIsAtWork() throws {
        let place = try Place()
        let file = FileEntry(path: "a.json", size: 1, modified: 2, changed: 3, inode: 4, state: .reading)
        try Store(directory: place.folder.path("state")).record(file)
        let lock = try StateLock(directory: place.folder.path("state"))
        #expect(try status(place).states == ["reading": 1])
        withExtendedLifetime(lock) {}
        _ = consume lock
        let after = try status(place)
        #expect(after.states == ["waiting": 1] && after.snapshots.first?.reason?.contains("cut off") == true)
        let text = try Panorama.run(["status", "--files", "-c", "panorama.yaml"], in: place.url).text
        #expect(text.contains("files: 1 waiting\n"), "\(text)")
        #expect(text.contains("  waiting  a.json: reading it was cut off; it is read again"), "\(text)")
    }

    @Test
    func statusSaysWhatTheStateTakesOnDisk() throws {
        let place = try Place()
        for hour in Invented.hours { try place.drop(hour) }
        #expect(try Panorama.run(["once", "-c", "panorama.yaml"], in: place.url).status == 0)
        func size(_ files: String) throws -> Int {
            let found = try Program.run(
                "find",
                files.split(separator: " ").map(String.init) + ["-printf", "%s\n"],
                in: place.url
            )
            return found.text.split(separator: "\n").compactMap { Int($0) }.reduce(0, +)
        }
        let disk = try status(place).disk
        #expect(try disk["inputs"] == size("inbox -type f"))
        #expect(try disk["segments"] == size("state/segments -name *.segment"))
        let lists = try size("state/segments -name *.names") + size("state/segments -name *.facts")
        #expect(disk["lists"] == lists)
        #expect(try disk["catalogue"] == size("state -maxdepth 1 -name panorama.db*"))
        #expect(try disk["cache"] == size("state/cache -type f"))
        #expect(!disk.values.contains(0))
        let text = try Panorama.run(["status", "-c", "panorama.yaml"], in: place.url).text
        #expect(text.contains("\non disk: "), "\(text)")
    }

    @Test
    func statusShowsEveryFileOfATreeOnceWithWhatItHolds() throws {
        let place = try Place()
        let series = #"{"2025-01": 4, "2025-02": 5}"#
        // The same bytes say something else of another repository.
        for path in ["x/github/a/b", "x/github/c/d", "y/github/a/b"] {
            try place.folder.write(series, to: "inbox/\(path)/openrank.json")
        }
        #expect(try Panorama.run(["once", "-c", "panorama.yaml"], in: place.url).status == 0)
        let status = try status(place)
        #expect(
            status.snapshots.map(\.path)
                == ["x/github/a/b", "x/github/c/d", "y/github/a/b"].map { $0 + "/openrank.json" }
        )
        #expect(status.states == ["done": 2, "duplicate": 1])
        #expect(status.snapshots.map(\.state) == ["done", "done", "duplicate"])
        #expect(status.snapshots.map(\.accepted) == [2, 2, 0] && status.snapshots.map(\.events) == [2, 2, 2])
        #expect(status.snapshots.map(\.reason) == [nil, nil, "the same bytes as x/github/a/b/openrank.json"])
        #expect(Set(status.snapshots.map(\.sha256)).count == 1)
    }
}
