// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import PanoramaTesting
import Testing

@Suite struct CaseInputTests {
    private let header = #"{"window":{"from":"2025-02","to":"2025-02"},"months":{"from":"2024-02","to":"2025-02"}"#

    private func scores(_ last: Double) -> String { "[2,0,0,0,0,0,0,0,0,0,0,0,\(last)]" }

    @Test func projectsAreRankedAndCompared() throws {
        let text = """
            \(header),"marks":{"2024-03":["missing"]},"events":10,"notices":["n"]}
            {"id":1,"repository":"b/b","scores":\(scores(4)),"label":{"layer":"L","domain":"D"}}

            {"repository":"a/a","title":"A","scores":\(scores(8))}
            {"id":3,"repository":"A/z","scores":\(scores(4))}
            """
        let landscape = try CaseInput.landscape(jsonLines: text)
        #expect(landscape.projects.map(\.repository) == ["a/a", "A/z", "b/b"])
        #expect(landscape.projects.map(\.rank) == [1, 2, 3])
        #expect(landscape.projects[0].id == .unidentified(name: "a/a"))
        #expect(landscape.projects[0].title == "A")
        #expect(landscape.projects[0].yearOverYear == YearOverYear(base: 2, current: 8))
        #expect(landscape.projects[2].label?.path == TaxonomyPath(layer: "L", domain: "D"))
        #expect(landscape.history.months.count == 13)
        #expect(
            landscape.history.months[1]
                == MonthStatus(month: Month(ordinal: 2024 * 12 + 2), marks: [.missing], hours: 0, events: 0)
        )
        #expect(landscape.history.months[0].hours == 696)
        #expect(landscape.notices == ["n"])
    }

    @Test(arguments: [
        ("", 1), ("\n\n", 1), ("{}", 1), ("[]", 1),
        (#"{"window":{"from":"2025-02","to":"2025-01"},"months":{"from":"2024-02","to":"2025-02"}}"#, 1),
    ])
    func aFirstLineThatCannotBeReadIsNamed(_ text: String, _ line: Int) {
        #expect(throws: CaseInputError.self) { try CaseInput.landscape(jsonLines: text) }
    }

    @Test(arguments: [#"{"repository":"a/b","scores":[1]}"#, #"{"scores":[]}"#, "{"])
    func aProjectThatCannotBeReadIsNamedWithItsLine(_ project: String) throws {
        let error = try #require(throws: CaseInputError.self) {
            try CaseInput.landscape(jsonLines: "\(header)}\n\n\(project)\n")
        }
        #expect(error.line == 3)
    }
}
