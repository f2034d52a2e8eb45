// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel
import PanoramaPipeline
import TestSupport
import Testing

@Suite
struct OpenDiggerTreeLandscapeTests {
    private func settings(
        vintage: String? = nil,
        from: String = "2025-01",
        to: String = "2025-02",
        include: [RepositoryReference] = []
    ) -> LandscapeSettings {
        LandscapeSettings(
            id: "test",
            title: "Test",
            scores: .published(vintage: vintage),
            admission: Admission(from: Month(from), to: Month(to)),
            include: include
        )
    }

    private func projects(_ place: Workplace) throws -> [String] {
        try place.latest("list.txt").split(separator: "\n").filter { $0.contains("/") && $0.contains(" ") }
            .filter { $0.first?.isNumber == true }.map(String.init)
    }

    @Test
    func aTreeMakesALandscape() async throws {
        let place = try Workplace()
        try place.drop(Array(#"{"2025":9,"2025Q1":9,"2025-01":4,"2025-02":5}"#.utf8), as: "github/a/b/openrank.json")
        try place.drop(Array("{\n  \"2025-01\": 2,\n  \"2025-02\": 2.5\n}\n".utf8), as: "github/c/d/openrank.json")
        try place.drop(Array(#"{"2025-01":900,"2025-02":900}"#.utf8), as: "github/c/d/participants.json")
        try place.drop(Array(#"{"2025-01":9000}"#.utf8), as: "github/c/d/stars.json")
        try place.drop(Array("{}".utf8), as: "github/e/f/openrank.json")
        try place.drop(
            Array(#"{"updatedAt":1735785142000,"type":"repo","id":77,"labels":[]}"#.utf8),
            as: "github/c/d/meta.json"
        )
        let summary = try await place.once(settings())
        #expect(summary.outcomes.count == 1)
        let list = try projects(place)
        #expect(list.count == 2)
        #expect(list.first?.contains(" a/b 4.5 ") == true)
        #expect(list.last?.hasPrefix("2 77 c/d 2.25 ") == true, "\(list)")
    }

    @Test
    func aTreeBesideTablesIsAVintageOfItsOwn() async throws {
        let table = "vintage,repository,month,openrank\nV1,a/b,2025-01,1\nV2,a/b,2025-01,2\nV2,c/d,2025-01,2\n"
        for (vintage, expected, isTold) in [
            (nil, " a/b 4.0 ", true), ("opendigger", " a/b 4.0 ", false), ("V2", " a/b 1.0 ", false),
        ]
            as [(String?, String, Bool)]
        {
            let place = try Workplace()
            try place.drop(Array(table.utf8), as: "scores.csv")
            try place.drop(Array(#"{"2025-01":8}"#.utf8), as: "a/b/openrank.json")
            try await place.once(settings(vintage: vintage))
            let list = try place.latest("list.txt")
            #expect(list.contains(expected))
            #expect(list.contains("c/d") == (vintage == "V2"), "vintages are not mixed")
            #expect(list.contains("vintage opendigger; there are others") == isTold)
            #expect(list.contains("V1, V2") == isTold)
        }
    }

    @Test
    func otherMetricsAloneMakeNoLandscape() async throws {
        let place = try Workplace()
        try place.drop(Array(#"{"2025-01":8}"#.utf8), as: "a/b/participants.json")
        let summary = try await place.once(settings())
        #expect(summary.outcomes.map(\.1) == [.noData])
    }

    @Test(.enabled(if: RealData.hasReference, "the published scores are not here"))
    func theTreeOfPublishedSeriesGivesWhatTheirTableGives() async throws {
        let file = try #require(RealData.reference).appending(path: "openrank/published-monthly.csv")
        let rows = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
            .filter { $0[0] == "V2" && !$0[1].isEmpty }
        // Ten repositories that bore one name all the time.
        let byID = Dictionary(grouping: rows) { $0[1] }.filter { Set($0.value.map { $0[2] }).count == 1 }
        let series = byID.sorted { ($0.value.count, $0.key) > ($1.value.count, $1.key) }.prefix(10).map(\.value)
        #expect(series.count == 10 && series.allSatisfy { $0.count > 10 })
        let (table, tree) = (try Workplace(), try Workplace())
        let lines = ["vintage,repo_id,repository,month,openrank"] + series.joined().map { $0.joined(separator: ",") }
        try table.drop(Array((lines.joined(separator: "\n") + "\n").utf8), as: "scores.csv")
        for rows in series {
            let months = rows.map { "  \"\($0[3])\": \($0[4])" }.joined(separator: ",\n")
            try tree.drop(Array("{\n\(months)\n}\n".utf8), as: "open_digger/github/\(rows[0][2])/openrank.json")
            let meta = #"{"updatedAt":1735785142000,"type":"repo","id":\#(rows[0][1])}"#
            try tree.drop(Array(meta.utf8), as: "open_digger/github/\(rows[0][2])/meta.json")
        }
        let months = series.joined().map { $0[3] }
        let settings = settings(from: try #require(months.min()), to: try #require(months.max()))
        try await table.once(settings)
        try await tree.once(settings)
        #expect(try projects(table).count == 10)
        #expect(try projects(tree) == projects(table))
    }
}
