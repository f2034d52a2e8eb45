// SPDX-License-Identifier: Apache-2.0

/// A rectangle of the map.
struct MapRect: Hashable, Sendable {
    /// The left edge.
    var x: Double
    /// The upper edge.
    var y: Double
    /// The width.
    var width: Double
    /// The height.
    var height: Double

    /// The right edge.
    var right: Double { x + width }
    /// The lower edge.
    var bottom: Double { y + height }
    /// The area.
    var area: Double { width * height }

    /// Whether another rectangle lies inside, give or take a hair's breadth.
    func contains(_ other: MapRect, tolerance: Double = 1e-6) -> Bool {
        other.x >= x - tolerance && other.y >= y - tolerance && other.right <= right + tolerance
            && other.bottom <= bottom + tolerance
    }

    /// Whether another rectangle shares more than an edge with it.
    func overlaps(_ other: MapRect, tolerance: Double = 1e-6) -> Bool {
        x < other.right - tolerance && other.x < right - tolerance && y < other.bottom - tolerance
            && other.y < bottom - tolerance
    }
}
