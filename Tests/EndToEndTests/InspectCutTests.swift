// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// What `panorama inspect` says of files that are cut: what the inbox would do with them.
@Suite
struct InspectCutTests {
    private static let content = (1...400).map { InventedEvent(id: $0).line }.joined(separator: "\n") + "\n"

    /// What `panorama inspect --json` says of a file.
    private func inspect(_ file: String, _ arguments: [String] = []) throws -> (status: Int32, report: [String: Any]) {
        let program = try Panorama.run(["inspect", "--json"] + arguments + [file])
        let object = try JSONSerialization.jsonObject(with: program.output) as? [String: Any]
        return (program.status, try #require((object?["files"] as? [[String: Any]])?.first))
    }

    /// Files that are cut, with what becomes of them once they are too old to be waited for.
    private static func cutFiles() throws -> [(name: String, bytes: [UInt8], whenOld: String)] {
        [
            ("hour.json", Array(content.utf8.dropLast(30)), "taken"),
            ("hour.json.gz", try gzip(content.utf8).dropLast(12), "failed"),
            ("hour.json.zst", try zstd(content.utf8).dropLast(5), "failed"),
            ("pairs.csv", Array("month,developer_id,repository_id,pushes\n2025-01,1,7,3\n2025-0".utf8), "failed"),
            ("empty.json", [], "failed"),
        ]
    }

    @Test(.timeLimit(.minutes(2)))
    func whatIsSaidOfCutFilesIsWhatTheInboxDoes() throws {
        for (setting, isOld) in [("0s", true), ("1h", false)] {
            let place = try Place(configuration: Place.configuration + "incomplete: \(setting)\n")
            let configuration = place.url.appending(path: "panorama.yaml").path
            let files = try Self.cutFiles()
            for file in files { try place.folder.write(file.bytes, to: "inbox/\(file.name)") }
            var said: [String: String] = [:]
            for file in files {
                let (status, report) = try inspect(place.folder.path("inbox/\(file.name)"), ["-c", configuration])
                let verdict = report["verdict"] as? String
                #expect(verdict == (isOld ? file.whenOld : "incomplete"), "\(file.name) \(setting) \(report)")
                #expect(status == (verdict == "taken" ? 0 : 65))
                said[file.name] = verdict == "taken" ? "done" : verdict
            }
            try place.once()
            let listed = try Panorama.run(["status", "-c", configuration, "--json", "--files"])
            let status = try JSONSerialization.jsonObject(with: listed.output) as? [String: Any]
            var done: [String: String] = [:]
            for file in status?["snapshots"] as? [[String: Any]] ?? [] {
                done["\(file["path"] ?? "")"] = file["state"] as? String
            }
            #expect(done == said, "\(setting)")
        }
    }

    @Test
    func aCutLastLineOfAnOldFileIsOneBadLine() throws {
        let place = try Place(configuration: Place.configuration + "incomplete: 0s\n")
        let file = try place.folder.write(Self.content.utf8.dropLast(30), to: "hour.json").path
        let configuration = place.url.appending(path: "panorama.yaml").path
        let (status, report) = try inspect(file, ["-c", configuration])
        #expect(status == 0)
        #expect(report["accepted"] as? Int == 399)
        #expect((report["badLines"] as? [String: Any])?["count"] as? Int == 1)
        let text = try Panorama.run(["inspect", "-c", configuration, file]).text
        #expect(text.contains("would be taken in") && text.contains("1 of 400 (0.25 %)"), "\(text)")
        #expect(try Panorama.run(["inspect", file]).text.contains("would be waited for"), "an hour is the default")
    }

    /// A copy that keeps its old modification time has only just arrived.
    @Test
    func theChangeTimeCountsBesideTheModificationTime() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(Self.content.utf8.dropLast(30), to: "hour.json").path
        let longAgo = Date(timeIntervalSince1970: 1_400_000_000)
        try FileManager.default.setAttributes([.modificationDate: longAgo], ofItemAtPath: file)
        #expect(try inspect(file).report["verdict"] as? String == "incomplete")
    }

    @Test(arguments: ["gz", "zst"])
    func cutCompressedDataIsNotCalledUnknown(suffix: String) throws {
        let folder = try TemporaryFolder()
        let bytes = suffix == "gz" ? try gzip(Self.content.utf8) : try zstd(Self.content.utf8)
        let file = try folder.write(bytes.dropLast(12), to: "hour.json.\(suffix)").path
        let text = try Panorama.run(["inspect", file]).text
        #expect(text.contains("of a kind that cannot be told") && text.contains("data ends early"), "\(text)")
        #expect(text.contains("\(bytes.count - 12) bytes"))
        #expect(text.contains("would be waited for: ") && text.contains("the file is still being written or was cut"))
    }

    @Test
    func cutDataThatWasWaitedForLongEnoughIsToBeFetchedAgain() throws {
        let place = try Place(configuration: Place.configuration + "incomplete: 10ms\n")
        let bytes = try gzip(Self.content.utf8).dropLast(12)
        let file = try place.folder.write(bytes, to: "inbox/hour.json.gz").path
        let configuration = place.url.appending(path: "panorama.yaml").path
        let reason =
            "the gzip data ends early, after \(bytes.count) bytes; it was waited for until it had not changed for 10ms, so it "
            + "was cut: fetch it again"
        // `once` lets files settle for longer than that.
        try place.once()
        #expect(try Panorama.run(["inspect", "-c", configuration, file]).text.contains("would fail: \(reason)\n"))
        let status = try Panorama.run(["status", "-c", configuration]).text
        #expect(status.contains("failed  hour.json.gz: \(reason)"), "\(status)")
    }

    @Test(.timeLimit(.minutes(3)))
    func manyMonthsCostNoMoreThanOne() throws {
        let folder = try TemporaryFolder()
        func time(_ months: Int) throws -> Duration {
            let lines = (0..<27_000).map { index in
                let (year, month) = (2010 + index % months / 12, index % months % 12 + 1)
                let date = "\(year)-\(month < 10 ? "0" : "")\(month)-15T07:30:00Z"
                return InventedEvent(id: index + 1, developer: index / months % 5 + 1, time: date).line
            }
            let file = try folder.write(lines.joined(separator: "\n"), to: "\(months).json").path
            var report: [String: Any] = [:]
            let duration = try ContinuousClock().measure { report = try inspect(file).report }
            let parts = report["months"] as? [[String: Any]] ?? []
            #expect(parts.count == months)
            #expect(parts.allSatisfy { $0["records"] as? Int == 27_000 / months && $0["pairs"] as? Int == 5 })
            let events = try #require(report["events"] as? [String: Any])
            #expect(events["distinct"] as? Int == 27_000 && events["pairs"] as? Int == 5 * months)
            return duration
        }
        let (one, many) = (try time(1), try time(180))
        #expect(many < one * 4, "\(many) against \(one)")
    }
}
