// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Lays out the map: layers as bands, in them domains as cells, in them subdomains as groups, in them a tile a project.
///
/// Everything keeps its drawing order, tiles that of their ranks. The area of every tile is exactly what ``TileScale``
/// says; only the frames around them give way.
enum MapLayout {
    /// Lays out an outline; the names of projects up to rank `top` are bold and need more room.
    ///
    /// - Complexity: Of every subdomain up to 155 widths are tried, each O(projects · square of the tiles of a row).
    static func geometry(of outline: LandscapeOutline, top: Int) -> MapGeometry {
        let projects = outline.layers.flatMap(\.domains).flatMap(\.subdomains).flatMap(\.projects)
        let scale = TileScale(projects.map(\.openrank))
        var geometry = MapGeometry(width: MapMeasures.width, height: 0, layers: [])
        var place = 0
        for layer in outline.layers {
            let items = layer.domains.enumerated().map { index, domain in
                DomainItem(domain, place: place + index, scale: scale, top: top)
            }
            place += items.count
            let top = geometry.layers.isEmpty ? 0 : geometry.height + MapMeasures.layerGap
            let packing = RowPacker(items: items, gap: MapMeasures.cellGap, stacking: 3).pack(width: geometry.width)
            let height = MapMeasures.layerHeading + packing.measure.height
            geometry.layers.append(
                MapGeometry.Layer(
                    name: layer.name,
                    rect: MapRect(x: 0, y: top, width: geometry.width, height: height),
                    domains: zip(items, packing.rects).map { item, rect in
                        var rect = rect
                        rect.y += top + MapMeasures.layerHeading
                        return item.place(rect)
                    }
                )
            )
            geometry.height = top + height
        }
        return geometry
    }
}
