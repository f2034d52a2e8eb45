// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import PanoramaTesting
import Testing

@testable import HTMLExporter

/// The page in a real browser; skipped where none is installed.
@Suite(.serialized, .enabled(if: Browser.program != nil, "Chromium is not installed"))
struct BrowserTests {
    private static let hostile = Samples.page(Samples.generated(3, projects: 60, hostile: true)) { $0.top = 5 }
    private static let large = Samples.page(Samples.landscape(scores: (1...300).map { Double($0 * $0 % 977) }))

    @Test(.timeLimit(.minutes(5)), arguments: [390, 1_280, 1_920])
    func nothingOverlapsOrLeavesItsPlace(width: Int) throws {
        let visit = try Browser.visit(Self.hostile, width: width, probe: BrowserProbe.layout(width: width))
        #expect(visit.verdict == [])
        #expect(visit.console == [])
    }

    @Test(.timeLimit(.minutes(5)))
    func manyProjectsAreReadable() throws {
        let visit = try Browser.visit(Self.large, width: 1_280, probe: BrowserProbe.layout(width: 1_280))
        #expect(visit.verdict == [])
    }

    @Test(.timeLimit(.minutes(5)))
    func namesOfAllScriptsStayInTheirTiles() throws {
        var landscape = Samples.landscape(scores: (1...40).map { Double($0 * $0) })
        let names = [
            "图灵机器人开发平台", "Ünïcödé nämé", "делта обучение", "🦙🦙🦙 llama", "עברית שלום", "العربية ﷽", "ไทยแลนด์",
            "e\u{301}\u{301}\u{301}\u{301}x", "MMMMMMMMMMMMMMMM", "\u{202e}desrever", "a\u{200d}b", "\u{a0}\u{a0}",
            "한국어 이름",
        ]
        for index in landscape.history.projects.indices {
            landscape.history.projects[index].title = names[index % names.count]
        }
        let page = Samples.page(landscape)
        let visit = try Browser.visit(page, width: 1_280, probe: BrowserProbe.layout(width: 1_280))
        #expect(visit.verdict == [])
    }

    @Test(.timeLimit(.minutes(5)))
    func theWidestUsualFontFitsToo() throws {
        var generator = LandscapeGenerator(seed: 9)
        generator.projects = 80
        let page = Samples.page(generator.landscape())
        let wide = page.replacing("-apple-system,BlinkMacSystemFont,", with: "\"DejaVu Sans\",Verdana,")
        #expect(wide != page)
        let visit = try Browser.visit(wide, width: 1_280, probe: BrowserProbe.layout(width: 1_280))
        #expect(visit.verdict == [])
    }

    @Test(.timeLimit(.minutes(5)))
    func findingAndSortingWork() throws {
        var landscape = Samples.generated(6, projects: 40)
        landscape.history.projects[7].yearOverYear = nil
        let visit = try Browser.visit(Samples.page(landscape), width: 1_280, probe: BrowserProbe.behaviour)
        #expect(visit.verdict == [])
        #expect(visit.console == [])
    }

    @Test(.timeLimit(.minutes(5)))
    func thePageRunsUnderItsOwnPolicy() throws {
        let visit = try Browser.visit(Self.hostile, width: 1_280)
        #expect(visit.console == [])
        #expect(visit.document.contains("<button type=\"button\">Rank</button>"))
        #expect(!visit.document.contains("<p class=\"find\" hidden"))
    }
}
