// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// The domains as a ladder: how much their mean grew or shrank in percent.
struct GrowthSection {
    /// A domain and its change.
    private struct Rung {
        var name: String
        var change: YearOverYear
        var percent: Double
    }

    private let rungs: [Rung]
    private let new: [String]

    /// Takes the content of the page.
    init(_ content: PageContent) {
        var rungs: [Rung] = []
        var new: [String] = []
        for domain in content.outline.layers.flatMap(\.domains) {
            guard let change = GroupStatistics(domain.projects).yearOverYear, change.absolute.isFinite else { continue }
            if let percent = change.percent {
                rungs.append(Rung(name: domain.name, change: change, percent: percent))
            } else if change.current > 0 {
                new.append(domain.name)
            }
        }
        self.rungs = rungs.sorted { ($1.percent, $0.name) < ($0.percent, $1.name) }
        self.new = new
    }

    /// The section; nothing with fewer than two domains to compare.
    var markup: Markup {
        guard rungs.count > 1 else { return "" }
        let chart = DivergingChart(
            id: "growth-chart",
            title: "Change of the domains’ mean OpenRank in percent",
            bars: rungs.map { rung in
                DivergingChart.Bar(
                    name: rung.name,
                    change: rung.percent,
                    figure: FigureText.percent(rung.percent),
                    sentence: "\(rung.name): \(FigureText.percent(rung.percent)), from "
                        + "\(FigureText.score(rung.change.base)) to \(FigureText.score(rung.change.current))."
                )
            }
        )
        let note: Markup =
            new.isEmpty
            ? ""
            : "<p class=\"small\">Without a score the year before: \(MonthText.sequence(new)).</p>\n"
        return """
            <section id="growth" aria-labelledby="growth-heading">
            <h2 id="growth-heading">Growth of domains</h2>
            <p class="lead">Change of the mean OpenRank of a domain’s projects on the year, in percent.</p>
            <div class="scroll" role="region" aria-label="Growth of domains, scrolls sideways" tabindex="0">
            \(chart.markup)
            </div>
            \(note)</section>

            """
    }
}
