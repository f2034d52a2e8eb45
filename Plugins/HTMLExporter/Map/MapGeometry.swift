// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Where everything of the map stands, without a word of how it looks.
struct MapGeometry: Hashable, Sendable {
    /// A layer: a band with a heading and its domains.
    struct Layer: Hashable, Sendable {
        /// The name.
        var name: String
        /// The whole band.
        var rect: MapRect
        /// The domains in drawing order.
        var domains: [Domain]
    }

    /// A domain: a cell with a heading and its groups.
    struct Domain: Hashable, Sendable {
        /// The name.
        var name: String
        /// The place among all domains of the map, from 0; it decides the colour.
        var place: Int
        /// The whole cell.
        var rect: MapRect
        /// The subdomains in drawing order.
        var groups: [Group]
    }

    /// A subdomain: tiles under a name, or without one.
    struct Group: Hashable, Sendable {
        /// The name; `nil` for projects directly in the domain.
        var name: String?
        /// The group with its heading.
        var rect: MapRect
        /// The tiles by rank.
        var tiles: [Tile]
    }

    /// A project's tile.
    struct Tile: Hashable, Sendable {
        /// The project.
        var project: Project
        /// The tile.
        var rect: MapRect
    }

    /// The width of the map.
    var width: Double
    /// The height of the map.
    var height: Double
    /// The layers from top to bottom.
    var layers: [Layer]

    /// All tiles in drawing order.
    var tiles: [Tile] { layers.flatMap(\.domains).flatMap(\.groups).flatMap(\.tiles) }
}
