// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import PanoramaPluginKit
import PanoramaTesting
import Testing

@testable import HTMLExporter

@Suite struct PageTests {
    @Test(arguments: [0, 1, 2, 5, 24, 135], [false, true])
    func thePageIsWellFormed(projects: Int, hostile: Bool) {
        let landscape = Samples.generated(3, projects: projects, hostile: hostile)
        let reader = MarkupReader(Samples.page(landscape))
        #expect(reader.problems == [])
        let ids = reader.values("id")
        #expect(Set(ids).count == ids.count)
        for target in reader.values("href") where target.hasPrefix("#") {
            #expect(ids.contains(String(target.dropFirst())), "\(target) leads nowhere")
        }
        #expect(reader.tags.count { $0.attributes["class"]?.hasPrefix("tile") == true } == projects)
    }

    @Test func nothingIsLoadedAndNothingRunsButTheScript() {
        let page = Samples.page(Samples.generated(4, projects: 60, hostile: true))
        let reader = MarkupReader(page)
        #expect(
            reader.tags.allSatisfy { tag in tag.attributes.keys.allSatisfy { !$0.hasPrefix("on") && $0 != "style" } }
        )
        #expect(reader.values("src") == [])
        #expect(reader.tags.count { $0.name == "script" } == 1)
        for target in reader.values("href") {
            #expect(
                target.hasPrefix("#") || target.hasPrefix("https://github.com/") || target.hasPrefix("data:image/svg")
            )
        }
        #expect(!page.contains("@import"))
        #expect(!page.contains("url("))
    }

    @Test(arguments: [
        "javascript:alert(1)//x", "owner/na\"me", "owner/..", "../x", "owner/name/more", "owner", "", "owner/na me",
        "//evil.example/x",
        "owner/ΝαΜε",
    ])
    func onlyNamesThatGitHubAllowsBecomeLinks(name: String) {
        var landscape = Samples.landscape(scores: [3])
        landscape.history.projects[0].repository = name
        let reader = MarkupReader(Samples.page(landscape))
        #expect(reader.problems == [])
        #expect(reader.values("href").allSatisfy { !$0.hasPrefix("https:") })
    }

    @Test func aProperNameBecomesALink() {
        let reader = MarkupReader(Samples.page(Samples.landscape(scores: [3])))
        #expect(reader.values("href").contains("https://github.com/owner/a-long-name-of-a-project-0"))
    }

    @Test func hostileTextStandsNowhereUnescaped() {
        var landscape = Samples.landscape(scores: [3, 2])
        let hostile = "</title></script></style><script>alert(1)</script><img src=x onerror=alert(1)>\"'>"
        landscape.title = hostile
        landscape.edition = hostile
        landscape.preset = hostile
        landscape.scores = hostile
        landscape.id = hostile
        landscape.notices = [hostile]
        landscape.history.projects[0].title = hostile
        landscape.history.projects[0].repository = hostile
        landscape.history.projects[1].label = DomainLabel(
            project: landscape.history.projects[1].id,
            path: TaxonomyPath(layer: hostile, domain: hostile, subdomain: hostile),
            confidence: 1,
            rule: hostile
        )
        landscape.findings = ["riser", "unknown", "else"].map { kind in
            Finding(
                detector: kind == "else" ? hostile : "year-over-year",
                kind: kind,
                subject: .domain(hostile),
                place: 1,
                window: landscape.window,
                numbers: ["absolute": 1],
                sentence: hostile
            )
        }
        let page = Samples.page(landscape)
        #expect(MarkupReader(page).problems == [])
        #expect(!page.contains("<img"))
        #expect(!page.contains("alert(1)</script>"))
        #expect(page.split(separator: "<script>").count == 2)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func theSameLandscapeGivesTheSameBytesInAnyOrder(seed: UInt64) {
        let landscape = Samples.generated(seed, projects: 40, hostile: true)
        let page = Samples.page(landscape)
        var random = SeededGenerator(seed: seed)
        var shuffled = landscape
        shuffled.history.projects = random.shuffled(landscape.history.projects)
        #expect(Samples.page(landscape) == page)
        #expect(Samples.page(shuffled) == page)
    }

    @Test func theHeadSaysWhatTheNumbersRestOn() {
        var landscape = Samples.generated(5)
        landscape.notices = ["The events behind this landscape are invented."]
        let page = Samples.page(landscape)
        #expect(page.contains("<dd>January to April 2026</dd>"))
        #expect(page.contains("<dd>computed, opendigger-2026</dd>"))
        #expect(page.contains("<dd>24</dd>"))
        #expect(page.contains("<dd>generated-5</dd>"))
        #expect(page.contains("<p>The events behind this landscape are invented.</p>"))
        #expect(page.contains("Made by Panorama, edition generated-5"))
    }

    @Test(arguments: MonthMark.allCases)
    func marksOfTheWindowAreSaidInWords(mark: MonthMark) {
        var landscape = Samples.landscape(scores: [3])
        #expect(!Samples.page(landscape).contains("Data quality"))
        landscape.history.months[0].marks = [mark]
        let page = Samples.page(landscape)
        #expect(page.contains("In the window, January 2025 is \(DataQuality.meaning(mark))."))
    }

    @Test func whyAMonthOfTheWindowIsMarkedIsSaid() {
        var landscape = Samples.landscape(scores: [3])
        landscape.history.months[0].marks = [.tainted]
        landscape.history.months[0].reasons = ["97 % of the <events> are pushes."]
        #expect(Samples.page(landscape).contains("<li>January 2025: 97 % of the &lt;events&gt; are pushes.</li>"))
    }

    @Test func anEmptyLandscapeSaysSo() {
        let page = Samples.page(Samples.landscape(scores: []))
        #expect(page.contains("No project is in this landscape yet"))
        #expect(!page.contains("class=\"map\""))
        #expect(!page.contains("<table"))
    }

    @Test func anUnknownChangeIsSaidNotDrawn() {
        var landscape = Samples.landscape(scores: [3])
        landscape.findings = [
            Finding(
                detector: "year-over-year",
                kind: "unknown",
                subject: .landscape,
                place: 1,
                window: landscape.window,
                numbers: ["missing": 1],
                sentence: "The change is unknown: there is no data of 2024-01."
            )
        ]
        let page = Samples.page(landscape)
        #expect(page.contains("The change is unknown: there is no data of 2024-01."))
        #expect(!page.contains("class=\"diverging\""))
        #expect(page.contains("title=\"No data of the year before\""))
    }

    @Test func aProjectAbsentTheYearBeforeIsCalledNew() {
        var landscape = Samples.landscape(scores: [215])
        landscape.history.projects[0].yearOverYear = YearOverYear(base: 0, current: 215)
        let page = Samples.page(landscape)
        #expect(page.contains(">+215.0</td>"))
        #expect(page.contains("new</td>"))
        #expect(page.contains("+215.0 on the year, no score before"))
    }

    @Test func moversAreDrawnWithTheirNumbers() {
        var landscape = Samples.landscape(scores: [615, 159])
        func finding(_ kind: String, _ id: Int64, _ absolute: Double, _ percent: Double) -> Finding {
            Finding(
                detector: "year-over-year",
                kind: kind,
                subject: .project(RepositoryID(rawValue: id)),
                place: 1,
                window: landscape.window,
                numbers: ["absolute": absolute, "percent": percent],
                marks: [.tainted],
                sentence: "Sentence of \(kind)."
            )
        }
        landscape.findings = [finding("riser", 1, 358, 139.3), finding("faller", 2, -280, -63.8)]
        let page = Samples.page(landscape)
        #expect(page.contains("+358.0 (+139\u{a0}%)"))
        #expect(page.contains("−280.0 (−64\u{a0}%)"))
        #expect(page.contains("<title>Sentence of faller.</title>"))
        #expect(page.contains("These changes rest on months that are tainted"))
    }

    @Test func theTopStandsOutAsFarAsIsAskedFor() {
        let landscape = Samples.generated(6)
        for top in [0, 3, 100] {
            let reader = MarkupReader(Samples.page(landscape) { $0.top = top })
            #expect(reader.tags.count { $0.attributes["class"] == "tile top" } == min(top, 24))
            #expect(
                reader.tags.count { $0.name == "tr" && $0.attributes["class"]?.hasPrefix("top ") == true }
                    == min(top, 24)
            )
        }
    }

    @Test(arguments: HTMLExporterSettings.Theme.allCases)
    func theThemeIsTheOneAskedFor(theme: HTMLExporterSettings.Theme) {
        let page = Samples.page(Samples.generated(7, projects: 2)) { $0.theme = theme }
        #expect(page.contains("<html lang=\"en\" data-theme=\"\(theme.rawValue)\">"))
    }

    @Test func headingsLandmarksAndTablesAreMarkedUp() {
        let page = Samples.page(Samples.generated(8))
        let reader = MarkupReader(page)
        for landmark in ["header", "nav", "main", "footer", "h1"] {
            #expect(reader.tags.count { $0.name == landmark } == 1)
        }
        #expect(reader.tags.filter { $0.name == "th" }.allSatisfy { $0.attributes["scope"] != nil })
        #expect(reader.tags.count { $0.name == "table" } == reader.tags.count { $0.name == "caption" })
        for drawing in reader.tags where drawing.name == "svg" {
            #expect(drawing.attributes["role"] == "img" || drawing.attributes["aria-hidden"] == "true")
        }
        #expect(page.contains("prefers-reduced-motion"))
        #expect(page.contains("@media print"))
    }

    @Test func aTopBelowZeroIsRefused() {
        var settings = HTMLExporterSettings()
        #expect(settings.problems() == [])
        settings.top = -1
        #expect(settings.problems().map(\.path) == [["top"]])
    }
}
