// SPDX-License-Identifier: Apache-2.0

/// What a row of columns costs, in area of the map: what it takes, what of that stays empty, and how badly it suits.
struct RowCost: Hashable, Sendable {
    /// The height of the row.
    let height: Double
    /// What is wrong with the row, without the area that it takes.
    let penalty: Double
    /// The whole cost.
    let total: Double

    /// Adds up a row of columns in a width.
    init(widths: [Double], heights: [Double], penalties: [Double], gap: Double, width: Double) {
        let height = heights.reduce(0, max)
        let used = widths.reduce(-gap) { $0 + $1 + gap }
        // Empty ground at the end of a row is less of an eyesore than below a column.
        var empty = max(0, width - used) * height * 0.5
        for (columnWidth, columnHeight) in zip(widths, heights) {
            empty += (height - columnHeight) * columnWidth * 1.5
        }
        self.height = height
        penalty = empty + penalties.reduce(0, +)
        total = (height + gap) * width + penalty
    }
}
