// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel
import Testing

@testable import PanoramaSimulation

/// The table of the landscape is what was published.
@Suite struct LandscapeTableTests {
    @Test(.enabled(if: SharedFiles.hasReference))
    func numbersNamesCreationsAndMeansAreThePublishedOnes() throws {
        let path = SharedFiles.reference.appendingPathComponent("landscape/projects-2025.csv")
        let rows = try String(contentsOf: path, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
        let table = Dictionary(uniqueKeysWithValues: LandscapeProject.published.map { ($0.id, $0) })
        #expect(rows.count == table.count)
        for row in rows {
            let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            let project = try #require(table[Int64(cells[0]) ?? 0])
            #expect(project.fullName == cells[1])
            if project.id != 943_934_999 { #expect(project.created == LandscapeProject.seconds(cells[9])) }
            guard let mean = Int(cells[6]) else { continue }
            let months = project.levels[1...4].filter { $0 > 0 }
            #expect(abs(months.reduce(0, +) - mean * months.count) <= 2 * months.count, "\(project.fullName)")
        }
    }

    @Test func theGreatestMoversAreThePublishedOnes() {
        func mean(_ project: LandscapeProject, _ year: Int) -> Int {
            (0..<4).reduce(0) { $0 + project.level(in: Month(ordinal: year * 12 + $1)) } / 4_000
        }
        let moves = LandscapeProject.published.map { ($0.fullName, mean($0, 2025) - mean($0, 2024)) }
            .sorted { $0.1 > $1.1 }.map(\.0)
        #expect(
            moves.prefix(5) == [
                "vllm-project/vllm", "langgenius/dify", "sgl-project/sglang", "stackblitz/bolt.new",
                "open-webui/open-webui",
            ]
        )
        #expect(
            moves.suffix(5) == [
                "airbytehq/airbyte", "chatchat-space/Langchain-Chatchat", "run-llama/llama_index",
                "PaddlePaddle/Paddle", "langchain-ai/langchain",
            ]
        )
    }

    @Test func noProjectHasALevelBeforeItsCreation() {
        for project in LandscapeProject.published {
            let creation = Month(epochSeconds: project.created)
            #expect(project.level(in: creation.advanced(by: -1)) == 0)
        }
    }
}
