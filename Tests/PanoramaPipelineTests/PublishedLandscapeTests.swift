// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel
import PanoramaPipeline
import PanoramaPluginKit
import TestSupport
import Testing

@Suite
struct PublishedLandscapeTests {
    private func settings(
        vintage: String? = nil,
        window: ClosedRange<String> = "2025-01"..."2025-02"
    ) -> LandscapeSettings {
        LandscapeSettings(
            id: "test",
            title: "Test",
            scores: .published(vintage: vintage),
            admission: Admission(from: Month(window.lowerBound), to: Month(window.upperBound))
        )
    }

    @Test
    func rowsWithoutAnIdGetItFromRowsOfTheSameName() async throws {
        let place = try Workplace()
        let table = """
            repo_id,repository,month,openrank
            7,old/name,2024-12,9
            7,New/Name,2025-01,10
            ,new/name,2025-02,20
            ,only/named,2025-02,4
            """
        try place.drop(Array((table + "\n").utf8), as: "scores.csv")
        try await place.once(settings())
        let list = try place.latest("list.txt")
        #expect(list.contains("1 7 new/name 15.0"))
        #expect(list.contains("only/named 2.0"))
    }

    @Test
    func theVintageIsSelectable() async throws {
        let table = """
            vintage,repo_id,repository,month,openrank
            V1,7,a/b,2025-01,1
            V2,7,a/b,2025-01,2

            """
        for (vintage, mean) in [("V1", "0.5"), ("V2", "1.0"), (nil, "1.0")] as [(String?, String)] {
            let place = try Workplace()
            try place.drop(Array(table.utf8), as: "scores.csv")
            try await place.once(settings(vintage: vintage))
            #expect(try place.latest("list.txt").contains("a/b \(mean)"))
        }
    }

    @Test
    func aNameThatARepositoryBoreInAnyRowFindsIt() async throws {
        let place = try Workplace()
        let table = "repo_id,repository,month,openrank\n7,old/name,2025-01,3\n7,new/name,2025-01,3\n8,c/d,2025-01,1\n"
        try place.drop(Array(table.utf8), as: "scores.csv")
        for name in ["old/name", "NEW/name"] {
            var settings = settings()
            settings.title = name
            settings.include = [RepositoryReference(name: name)]
            try await place.once(settings)
            #expect(try place.latest("list.txt").hasPrefix("1 7 "))
        }
    }

    @Test
    func eventsDoNotChangeWhatPublishedScoresSay() async throws {
        let table = "repository,month,openrank\nowner/repo100,2025-01,3\n"
        let hour = InventedEvent(id: 1).line + "\n"
        var lists: Set<String> = []
        for names in [["scores.csv", "hour.json"], ["hour.json", "scores.csv"]] {
            let place = try Workplace()
            for name in names {
                try place.drop(Array((name == "hour.json" ? hour : table).utf8), as: name)
                try await place.once(settings())
            }
            lists.insert(try place.latest("list.txt"))
        }
        #expect(lists.count == 1)
    }

    @Test
    func theLastVintageIsThatOfTheGreatestNumber() async throws {
        let place = try Workplace()
        let table = "vintage,repository,month,openrank\n,a/b,2025-01,1\nV9,a/b,2025-01,2\nV10,a/b,2025-01,4\n"
        try place.drop(Array(table.utf8), as: "scores.csv")
        try await place.once(settings())
        #expect(try place.latest("list.txt").contains("a/b 2.0"))
    }

    @Test
    func aMonthThatFewProjectsHaveAScoreInIsMarkedAndTold() async throws {
        let place = try Workplace()
        var rows = ["repository,month,openrank"]
        for month in ["2024-12", "2025-01", "2025-02"] {
            for project in 1...40 where month != "2025-02" || project < 12 { rows.append("a/b\(project),\(month),1") }
            if month != "2024-12" { rows.append("born/later,\(month),1") }
        }
        try place.drop(Array((rows.joined(separator: "\n") + "\n").utf8), as: "scores.csv")
        try await place.once(settings())
        let list = try place.latest("list.txt")
        #expect(list.contains("2025-02 ? ? [\"provisional\"]") && list.contains("2025-01 ? ? []"))
        #expect(list.contains("In 2025-02 far fewer repositories"))
    }

    @Test
    func aVintageThatIsNotThereSaysWhichAre() async throws {
        let place = try Workplace()
        try place.drop(Array("vintage,repository,month,openrank\nV2,a/b,2025-01,2\n".utf8), as: "scores.csv")
        guard case .failed(let reason) = try await place.once(settings(vintage: "V9")).outcomes.first?.1 else {
            Issue.record("an edition of nothing")
            return
        }
        #expect(reason.contains("'V9'") && reason.contains("V2"))
    }

    @Test
    func tablesThatDisagreeAreToldAndTheOrderDoesNotShow() async throws {
        let head = "repo_id,repository,month,openrank\n"
        var lists: Set<String> = []
        for names in [["a.csv", "b.csv"], ["b.csv", "a.csv"]] {
            let place = try Workplace()
            for name in names {
                try place.drop(Array("\(head)7,a/b,2025-01,\(name == "a.csv" ? 2 : 3)\n".utf8), as: name)
                try await place.once(settings())
            }
            lists.insert(try place.latest("list.txt"))
        }
        #expect(lists.count == 1)
        #expect(lists.first?.contains("a/b 1.5") == true)
        #expect(lists.first?.contains("disagree on 1 monthly score") == true)
    }

    @Test(.enabled(if: RealData.hasReference, "the published scores are not here"))
    func theTopTwentyOfThePublishedLandscapeComesOut() async throws {
        let reference = try #require(RealData.reference)
        let place = try Workplace()
        try place.drop(Data(contentsOf: reference.appending(path: "openrank/published-monthly.csv")), as: "scores.csv")
        let rows = try String(contentsOf: reference.appending(path: "landscape/projects-2025.csv"), encoding: .utf8)
            .split(whereSeparator: \.isNewline).dropFirst()
        var settings = settings(vintage: "V2", window: "2025-01"..."2025-04")
        settings.include = rows.compactMap { row in
            let fields = row.split(separator: ",", omittingEmptySubsequences: false)
            return Int64(fields[0]).map { RepositoryReference(id: RepositoryID(rawValue: $0), name: String(fields[1])) }
        }
        #expect(settings.include.count == 135)
        try await place.once(settings)
        let ranked = try place.latest("list.txt").split(separator: "\n").map { $0.split(separator: " ") }
        let top = try String(contentsOf: reference.appending(path: "landscape/top20-2025.csv"), encoding: .utf8)
            .split(whereSeparator: \.isNewline).dropFirst().map {
                $0.split(separator: ",", omittingEmptySubsequences: false)
            }
        #expect(top.count == 20)
        for (place, published) in zip(ranked, top) {
            #expect(String(place[2]) == String(published[2]), "rank \(published[0])")
            let value = try #require(Double(place[3]))
            let expected = try #require(Double(published[4]))
            #expect((value - expected).magnitude <= 0.5, "\(published[1])")
        }
    }
}
