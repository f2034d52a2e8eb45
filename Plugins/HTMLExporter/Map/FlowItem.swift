// SPDX-License-Identifier: Apache-2.0

/// Something that fills a width it is given and then has a height, such as a domain's cell.
protocol FlowItem {
    /// The least width it can do with.
    var leastWidth: Double { get }
    /// The width beyond which it would stay empty.
    var greatestWidth: Double { get }
    /// What it needs at a width, exactly.
    func measure(width: Double) -> FlowMeasure
    /// What it needs at about a width, cheaper where it can be; enough to compare arrangements by.
    func estimate(width: Double) -> FlowMeasure
}

/// What an item needs at a width.
struct FlowMeasure: Hashable, Sendable {
    /// The height.
    var height: Double
    /// How badly the width suits, as an area of the map that one would give to be rid of it.
    var penalty: Double
}

/// Estimates of items at the widths of a grid, each made at the first question; belongs to one layout at a time.
final class EstimateTable {
    /// The distance of widths.
    static let step = 8.0

    private var rows: [[FlowMeasure?]]

    /// Makes an empty table for so many items.
    init(items: Int) { rows = Array(repeating: [], count: items) }

    /// The estimate of an item at a width of so many steps.
    func estimate(_ item: Int, steps: Int, make: (Double) -> FlowMeasure) -> FlowMeasure {
        if steps < rows[item].count {
            if let known = rows[item][steps] { return known }
        } else {
            rows[item] += Array(repeating: nil, count: steps + 1 - rows[item].count)
        }
        let made = make(Double(steps) * Self.step)
        rows[item][steps] = made
        return made
    }
}
