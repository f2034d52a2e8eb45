// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// The map with its legend; a sentence in place of a map without projects.
struct MapSection {
    private let content: PageContent

    /// Takes the content of the page.
    init(_ content: PageContent) { self.content = content }

    /// The section.
    var markup: Markup {
        guard !content.projects.isEmpty else {
            return """
                <section id="map" aria-labelledby="map-heading">
                <h2 id="map-heading">Map</h2>
                <p class="empty">No project is in this landscape yet: none reaches the bar, or no data of its window has arrived.</p>
                </section>

                """
        }
        return """
            <section id="map" aria-labelledby="map-heading">
            <div class="section-head"><h2 id="map-heading">Map</h2>\(FindField.markup("map-find", "Find on the map"))</div>
            \(legend)<div class="scroll map-scroll" role="region" aria-label="Map, scrolls sideways" tabindex="0">
            \(MapDrawing(content).markup)
            </div>
            </section>

            """
    }

    private var legend: Markup {
        let bound = TileScale(content.projects.map(\.openrank)).leastScore
        let least = bound > 0 ? "; below \(FigureText.score(bound)) all tiles have the least size" : ""
        return """
            <p class="lead">The area of a tile grows with the square root of the project’s OpenRank\(least). Tiles are \
            ordered by rank; the number right of a domain’s name is the sum of its projects.</p>
            <ul class="legend">\(Markup((topKeys + markKeys).map { "<li>\($0)</li>" }))</ul>

            """
    }

    /// What the solid ground of a tile means.
    private var topKeys: [Markup] {
        let top = content.settings.top
        guard top > 0 else { return [] }
        let solid: Markup = "<span class=\"swatch solid\" aria-hidden=\"true\"></span>Top \(top) by OpenRank"
        guard content.projects.count > top else { return [solid] }
        return [solid, "<span class=\"swatch\" aria-hidden=\"true\"></span>Other projects"]
    }

    /// What the marks of rises and falls mean; nothing where no change is known.
    private var markKeys: [Markup] {
        let threshold = Int(Movement.threshold)
        guard content.projects.contains(where: { $0.yearOverYear != nil }) else { return [] }
        return [
            "\(MarkDrawing.inline(.rise))Up by \(threshold) % or more on the year",
            "\(MarkDrawing.inline(.fall))Down by \(threshold) % or more",
            "\(MarkDrawing.inline(.new))No score the year before",
        ]
    }
}
