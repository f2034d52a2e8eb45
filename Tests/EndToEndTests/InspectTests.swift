// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite
struct InspectTests {
    /// What `panorama inspect --json` says of files.
    private func inspect(
        _ paths: [String],
        _ arguments: [String] = []
    ) throws -> (status: Int32, files: [[String: Any]]) {
        let program = try Panorama.run(["inspect", "--json"] + arguments + paths)
        let object = try JSONSerialization.jsonObject(with: program.output) as? [String: Any]
        return (program.status, object?["files"] as? [[String: Any]] ?? [])
    }

    private func inspect(_ file: URL) throws -> (status: Int32, report: [String: Any]) {
        let (status, files) = try inspect([file.path])
        return (status, try #require(files.first))
    }

    private static func realFiles(_ folders: [String]) -> [URL] {
        folders.flatMap { folder -> [URL] in
            guard let url = RealData.data?.appending(path: folder) else { return [] }
            let files = try? FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
            return (files ?? []).filter { !$0.hasDirectoryPath }.sorted { $0.path < $1.path }
        }
    }

    /// Every real file of events; one is an empty object.
    private static let realEvents = realFiles(["hours", "pre-2015", "events-api", "events-api/octocrab", "post-trim"])
        .filter { $0.lastPathComponent != "public_event.json" }

    private let lines = (1...40).map { InventedEvent(id: $0, developer: $0 % 7 + 1).line }
    private var content: String { lines.joined(separator: "\n") + "\n" }

    @Test(.enabled(if: RealData.hasData, "the real events are not here"), .timeLimit(.minutes(3)))
    func everyRealFileIsCountedByTypeActionAndMonthAsAPlainCountDoes() throws {
        #expect(Self.realEvents.count > 30)
        let (status, files) = try inspect(Self.realEvents.map(\.path))
        #expect(status == 0)
        #expect(files.count == Self.realEvents.count)
        for (file, report) in zip(Self.realEvents, files) {
            let name = file.lastPathComponent
            let plain = try PlainCensus(file)
            let events = try #require(report["events"] as? [String: Any], "\(name)")
            #expect(report["kind"] as? String == "events", "\(name)")
            #expect(report["accepted"] as? Int == plain.events, "\(name)")
            var types: [String: Int] = [:]
            for count in events["types"] as? [[String: Any]] ?? [] {
                let action = (count["action"] as? String).map { " \($0)" } ?? ""
                types["\(count["type"] as? String ?? "")\(action)"] = count["events"] as? Int
            }
            #expect(types == plain.types, "\(name)")
            let months = report["months"] as? [[String: Any]] ?? []
            #expect(
                Dictionary(uniqueKeysWithValues: months.map { ("\($0["month"] ?? "")", $0["records"] as? Int) })
                    == plain.months.mapValues { $0 },
                "\(name)"
            )
            #expect(events["withoutID"] as? Int == plain.withoutID, "\(name)")
            #expect(events["first"] as? String == plain.first.formatted(.iso8601), "\(name)")
            #expect(events["last"] as? String == plain.last.formatted(.iso8601), "\(name)")
            let eras = events["eras"] as? [[String: Any]] ?? []
            #expect(eras.reduce(0) { $0 + ($1["events"] as? Int ?? 0) } == plain.events, "\(name)")
        }
    }

    @Test(
        .enabled(if: RealData.hasData, "the real events are not here"),
        arguments: [
            ("pre-2015/2011-02-15-0.json.gz", "beta", true), ("pre-2015/2014-02-15-0.json.gz", "timeline", true),
            ("pre-2015/github_etl-gh2013.ndjson", "timeline", true), ("hours/2015-01-01-0.json.gz", "full", true),
            ("events-api/simdjson-github_events.json", "full", false),
            ("post-trim/loopinlogsbro_EcceMe-events.json", "trimmed", false),
        ]
    )
    func theEraIsToldByShape(path: String, era: String, oneToALine: Bool) throws {
        let (_, report) = try inspect(try #require(RealData.data).appending(path: path))
        let events = try #require(report["events"] as? [String: Any])
        let eras = (events["eras"] as? [[String: Any]] ?? []).compactMap { $0["era"] as? String }
        #expect(Set(eras).subtracting(["several"]) == [era])
        #expect(events["oneToALine"] as? Bool == oneToALine)
    }

    @Test
    func peopleReadWhatAFileIsWhenFromAndOfWhat() throws {
        let folder = try TemporaryFolder()
        let star = InventedEvent(id: 41, type: "WatchEvent", payload: #"{"action":"started"}"#).line
        let odd = InventedEvent(id: 42, type: "AmazingEvent", payload: "{}", time: "2025-02-01T00:00:00Z").line
        let file = try folder.write(gzip((content + star + "\n" + odd + "\n" + odd + "\n").utf8), to: "hour.json.gz")
        let text = try Panorama.run(["inspect", "hour.json.gz"], in: folder.url).text
        let bytes = try Data(contentsOf: file).count
        for part in [
            "hour.json.gz: events, one to a line, as in GH Archive, gzip\n  would be taken in\n", "\(bytes) bytes",
            "2025-01-15T07:30:00Z to 2025-02-01T00:00:00Z", "2025-01 (41), 2025-02 (2)",
            "43 accepted, 42 distinct, 1 repeated", "developer: 0, repository: 0, id: 0",
            "0 of 43 (0 %); 'bad-lines' allows 1 %",
            "    40  IssuesEvent opened\n     2  AmazingEvent\n     1  WatchEvent started\n",
        ] {
            #expect(text.contains(part), "\(part) in \(text)")
        }
    }

    @Test(arguments: ["", "\r", ",\n"])
    func eventsThatAreNotOneToALineAreToldAsThat(separator: String) throws {
        let folder = try TemporaryFolder()
        let joined = lines.joined(separator: separator)
        let file = try folder.write(separator.contains(",") ? "[\(joined)]" : joined, to: "events.json")
        #expect(try Panorama.run(["inspect", file.path]).text.contains(": events, not one to a line, plain\n"))
    }

    @Test
    func whatWouldBeTakenInIsWhatIsTakenIn() throws {
        let place = try Place()
        let hour = try #require(Invented.hours.first)
        let (status, report) = try inspect(hour)
        #expect(status == 0)
        try place.drop(hour)
        try place.once()
        let taken = try #require((try place.status()["snapshots"] as? [[String: Any]])?.first)
        #expect(report["accepted"] as? Int == taken["accepted"] as? Int)
        #expect(report["verdict"] as? String == "taken")
        #expect((report["comment"] as? String)?.contains("invented") == true)
        #expect((report["segmentBytes"] as? Int ?? 0) > 0)
    }

    @Test
    func badLinesAreToldWithTheirPlacesAndDecide() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(lines[0] + "\nbad\n" + content + "{}\n", to: "hour.json")
        let (status, report) = try inspect(file)
        #expect(status == 65)
        #expect(report["verdict"] as? String == "failed")
        #expect((report["reason"] as? String)?.contains("'bad-lines'") == true)
        #expect(report["accepted"] as? Int == 41, "what it holds is told all the same")
        let bad = try #require(report["badLines"] as? [String: Any])
        #expect(bad["count"] as? Int == 2)
        let samples = try #require(bad["samples"] as? [[String: Any]])
        #expect(samples.map { $0["line"] as? Int } == [2, 43])
        #expect(samples.first?["offset"] as? Int == lines[0].utf8.count + 1)

        let place = try Place(configuration: Place.configuration + "bad-lines: 10%\n")
        let configuration = place.url.appending(path: "panorama.yaml").path
        #expect(try inspect([file.path], ["-c", configuration]).status == 0)
        let wrong = try Place(configuration: "bad-lines: much\n").url.appending(path: "panorama.yaml").path
        #expect(try Panorama.run(["inspect", "-c", wrong, file.path]).status == 78)
    }

    @Test
    func aCutFileIsWaitedForAndItsContentTold() throws {
        let folder = try TemporaryFolder()
        let plain = try folder.write(String(content.dropLast(30)), to: "hour.json")
        var (status, report) = try inspect(plain)
        #expect(status == 65)
        #expect(report["verdict"] as? String == "incomplete")
        #expect(report["accepted"] as? Int == 39)
        let packed = try folder.write(zstd(content.utf8).dropLast(5), to: "hour.json.zst")
        (status, report) = try inspect(packed)
        #expect(status == 65)
        #expect(report["verdict"] as? String == "incomplete")
        #expect(report["compression"] as? String == "zstd")
        #expect((report["reason"] as? String)?.contains("zstd data ends early") == true)
    }

    @Test(arguments: [
        ("<?xml version='1.0'?>\n<Error/>\n", "the file is XML"), ("<<\n", "holds nothing that Panorama knows"),
        ("{}\n{}\n", "none of its 2 lines"),
        ("\0\0\0\0", "holds nothing"), ("[]", "holds nothing"), (String(repeating: "[", count: 1_000) + "\n", "line 1"),
        (#"{"type":"PushEvent","created_at":"soon","actor":{"id":1},"repo":{"id":2}}"# + "\n", "is not a time"),
    ])
    func whatIsNothingFailsWithItsReason(content: String, reason: String) throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(content, to: "some.file")
        let (status, report) = try inspect(file)
        #expect(status == 65)
        #expect(report["verdict"] as? String != "taken")
        #expect(report["kind"] == nil)
        #expect((report["reason"] as? String)?.contains(reason) == true, "\(report)")
        #expect(try Panorama.run(["inspect", file.path]).text.contains("of no known kind"))
    }

    @Test(.enabled(if: RealData.hasData, "the real events are not here"))
    func hostileFilesEndWithAVerdict() throws {
        let files = Self.realFiles([
            "robustness/gzip", "robustness/gharchive-issues", "robustness/duckdb-json", "robustness/simdjson",
        ])
        #expect(files.count > 40)
        let (status, reports) = try inspect(files.map(\.path))
        #expect(status == 65)
        #expect(reports.count == files.count)
        for (file, report) in zip(files, reports) where file.path.contains("/gzip/") {
            #expect(report["verdict"] as? String != "taken", "\(file.lastPathComponent)")
            #expect(report["reason"] is String)
        }
    }

    @Test
    func whatAFileHoldsCannotTakeHoldOfATerminal() throws {
        let folder = try TemporaryFolder()
        let type = "\u{202e}Push\u{7f}" + #"\u001b[2J"# + String(repeating: "long", count: 1_000)
        try folder.write(InventedEvent(id: 1, type: type, payload: "{}").line + "\n", to: "hour.json")
        let program = try Panorama.run(["inspect", "hour.json"], in: folder.url)
        #expect(program.status == 0)
        #expect(program.output.allSatisfy { $0 == 0x0a || ($0 >= 0x20 && $0 != 0x7f) })
        #expect(!program.text.unicodeScalars.contains("\u{202e}"))
        #expect(program.text.split(separator: "\n").allSatisfy { $0.count < 200 })
    }

    @Test
    func madeUpTypesBeyondNumberAreCountedTogether() throws {
        let folder = try TemporaryFolder()
        let made = (1...3_000).map { InventedEvent(id: $0, type: "Type\($0)", payload: "{}").line }
        let file = try folder.write(made.joined(separator: "\n") + "\n", to: "hour.json")
        let events = try #require(try inspect(file).report["events"] as? [String: Any])
        #expect((events["types"] as? [Any])?.count == 1_000)
        #expect(events["ofFurtherTypes"] as? Int == 2_000)
    }

    @Test
    func whatCannotBeReadIsToldBesideTheRest() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(content, to: "hour.json")
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "empty"),
            withIntermediateDirectories: true
        )
        let (status, files) = try inspect([folder.path("nowhere"), file.path, folder.path("empty")])
        #expect(status == 66)
        #expect(files.map { $0["verdict"] as? String } == ["unreadable", "taken", "unreadable"])
        #expect(try Panorama.run(["inspect"]).status == 64)
    }

    @Test
    func foldersAreLookedThroughAsTheInboxIs() throws {
        let folder = try TemporaryFolder()
        for path in ["inbox/b/hour.json", "inbox/a.json", "inbox/c.json.part", "inbox/.hidden/d.json"] {
            try folder.write(content, to: path)
        }
        try folder.write("{}\n", to: "inbox/e.json")
        var program = try Panorama.run(["inspect", "inbox/"], in: folder.url)
        #expect(program.status == 65)
        let heads = program.text.split(separator: "\n").filter { $0.hasPrefix("inbox/") }.map {
            $0.prefix { $0 != ":" }
        }
        #expect(heads == ["inbox/a.json", "inbox/b/hour.json", "inbox/e.json"])
        #expect(program.text.hasSuffix("\n3 files: 2 would be taken in, 1 would fail\n"), "\(program.text)")

        try FileManager.default.createSymbolicLink(
            at: folder.url.appending(path: "inbox/b/gone.json"),
            withDestinationURL: folder.url.appending(path: "nowhere")
        )
        program = try Panorama.run(["inspect", "inbox/b"], in: folder.url)
        #expect(program.status == 66)
        #expect(program.text.hasSuffix("\n2 files: 1 would be taken in, 1 cannot be read\n"), "\(program.text)")
    }

    @Test
    func namesThatTheInboxPassesOverAreToldToBeIgnored() throws {
        let place = try Place()
        let configuration = place.url.appending(path: "panorama.yaml").path
        for (path, reason) in [
            ("x.json.part", "its name ends in .part"), ("x.JSON.TMP", "its name ends in .tmp"),
            (".x.json", "its name begins with a dot"), ("x.json~", "its name ends in ~"),
            ("half.partial/x.json", "the name of its folder 'half.partial' ends in .partial"),
        ] {
            let file = try place.folder.write(content, to: "inbox/\(path)")
            let (status, files) = try inspect([file.path], ["-c", configuration])
            let report = try #require(files.first)
            #expect(status == 65)
            #expect(report["verdict"] as? String == "ignored")
            #expect(report["reason"] as? String == reason)
            #expect(report["accepted"] as? Int == 40, "what it holds is told all the same")
            let text = try Panorama.run(["inspect", "-c", configuration, file.path]).text
            #expect(text.contains("\n  would be ignored: \(reason)\n"), "\(text)")
        }
    }
}
