// SPDX-License-Identifier: Apache-2.0

import MarkdownExporter
import PanoramaModel
import PanoramaPluginKit
import PanoramaTesting
import Testing

@Suite struct MarkdownExporterTests {
    private func report(_ landscape: Landscape, top: Int = 20) -> String {
        var settings = MarkdownSettings()
        settings.top = top
        let exporter = MarkdownExporter(configuration: settings, context: PluginContext(landscape: "test"))
        return exporter.export(landscape).map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    }

    private func hostile(_ seed: UInt64) -> Landscape {
        var generator = LandscapeGenerator(seed: seed)
        generator.isHostile = true
        return generator.landscape()
    }

    /// The cells of a row of a table: split at the bars that no backslash escapes.
    private func cells(_ line: Substring) -> Int {
        var count = 0
        var isEscaped = false
        for character in line.unicodeScalars {
            if character == "|", !isEscaped { count += 1 }
            isEscaped = character == "\\" && !isEscaped
        }
        return count - 1
    }

    @Test(arguments: 1...10)
    func noTextBreaksATable(_ seed: UInt64) {
        let lines = report(hostile(seed)).split(separator: "\n", omittingEmptySubsequences: false)
        var columns: Int?
        var tables = 0
        for line in lines {
            guard line.hasPrefix("|") else {
                columns = nil
                continue
            }
            if columns == nil { tables += 1 }
            columns = columns ?? cells(line)
            #expect(cells(line) == columns, "\(line)")
        }
        #expect(tables >= 4)
    }

    @Test(arguments: 1...10)
    func noTextBringsInMarkupOrSections(_ seed: UInt64) {
        let hostile = report(hostile(seed))
        let plain = report(LandscapeGenerator(seed: seed).landscape())
        func sections(_ text: String) -> [Substring] {
            text.split(separator: "\n").filter { $0.hasPrefix("#") }.dropFirst().map { $0 }
        }
        #expect(sections(hostile) == sections(plain))
        #expect(!hostile.contains("<script") && !hostile.contains("<!--") && !hostile.contains("\r"))
        #expect(hostile.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
        #expect(!hostile.contains("\u{202e}"))
    }

    @Test func theTableOfTheFirstOnesHasAsManyRowsAsAskedFor() throws {
        let landscape = LandscapeGenerator(seed: 1).landscape()
        let text = report(landscape, top: 3)
        let start = try #require(text.firstRange(of: "## Top 3\n\n"))
        let rows = text[start.upperBound...].prefix { $0 != "#" }.split(separator: "\n")
        #expect(rows.count == 5)
        #expect(text.contains("## Top 3"))
        #expect(report(landscape, top: 1_000).contains("## Top \(landscape.projects.count)"))
    }

    @Test func everyProjectStandsInItsDomain() {
        let landscape = LandscapeGenerator(seed: 2).landscape()
        let domains = report(landscape).split(separator: "## Domains").last ?? ""
        for project in landscape.projects { #expect(domains.contains("](https://github.com/\(project.repository))")) }
    }

    @Test func theEditionAndEveryNoticeAreNamed() {
        let landscape = LandscapeGenerator(seed: 5).landscape()
        let text = report(landscape)
        #expect(text.contains("| Edition | generated-5 |"))
        #expect(text.contains("> The events behind this landscape are invented."))
    }

    @Test func whyAMonthIsMarkedIsSaid() {
        var landscape = LandscapeGenerator(seed: 5).landscape()
        landscape.history.months[0].reasons = ["97 % | of the events are pushes.", "3 hours are missing."]
        #expect(report(landscape).contains("- 2024-01: 97 % \\| of the events are pushes. 3 hours are missing.\n"))
    }

    @Test(arguments: [(0, 1), (-3, 1), (1, 0), (20, 0)])
    func theNumberOfFirstOnesIsAtLeastOne(_ top: Int, _ problems: Int) {
        var settings = MarkdownSettings()
        settings.top = top
        #expect(settings.problems().count == problems)
    }
}
