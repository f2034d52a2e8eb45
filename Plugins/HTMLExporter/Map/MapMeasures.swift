// SPDX-License-Identifier: Apache-2.0

/// The fixed lengths of the map, in pixels of its design width.
enum MapMeasures {
    /// The width the map is designed for.
    static let width = 1_240.0
    /// Between tiles.
    static let tileGap = 4.0
    /// Between groups of a domain.
    static let groupGap = 10.0
    /// Between cells of domains.
    static let cellGap = 12.0
    /// Between layers.
    static let layerGap = 26.0
    /// Inside the frame of a cell.
    static let cellPadding = 9.0
    /// A layer's heading.
    static let layerHeading = 38.0
    /// A domain's heading, padding included.
    static let cellHeading = 34.0
    /// A subdomain's heading.
    static let groupHeading = 18.0
    /// A domain's name.
    static let cellTitleSize = 13.5
    /// The smallest text of the map.
    static let leastTextSize = 11.0
    /// Between the left and right edges of a tile and its text.
    static let tilePadding = 6.0
    /// Between the upper and lower edges of a tile and its text.
    static let tileMargin = 4.0
    /// The least area of a tile: room for two short lines.
    static let leastTileArea = 3_000.0
    /// The least height of a tile: room for two lines.
    static let leastTileHeight = 36.0
    /// The greatest area of a tile.
    static let greatestTileArea = 62_000.0
}
