// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// A domain before it has a place.
struct DomainItem: FlowItem {
    private let domain: LandscapeOutline.Domain
    private let place: Int
    private let groups: [GroupItem]
    private let packer: RowPacker<GroupItem>
    /// The least width it can do with.
    let leastWidth: Double
    /// The width beyond which it would stay empty.
    let greatestWidth: Double

    /// Takes a domain and its place among all of the map.
    init(_ domain: LandscapeOutline.Domain, place: Int, scale: TileScale, top: Int) {
        self.domain = domain
        self.place = place
        groups = domain.subdomains.map { GroupItem($0, scale: scale, top: top) }
        packer = RowPacker(items: groups, gap: MapMeasures.groupGap, stacking: 1)
        let padding = 2 * MapMeasures.cellPadding
        let title = TextMetrics.bold.width(
            String(HTMLText.clean(domain.name).prefix(80)),
            size: MapMeasures.cellTitleSize
        )
        let least = max(min(title + 18, 250), groups.reduce(90) { max($0, $1.leastWidth) }) + padding
        leastWidth = least
        greatestWidth = max(least, groups.reduce(padding) { $0 + $1.greatestWidth + MapMeasures.groupGap })
    }

    /// The height of heading, groups and padding.
    func measure(width: Double) -> FlowMeasure {
        framed(packer.pack(width: width - 2 * MapMeasures.cellPadding).measure)
    }

    /// The height of heading, groups and padding, with the groups as estimated.
    func estimate(width: Double) -> FlowMeasure {
        framed(packer.estimate(width: width - 2 * MapMeasures.cellPadding))
    }

    private func framed(_ measure: FlowMeasure) -> FlowMeasure {
        let frame = MapMeasures.cellHeading + MapMeasures.cellPadding
        return FlowMeasure(height: measure.height + frame, penalty: measure.penalty)
    }

    /// The domain at its place.
    func place(_ rect: MapRect) -> MapGeometry.Domain {
        let packing = packer.pack(width: rect.width - 2 * MapMeasures.cellPadding)
        return MapGeometry.Domain(
            name: domain.name,
            place: place,
            rect: rect,
            groups: zip(groups, packing.rects).map { group, inner in
                var inner = inner
                inner.x += rect.x + MapMeasures.cellPadding
                inner.y += rect.y + MapMeasures.cellHeading
                return group.place(inner)
            }
        )
    }
}
