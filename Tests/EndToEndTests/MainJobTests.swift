// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite
struct MainJobTests {
    @Test(.enabled(if: RealData.hasData, "the real events are not here"))
    func realHoursAreAccountedForAndTheRepublishedOneAddsNothing() throws {
        let hours = try #require(RealData.data).appending(path: "hours")
        let place = try Place()
        for name in ["2015-01-01-0", "2015-01-01-1"] { try place.drop(hours.appending(path: "\(name).json.gz")) }
        #expect(try place.once().status == 0)
        let before = try place.landscape()
        try place.drop(hours.appending(path: "2015-01-01-1.republished.json.gz"))
        #expect(try place.once().status == 0)
        let after = try place.landscape()
        for key in ["projects", "months", "findings", "domains"] {
            #expect(before[key] as? NSArray == after[key] as? NSArray, "\(key)")
        }
        let snapshots = try #require(try place.status()["snapshots"] as? [[String: Any]])
        let events = Dictionary(
            uniqueKeysWithValues: snapshots.map { ($0["path"] as? String ?? "", $0["events"] as? Int ?? 0) }
        )
        #expect(
            events == [
                "2015-01-01-0.json.gz": 7_702, "2015-01-01-1.json.gz": 7_427, "2015-01-01-1.republished.json.gz": 7_427,
            ]
        )
        #expect(snapshots.allSatisfy { $0["state"] as? String == "done" && $0["rejected"] as? Int == 0 })
        let months = try #require(after["months"] as? [[String: Any]])
        #expect(months.map { $0["events"] as? Int } == [15_129])
    }

    @Test
    func statisticsTellWhatTheSolvesTook() throws {
        let place = try Place()
        func statistics() throws -> [[Substring]] {
            let output = try Panorama.run(["once", "-c", "panorama.yaml", "--stats"], in: place.url).output
            let lines = String(decoding: output, as: UTF8.self).split(separator: "\n").map { $0.split(separator: " ") }
            let head = try #require(lines.firstIndex(of: ["month", "pairs", "sweeps", "edge", "work"]))
            let end = try #require(lines.firstIndex { $0.first == "all" })
            return Array(lines[(head + 1)...end])
        }
        for hour in Invented.hours.dropLast() { try place.drop(hour) }
        let first = try statistics()
        #expect(first.count > 1)
        for hour in Invented.hours.suffix(1) { try place.drop(hour) }
        let lines = try statistics()
        var (sweeps, work) = (0, 0)
        for line in lines.dropLast() {
            #expect(line.count == 4)
            sweeps += Int(try #require(line.dropFirst(2).first)) ?? 0
            work += Int(try #require(line.last)) ?? 0
        }
        #expect(sweeps > 0 && work > 0)
        #expect(lines.last == ["all", "\(sweeps)", "\(work)"])
        let nothing = try statistics()
        #expect(nothing == [["all", "0", "0"]])
    }

    @Test
    func anEditionListsItsInputsAndItsFiles() throws {
        let place = try Place()
        for hour in Invented.hours { try place.drop(hour) }
        #expect(try place.once().status == 0)
        let folder = place.url.appending(path: "output/test/latest")
        let data = try Data(contentsOf: folder.appending(path: "manifest.json"))
        let manifest = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        for key in ["edition", "landscape", "preset", "window", "inputs", "files"] {
            #expect(manifest[key] != nil, "\(key)")
        }
        let inputs = try #require(manifest["inputs"] as? [[String: Any]])
        #expect(inputs.count == Invented.hours.count)
        for (input, hour) in zip(inputs, Invented.hours) {
            #expect(input["path"] as? String == hour.lastPathComponent)
            #expect(input["sha256"] as? String == (try sha256(hour)))
            #expect((input["events"] as? Int ?? 0) > 0)
            #expect(input["accepted"] as? Int == input["events"] as? Int)
            #expect(input["rejected"] as? Int == 0)
        }
        let files = try #require(manifest["files"] as? [[String: Any]])
        #expect(
            Set(files.compactMap { $0["path"] as? String }).isSuperset(of: [
                "landscape.json", "landscape.csv", "report.md", "index.html",
            ])
        )
        for file in files {
            let path = folder.appending(path: file["path"] as? String ?? "")
            #expect(try Data(contentsOf: path).count == file["bytes"] as? Int)
            #expect(try sha256(path) == file["sha256"] as? String)
        }
        let notices = try #require(try place.landscape()["notices"] as? [String])
        #expect(notices.contains { $0.contains("invented") }, "invented events must be told as such")
        let page = try String(contentsOf: folder.appending(path: "index.html"), encoding: .utf8)
        #expect(page.contains("<svg") && page.contains("invented"))
    }

    @Test
    func theOrderOfTheFilesDoesNotShow() throws {
        let forward = try Place()
        for hour in Invented.hours {
            try forward.drop(hour)
            if hour.lastPathComponent.contains("-01-") { try forward.once() }
        }
        try forward.once()
        let backward = try Place()
        for hour in Invented.hours.reversed() {
            try backward.drop(hour)
            if hour.lastPathComponent.contains("-02-") { try backward.once() }
        }
        try backward.once()
        #expect(try forward.edition() == backward.edition())
    }

    private func sha256(_ file: URL) throws -> String {
        String(try Program.run("sha256sum", [file.path]).text.prefix(64))
    }
}
