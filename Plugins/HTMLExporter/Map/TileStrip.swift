// SPDX-License-Identifier: Apache-2.0

/// The tiles of a group in rows that fill a width, in their order.
///
/// In a row all tiles are equally high and as wide as their areas ask. Where the rows break is searched for: tiles should
/// be neither slim nor flat, and their names should fit.
struct TileStrip {
    /// A tile before it has a place.
    struct Item: Hashable, Sendable {
        /// The area.
        var area: Double
        /// The widths its name needs on one line, on two and on three, padding included.
        var nameWidths: [Double]

        /// The width its name needs in a tile of a height.
        func neededWidth(height: Double) -> Double {
            let lines = Int((height - 2 * MapMeasures.tileMargin) / (MapMeasures.leastTextSize * TileLabel.leading))
            let index = min(max(lines, 1), nameWidths.count) - 1
            return nameWidths.indices.contains(index) ? nameWidths[index] : 0
        }
    }

    /// A row of tiles.
    struct Row: Hashable, Sendable {
        /// The tiles.
        var range: Range<Int>
        /// The height of all of them.
        var height: Double
    }

    /// The rows for a width.
    struct Rows: Hashable, Sendable {
        /// The rows from top to bottom.
        var rows: [Row]
        /// What they need.
        var measure: FlowMeasure
    }

    /// The tiles in order.
    let items: [Item]

    private static let gap = MapMeasures.tileGap
    /// The ratio of width to height beyond which a tile looks flat, and below which it looks slim.
    private static let comfortable = 1.15...3.0
    /// The ratio of width to height that no tile goes beyond; a row then stays short of the width.
    private static let flattest = 7.0

    /// Searches the rows for a width.
    ///
    /// - Complexity: O(tiles · square of the tiles of a row).
    func rows(width: Double) -> Rows {
        var best = [(cost: 0.0, from: 0, height: 0.0, penalty: 0.0)]
        for end in 1..<(items.count + 1) {
            var found = (cost: Double.infinity, from: end - 1, height: 0.0, penalty: 0.0)
            var (area, largest, smallest) = (0.0, 0.0, Double.infinity)
            for start in (0..<end).reversed() {
                area += items[start].area
                largest = max(largest, items[start].area)
                smallest = min(smallest, items[start].area)
                let room = max(1, width - Double(end - start - 1) * Self.gap)
                let height = max(area / room, Self.leastHeight(largest, ratio: Self.flattest))
                // Longer rows would only be higher and their tiles slimmer.
                if start < end - 1, smallest / height < 40 { break }
                let penalty = penalty(start..<end, height, short: room * height - area)
                let cost = best[start].cost + (height + Self.gap) * width + penalty
                if cost < found.cost { found = (cost, start, height, penalty) }
            }
            best.append(found)
        }
        return collect(best.map { ($0.from, $0.height, $0.penalty) })
    }

    /// Follows the search back from its end.
    private func collect(_ best: [(from: Int, height: Double, penalty: Double)]) -> Rows {
        var rows: [Row] = []
        var penalty = 0.0
        var end = items.count
        while end > 0 {
            let entry = best[end]
            rows.append(Row(range: entry.from..<end, height: entry.height))
            penalty += entry.penalty
            end = entry.from
        }
        rows.reverse()
        let gaps = Double(max(0, rows.count - 1)) * Self.gap
        let height = rows.reduce(gaps) { $0 + $1.height }
        return Rows(rows: rows, measure: FlowMeasure(height: height, penalty: penalty))
    }

    /// The width that holds all tiles in one row, none of them flat.
    var greatestWidth: Double {
        let largest = items.reduce(0) { max($0, $1.area) }
        let height = Self.leastHeight(largest, ratio: Self.comfortable.upperBound)
        return items.reduce(-Self.gap) { $0 + $1.area / height + Self.gap }
    }

    /// The width that the slimmest column of tiles needs.
    var leastWidth: Double { items.reduce(60) { max($0, min($1.nameWidths.last ?? 0, 96)) } }

    /// The tiles of rows, from a corner of the map on.
    func place(_ rows: [Row], x: Double, y: Double) -> [MapRect] {
        var result: [MapRect] = []
        var top = y
        for row in rows {
            var left = x
            for item in items[row.range] {
                let width = item.area / row.height
                result.append(MapRect(x: left, y: top, width: width, height: row.height))
                left += width + Self.gap
            }
            top += row.height + Self.gap
        }
        return result
    }

    /// The least height of a row, so that a line of text fits and its largest tile is no flatter than a ratio.
    private static func leastHeight(_ largest: Double, ratio: Double) -> Double {
        max(MapMeasures.leastTileHeight, (largest / ratio).squareRoot())
    }

    /// How badly tiles suit in a row of a height that stays short of the width by an area.
    private func penalty(_ range: Range<Int>, _ height: Double, short: Double) -> Double {
        // A row that stays short of the width looks torn.
        var penalty = max(0, short) * 1.5
        for index in range {
            let item = items[index]
            let width = item.area / height
            let ratio = width / height
            var badness = 0.0
            if ratio < Self.comfortable.lowerBound { badness += (Self.comfortable.lowerBound / ratio - 1) * 0.5 }
            if ratio > Self.comfortable.upperBound { badness += (ratio / Self.comfortable.upperBound - 1) * 0.35 }
            if width < item.neededWidth(height: height) { badness += 2 }
            if width < 56 { badness += (56 / width - 1) * 30 }
            penalty += badness * item.area
        }
        return penalty
    }
}
