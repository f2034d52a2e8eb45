// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// The domains in a table: how many projects, their sum and mean, and the mean's change.
struct DomainsSection {
    private let content: PageContent

    /// Takes the content of the page.
    init(_ content: PageContent) { self.content = content }

    /// The section.
    var markup: Markup {
        let domains = content.outline.layers.flatMap(\.domains)
        let greatest = domains.reduce(0) { max($0, GroupStatistics($1.projects).sum) }
        let bodies = Markup(content.outline.layers.map { layer($0, greatest) })
        return """
            <section id="domains" aria-labelledby="domains-heading">
            <h2 id="domains-heading">Domains</h2>
            <p class="lead">Sum and mean of the projects’ OpenRank, and the change of the mean on the year.</p>
            <div class="scroll" role="region" aria-label="Domains, scrolls sideways" tabindex="0">
            <table class="domains"><caption class="unseen">Domains of \(content.landscape.title)</caption>
            <thead><tr><th scope="col">Domain</th><th scope="col" class="n">Projects</th>\
            <th scope="col" class="n wide">Sum</th><th scope="col" class="n">Mean</th>\
            <th scope="col" class="n">Change</th><th scope="col" class="n">in %</th></tr></thead>
            \(bodies)</table>
            </div>
            </section>

            """
    }

    private func layer(_ layer: LandscapeOutline.Layer, _ greatest: Double) -> Markup {
        let rows = layer.domains.map { row($0, layer.name, greatest) }
        return """
            <tbody><tr class="layer-row"><th scope="rowgroup" colspan="6">\(layer.name)</th></tr>
            \(Markup(rows))</tbody>

            """
    }

    private func row(_ domain: LandscapeOutline.Domain, _ layer: String, _ greatest: Double) -> Markup {
        let statistics = GroupStatistics(domain.projects)
        let hue = content.hue(layer: layer, domain: domain.name)
        return """
            <tr class="h\(hue)"><th scope="row"><span class="dot" aria-hidden="true"></span>\(domain.name)</th>\
            <td class="n">\(statistics.count)</td>\
            <td class="n wide">\(FigureText.score(statistics.sum)) \(ScoreBar.draw(statistics.sum / greatest))</td>\
            <td class="n">\(FigureText.score(statistics.mean))</td>\
            \(ChangeCells.markup(statistics.yearOverYear))</tr>

            """
    }
}
