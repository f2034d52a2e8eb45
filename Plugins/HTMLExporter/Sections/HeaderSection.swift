// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// The title of the page, the facts behind its numbers on one line, and the ways into the page.
struct HeaderSection {
    private let content: PageContent

    /// Takes the content of the page.
    init(_ content: PageContent) { self.content = content }

    /// The section.
    var markup: Markup {
        let landscape = content.landscape
        let layers = content.outline.layers.count
        let domains = layers > 1 ? "\(content.domainCount) in \(layers) layers" : "\(content.domainCount)"
        let facts = Markup([
            fact("Window", MonthText.name(landscape.window)),
            fact("OpenRank", "\(landscape.scores), \(landscape.preset)"),
            fact("Projects", FigureText.grouped(String(content.projects.count))),
            fact("Domains", domains),
            fact("Edition", landscape.edition),
        ])
        return """
            <header class="top">
            <p class="brand">\(PageIcon.drawing) Panorama</p>
            <h1>\(landscape.title)</h1>
            <dl class="facts-line">\(facts)</dl>
            \(navigation)</header>
            """
    }

    private var navigation: Markup {
        guard !content.projects.isEmpty else { return "" }
        return """
            <nav aria-label="On this page"><ul>
            <li><a href="#map">Map</a></li>
            <li><a href="#movers">Movers</a></li>
            <li><a href="#domains">Domains</a></li>
            <li><a href="#ranking">Ranking</a></li>
            <li><a href="#method">Numbers</a></li>
            </ul></nav>

            """
    }

    private func fact(_ name: String, _ value: String) -> Markup {
        "<div><dt>\(name)</dt> <dd>\(value)</dd></div>\n"
    }
}
