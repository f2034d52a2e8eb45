// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// The largest rises and falls that the year-over-year detector found.
struct MoversSection {
    /// The detector whose findings are drawn as movers.
    static let detector = "year-over-year"

    private let content: PageContent
    private let findings: [Finding]

    /// Takes the content of the page.
    init(_ content: PageContent) {
        self.content = content
        findings = content.landscape.findings.filter { $0.detector == Self.detector }
    }

    /// Whether a finding is shown here rather than among the others.
    static func shows(_ finding: Finding) -> Bool {
        finding.detector == detector && ["riser", "faller", "unknown"].contains(finding.kind)
    }

    /// The section.
    var markup: Markup {
        let bars = bars("riser") + bars("faller").reversed()
        var body: Markup = ""
        if !bars.isEmpty {
            let chart = DivergingChart(id: "movers-chart", title: "Largest rises and falls on the year", bars: bars)
            body += """
                \(lead)<div class="scroll" role="region" aria-label="Movers, scrolls sideways" tabindex="0">
                \(chart.markup)
                </div>
                \(marks)
                """
        }
        for finding in findings where finding.kind == "unknown" {
            body += "<p class=\"empty\">\(finding.sentence)</p>\n"
        }
        if body.isEmpty { body = "<p class=\"empty\">No rises or falls were looked for, or none were found.</p>\n" }
        return """
            <section id="movers" aria-labelledby="movers-heading">
            <h2 id="movers-heading">Movers</h2>
            \(body)</section>

            """
    }

    private var lead: Markup {
        guard let span = findings.first(where: { $0.kind != "unknown" })?.window else { return "" }
        return """
            <p class="lead">Change of mean monthly OpenRank, \(MonthText.name(span)) against \
            \(MonthText.name(span.yearEarlier)).</p>

            """
    }

    private var marks: Markup {
        let found = Set(findings.flatMap(\.marks))
        let words = MonthMark.allCases.filter(found.contains).map { DataQuality.meaning($0) }
        guard !words.isEmpty else { return "" }
        return "<p class=\"small\">These changes rest on months that are \(words.joined(separator: "; or ")).</p>\n"
    }

    private func bars(_ kind: String) -> [DivergingChart.Bar] {
        findings.filter { $0.kind == kind }.compactMap { finding in
            guard let absolute = finding.numbers["absolute"], absolute.isFinite else { return nil }
            let percent = finding.numbers["percent"].map(FigureText.percent) ?? "new"
            return DivergingChart.Bar(
                name: content.name(of: finding.subject),
                change: absolute,
                figure: "\(FigureText.change(absolute)) (\(percent))",
                sentence: finding.sentence
            )
        }
    }
}
