// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Draws the map as SVG.
struct MapDrawing {
    private let content: PageContent
    private let geometry: MapGeometry

    /// Lays the map of a page out.
    init(_ content: PageContent) {
        self.content = content
        geometry = MapLayout.geometry(of: content.outline, top: content.settings.top)
    }

    /// The drawing.
    var markup: Markup {
        let layers = Markup(geometry.layers.map(layer))
        let size: Markup = "viewBox=\"0 0 \(geometry.width) \(geometry.height)\""
        return """
            <svg class="map" \(size) role="img" aria-labelledby="map-title map-text">
            <title id="map-title">Map of \(content.landscape.title)</title>
            <desc id="map-text">\(description)</desc>
            \(layers)</svg>
            """
    }

    private var description: String {
        let projects = FigureText.count(content.projects.count, "project")
        let domains = FigureText.count(content.domainCount, "domain")
        let layers = MonthText.sequence(geometry.layers.map(\.name))
        return "\(projects) as tiles in \(domains); layers from top to bottom: \(layers). The tile of a project is the "
            + "larger the higher its OpenRank. The table of the ranking holds the same numbers."
    }

    private func layer(_ layer: MapGeometry.Layer) -> Markup {
        let projects = layer.domains.flatMap(\.groups).flatMap(\.tiles).map(\.project)
        let facts =
            "\(FigureText.count(layer.domains.count, "domain")) · "
            + "\(FigureText.count(projects.count, "project")) · "
            + "OpenRank \(FigureText.short(GroupStatistics(projects).sum)) in all"
        let factsWidth = TextMetrics.regular.width(facts, size: 13)
        let room = layer.rect.width - factsWidth - 24
        let name = TextMetrics.bold.shortened(TextDrawing.label(layer.name), to: room, size: 19)
        let base = layer.rect.y + 20
        let cells = Markup(layer.domains.map(cell))
        return """
            <g class="layer"><title>\(layer.name)</title>
            \(TextDrawing(style: "layer-title", size: 19, metrics: .bold).draw(name, x: 0, y: base))
            \(TextDrawing(style: "facts", size: 13, anchor: .end).draw(facts, x: layer.rect.right, y: base))
            <path class="rule" d="M0 \(base + 7.5)H\(layer.rect.right)"/>
            \(cells)</g>

            """
    }

    private func cell(_ domain: MapGeometry.Domain) -> Markup {
        let rect = domain.rect
        let projects = domain.groups.flatMap(\.tiles).map(\.project)
        let statistics = GroupStatistics(projects)
        let left = rect.x + MapMeasures.cellPadding
        let room = rect.width - 2 * MapMeasures.cellPadding - 17
        let size = MapMeasures.cellTitleSize
        let sum = FigureText.short(statistics.sum)
        let name = TextMetrics.bold.shortened(TextDrawing.label(domain.name), to: room, size: size)
        let nameWidth = TextMetrics.bold.width(name, size: size)
        let hasSum = nameWidth + 14 + TextMetrics.regular.width(sum, size: 12) <= room
        let base = rect.y + 22
        let layer = projects.first?.label?.path.layer ?? LandscapeOutline.unclassified
        let hue = content.hue(layer: layer, domain: domain.name)
        let title = TextDrawing(style: "cell-title", size: size, metrics: .bold).draw(name, x: left + 17, y: base)
        let facts = TextDrawing(style: "facts", size: 12, anchor: .end)
        let sumText = hasSum ? facts.draw(sum, x: rect.right - MapMeasures.cellPadding, y: base) : ""
        let summary =
            "\(domain.name): \(FigureText.count(statistics.count, "project")), "
            + "OpenRank \(FigureText.score(statistics.sum)) in all, \(FigureText.score(statistics.mean)) in the mean"
        return """
            <g class="cell h\(hue)"><title>\(summary)</title>
            <rect class="frame" \(Self.box(rect)) rx="8"/>
            <rect class="key" x="\(left + 1)" y="\(base - 9.5)" width="10" height="10" rx="2.5"/>
            \(title)\(sumText)
            \(Markup(domain.groups.map(group)))</g>

            """
    }

    private func group(_ group: MapGeometry.Group) -> Markup {
        let tiles = Markup(group.tiles.map(tile))
        guard let name = group.name else { return tiles }
        let short = TextMetrics.bold.shortened(TextDrawing.label(name), to: group.rect.width, size: 11.5)
        let title = TextDrawing(style: "group-title", size: 11.5, metrics: .bold)
        return title.draw(short, x: group.rect.x + 1, y: group.rect.y + 11.5) + tiles
    }

    private func tile(_ tile: MapGeometry.Tile) -> Markup {
        let project = tile.project
        let isTop = content.isTop(project)
        let movement = Movement(project.yearOverYear)
        let metrics: TextMetrics = isTop ? .bold : .regular
        let label = TileLabel(
            title: TileLabel.title(project),
            content: TileLabel.Content(
                value: FigureText.short(project.openrank),
                change: movement == .new ? "new" : project.yearOverYear?.percent.map(FigureText.percent),
                hasMark: movement != .steady
            ),
            rect: tile.rect,
            metrics: metrics
        )
        let lines = Markup(label.title.map { Self.line("name", $0, metrics) })
        let value = label.value.map { Self.line("value", $0, .regular) } ?? ""
        let mark = label.mark.map { MarkDrawing.draw(movement, in: $0) } ?? ""
        let change = label.change.map { Self.line("value", $0, .regular) } ?? ""
        let style: Markup = isTop ? "tile top" : "tile"
        return """
            <g class="\(style)" data-p="\(project.id.rawValue)"><title>\(ProjectText.summary(project))</title>\
            <a href="#p\(project.id.rawValue)" tabindex="-1"><rect \(Self.box(tile.rect)) rx="4"/>\
            \(lines)\(value)\(mark)\(change)</a></g>

            """
    }

    private static func line(_ style: Markup, _ line: TileLabel.Line, _ metrics: TextMetrics) -> Markup {
        TextDrawing(style: style, size: line.size, metrics: metrics).draw(line.text, x: line.x, y: line.y)
    }

    private static func box(_ rect: MapRect) -> Markup {
        "x=\"\(rect.x)\" y=\"\(rect.y)\" width=\"\(rect.width)\" height=\"\(rect.height)\""
    }
}
