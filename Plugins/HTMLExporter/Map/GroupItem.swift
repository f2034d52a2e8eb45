// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// A subdomain before it has a place.
struct GroupItem: FlowItem {
    private let subdomain: LandscapeOutline.Subdomain
    private let strip: TileStrip
    private let heading: Double

    /// Takes a subdomain; the names of projects up to rank `top` are bold.
    init(_ subdomain: LandscapeOutline.Subdomain, scale: TileScale, top: Int) {
        self.subdomain = subdomain
        heading = subdomain.name == nil ? 0 : MapMeasures.groupHeading
        strip = TileStrip(
            items: subdomain.projects.map { project in
                let title = TileLabel.title(project)
                let metrics: TextMetrics = project.rank <= top ? .bold : .regular
                let (size, padding) = (MapMeasures.leastTextSize, 2 * MapMeasures.tilePadding)
                return TileStrip.Item(
                    area: scale.area(of: project.openrank),
                    nameWidths: (1...3).map { lines in
                        metrics.neededWidth(title, size: size, lines: lines) + padding
                    }
                )
            }
        )
    }

    /// The least width it can do with.
    var leastWidth: Double { strip.leastWidth }

    /// The width of all tiles in one row.
    var greatestWidth: Double { strip.greatestWidth }

    /// The height of heading and rows.
    func measure(width: Double) -> FlowMeasure {
        var measure = strip.rows(width: width).measure
        measure.height += heading
        return measure
    }

    /// The same: rows of tiles are found exactly or not at all.
    func estimate(width: Double) -> FlowMeasure { measure(width: width) }

    /// The group at its place.
    func place(_ rect: MapRect) -> MapGeometry.Group {
        let rows = strip.rows(width: rect.width)
        let tiles = zip(subdomain.projects, strip.place(rows.rows, x: rect.x, y: rect.y + heading))
        return MapGeometry.Group(
            name: subdomain.name,
            rect: rect,
            tiles: tiles.map { MapGeometry.Tile(project: $0, rect: $1) }
        )
    }
}
