// SPDX-License-Identifier: Apache-2.0

/// Puts items in rows that fill a width, in their order.
///
/// A row is made of columns, a column of one item or of several above one another. All columns of a row end at about the
/// same height: a narrow column is high, a wide one is low, and the widths are shared out so that they meet. Where rows
/// and columns break is searched for by dynamic programming over rows and by trial within a row, on estimates; the rows
/// found are then measured exactly.
struct RowPacker<Item: FlowItem> {
    /// Where the items stand.
    struct Packing {
        /// A rectangle for each item, in the items' order.
        var rects: [MapRect]
        /// What they need together.
        var measure: FlowMeasure
    }

    /// A row with its widths.
    private struct Row {
        var columns: [Range<Int>]
        var widths: [Double]
        var height: Double
        var penalty: Double
        var cost: Double
    }

    private let items: [Item]
    private let gap: Double
    private let search: RowSearch<Item>

    /// Takes items in order, the gap between them in both directions, and the most that may stand above one another.
    init(items: [Item], gap: Double, stacking: Int) {
        self.items = items
        self.gap = gap
        search = RowSearch(items: items, gap: gap, stacking: stacking)
    }

    /// Packs the items into a width.
    func pack(width: Double) -> Packing {
        var packing = Packing(rects: [], measure: FlowMeasure(height: 0, penalty: 0))
        for (index, trial) in search.rows(width: width).enumerated() {
            let row = level(measured(trial.columns, filled(trial.widths, width), width), width)
            let top = packing.measure.height + (index > 0 ? gap : 0)
            var left = 0.0
            for (column, width) in zip(row.columns, row.widths) {
                let spare = max(0, row.height - columnHeight(column, width: width)) / Double(column.count)
                var y = top
                for item in items[column] {
                    let height = item.measure(width: width).height + spare
                    packing.rects.append(MapRect(x: left, y: y, width: width, height: height))
                    y += height + gap
                }
                left += width + gap
            }
            packing.measure.height = top + row.height
            packing.measure.penalty += row.penalty
        }
        return packing
    }

    /// What the items need at about a width.
    func estimate(width: Double) -> FlowMeasure {
        let rows = search.rows(width: width)
        return rows.enumerated().reduce(FlowMeasure(height: 0, penalty: 0)) { sum, entry in
            let gap = entry.offset > 0 ? gap : 0
            return FlowMeasure(
                height: sum.height + gap + entry.element.height,
                penalty: sum.penalty + entry.element.penalty
            )
        }
    }

    /// Widths that fill a row: a little more than needed is better filled than left empty at the end.
    private func filled(_ widths: [Double], _ width: Double) -> [Double] {
        let room = width - Double(widths.count - 1) * gap
        let used = widths.reduce(0, +)
        return used > room * 0.8 ? widths.map { $0 * room / used } : widths
    }

    /// Moves width from the lowest column to the highest as long as that makes the row better.
    private func level(_ row: Row, _ width: Double) -> Row {
        var best = row
        for step in [12.0, 5.0, 2.0] {
            for _ in 0..<8 {
                let heights = zip(best.columns, best.widths).map { columnHeight($0, width: $1) }
                guard let high = heights.indices.max(by: { heights[$0] < heights[$1] }),
                    let low = heights.indices.min(by: { heights[$0] < heights[$1] }), high != low
                else { return best }
                let least = items[best.columns[low]].reduce(0) { max($0, $1.leastWidth) }
                guard best.widths[low] - step >= least else { break }
                var widths = best.widths
                widths[high] += step
                widths[low] -= step
                let trial = measured(best.columns, widths, width)
                guard trial.cost < best.cost else { break }
                best = trial
            }
        }
        return best
    }

    /// The height of items above one another.
    private func columnHeight(_ column: Range<Int>, width: Double) -> Double {
        items[column].reduce(-gap) { $0 + $1.measure(width: width).height + gap }
    }

    private func measured(_ columns: [Range<Int>], _ widths: [Double], _ width: Double) -> Row {
        let heights = zip(columns, widths).map { columnHeight($0, width: $1) }
        let penalties = zip(columns, widths).map { column, width in
            items[column].reduce(0) { $0 + $1.measure(width: width).penalty }
        }
        let cost = RowCost(widths: widths, heights: heights, penalties: penalties, gap: gap, width: width)
        return Row(columns: columns, widths: widths, height: cost.height, penalty: cost.penalty, cost: cost.total)
    }
}
