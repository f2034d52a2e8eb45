// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel
import PanoramaPluginKit
import TestSupport
import Testing

@testable import PanoramaPipeline

extension EngineTests {
    /// The cells of the line of a month in the table, without the quotes of the last one.
    private func line(_ month: String, _ place: Workplace) throws -> [String] {
        let lines = try place.latest("coverage.csv").split(separator: "\n")
        let line = try #require(lines.first { $0.hasPrefix(month) })
        let cells = line.split(separator: ",", maxSplits: 21, omittingEmptySubsequences: false)
        return cells.map { $0.trimmingCharacters(in: ["\""]) }
    }

    @Test func monthsOfTheWindowWithoutDataAreToldAsSuch() async throws {
        let place = try Workplace()
        for (number, time) in ["2014-02-03T04:05:06Z", "2015-01-01T00:30:00Z"].enumerated() {
            try place.drop(Array((InventedEvent(id: number + 1, time: time).line + "\n").utf8), as: "\(number).json")
        }
        try await place.once(LandscapeSettings(id: "test", title: "Test", admission: Admission()))
        let notice = "10 of the 12 months of the window have no data and count as 0 in its means: 2014-03…2014-12."
        #expect(try place.latest("list.txt").hasSuffix("\n" + notice))
        // A window of months that all have data says nothing.
        try await place.once(LandscapeSettings(id: "test", title: "Test", admission: Admission(from: Month("2015-01"))))
        #expect(try !place.latest("list.txt").contains("no data"))
    }

    @Test
    func coverageIsInEveryEditionAndItsManifestWhateverTheOrder() async throws {
        let files = try [
            "a.json.gz": hour(1...40), "b.json.gz": hour(20...60),
            "c.json.gz": hour(70...90, time: "2025-03-01T23:59:59Z"),
        ]
        var editions: Set<String> = []
        for order in [["a.json.gz", "b.json.gz", "c.json.gz"], ["c.json.gz", "b.json.gz", "a.json.gz"]] {
            let place = try Workplace()
            for name in order {
                try place.drop(#require(files[name]), as: name)
                try await place.once(everything, PluginSet())
            }
            editions.insert(try place.latest("coverage.csv") + place.latest("coverage.json"))
            #expect(try line("2025-01", place).prefix(7) == ["2025-01", "provisional", "1", "744", "60", "0", "60"])
            #expect(try line("2025-02", place).prefix(5) == ["2025-02", "missing", "0", "672", "0"])
            #expect(
                try line("2025-03", place).last
                    == "1 of 744 hours are there; missing 2025-03-01T00…2025-03-01T22, 2025-03-02T00…2025-03-31T23."
            )
            let manifest = try place.latest("manifest.json")
            #expect(manifest.contains(#""path" : "coverage.csv""#) && manifest.contains(#""path" : "coverage.json""#))
            #expect(manifest.contains(#""state" : "provisional""#) && manifest.contains(#""state" : "missing""#))
        }
        #expect(editions.count == 1)
    }

    @Test
    func aMonthOfPushesAloneIsTaintedFromTheFileToTheEdition() async throws {
        let place = try Workplace()
        for month in ["2025-01", "2026-02"] {
            let lines = (1...1_500).map { id in
                let isPush = month == "2026-02" ? id % 40 != 0 : id % 2 == 0
                return InventedEvent(
                    id: id,
                    type: isPush ? "PushEvent" : "IssuesEvent",
                    developer: id % 50 + 1,
                    payload: isPush ? #"{"push_id":\#(id)}"# : #"{"action":"opened","issue":{"id":\#(id)}}"#,
                    time: "\(month)-10T0\(id % 10):00:00Z"
                ).line
            }
            try place.drop(gzip(lines.joined(separator: "\n").utf8 + [0x0a]), as: "\(month).json.gz")
        }
        try await place.once(everything)
        #expect(try line("2025-01", place)[1] == "provisional")
        let tainted = try line("2026-02", place)
        #expect(tainted[1...6] == ["tainted", "10", "672", "1500", "1463", "37"])
        #expect(tainted.last?.contains("97.5 % of the events are pushes") == true)
        #expect(try place.latest("list.txt").contains(#"2026-02 1500 10 ["warm-up", "provisional", "tainted"]"#))
    }

    @Test(.enabled(if: RealData.hasData, "the real events are not here"))
    func twoRealHoursAreTwoOfTheirMonth() async throws {
        let hours = try #require(RealData.data).appending(path: "hours")
        let place = try Workplace()
        for name in ["2015-01-01-0", "2015-01-01-1", "2015-01-01-1.republished"] {
            try place.drop(Data(contentsOf: hours.appending(path: "\(name).json.gz")), as: "\(name).json.gz")
        }
        try await place.once(everything)
        let cells = try line("2015-01", place)
        #expect(cells.prefix(5) == ["2015-01", "provisional", "2", "744", "15129"])
        #expect(cells.last?.hasPrefix("2 of 744 hours are there; missing 2015-01-01T02…2015-01-05T19, ") == true)
        struct Document: Decodable { var months: [MonthCoverage] }
        let document = try JSONDecoder().decode(Document.self, from: Data(place.latest("coverage.json").utf8))
        let month = try #require(document.months.first)
        #expect(month.missing.map(\.description) == ["2015-01-01T02…2015-01-31T23"])
        #expect(month.eventsByType?.total == 15_129 && month.hoursAwaited == 736)
    }

    @Test
    func inventedEventsLeaveTheOutagesOfRealMonthsKnown() async throws {
        let place = try Workplace()
        var invented = try hour(1...40, time: "2025-07-15T07:30:00Z")
        invented[3] |= 0x10
        invented.insert(contentsOf: Array("panorama simulate: invented events, seed 1\0".utf8), at: 10)
        try place.drop(hour(50...90, time: "2025-06-15T07:30:00Z"), as: "real.json.gz")
        try place.drop(invented, as: "invented.json.gz")
        try await place.once(everything)
        let real = try line("2025-06", place)
        #expect(real[1] == "tainted" && real.last?.contains("lost about 40 % of its events") == true, "\(real)")
        let simulated = try line("2025-07", place)
        #expect(simulated[1] == "provisional" && simulated.last?.contains("lost") == false, "\(simulated)")
        #expect(try place.latest("list.txt").contains("The events are invented, written by panorama simulate"))
    }

    @Test
    func publishedScoresHaveStatesButNoHours() async throws {
        let place = try Workplace()
        try place.drop(Array("repository,month,openrank\na/b,2025-01,1\na/b,2025-03,1\n".utf8), as: "scores.csv")
        var settings = everything
        settings.scores = .published(vintage: nil)
        try await place.once(settings)
        #expect(try line("2025-01", place).prefix(6) == ["2025-01", "complete", "", "744", "", ""])
        #expect(try line("2025-02", place)[1] == "missing")
    }

    @Test(arguments: ["coverage.csv", "coverage.json", "manifest.json"])
    func anExporterThatTakesAFileOfTheHostCostsItselfAlone(path: String) async throws {
        struct Taker: Exporter {
            static let id: PluginID = "taker"
            static let summary = "Takes a name."
            var path = ""
            init(configuration: NoSettings, context: PluginContext) {}
            init(path: String) { self.path = path }
            func export(_ landscape: Landscape) -> [ExportedFile] { [ExportedFile(path: path, text: "mine")] }
        }
        let place = try Workplace()
        try place.drop(hour(1...40), as: "a.json.gz")
        let summary = try await place.once(everything, PluginSet(exporters: [Taker(path: path), Listing()]))
        guard case .made(_, let problems) = summary.outcomes.first?.1 else {
            Issue.record("no edition was made")
            return
        }
        #expect(problems.map(\.plugin) == ["taker"] && problems.first?.message.contains("'\(path)'") == true)
        #expect(
            try place.latest("coverage.csv").hasPrefix("month,state,") && place.latest("list.txt").contains("owner/")
        )
    }
}
