// SPDX-License-Identifier: Apache-2.0

/// Searches where rows and columns break, on estimates at the widths of a grid.
struct RowSearch<Item: FlowItem> {
    /// A row under trial.
    struct Row {
        /// The items of each column.
        var columns: [Range<Int>]
        /// The widths of the columns.
        var widths: [Double]
        /// The height of the row.
        var height: Double
        /// What is wrong with it.
        var penalty: Double
        /// Its whole cost.
        var cost: Double
    }

    private let items: [Item]
    private let gap: Double
    private let stacking: Int
    private let table: EstimateTable
    /// The least widths of items and the greatest, in steps of the grid.
    private let bounds: [(least: Int, greatest: Int)]

    /// Takes items in order.
    init(items: [Item], gap: Double, stacking: Int) {
        self.items = items
        self.gap = gap
        self.stacking = stacking
        table = EstimateTable(items: items.count)
        bounds = items.map { item in
            let least = Int((item.leastWidth / EstimateTable.step).rounded(.up))
            return (least, max(least, Int((min(item.greatestWidth, 1e5) / EstimateTable.step).rounded(.up))))
        }
    }

    private var longestRow: Int { items.count > 40 ? 4 : items.count > 16 ? 5 : 6 }

    /// The best rows for a width.
    func rows(width: Double) -> [Row] {
        var best: [(cost: Double, row: Row?)] = [(0, nil)]
        for end in items.indices.map({ $0 + 1 }) {
            var found: (cost: Double, row: Row?) = (.infinity, nil)
            for start in max(0, end - longestRow)..<end {
                guard let row = bestRow(start..<end, width) else { continue }
                let cost = best[start].cost + row.cost
                if cost < found.cost { found = (cost, row) }
            }
            best.append(found)
        }
        var rows: [Row] = []
        var end = items.count
        while end > 0, let row = best[end].row, let first = row.columns.first {
            rows.append(row)
            end = first.lowerBound
        }
        return rows.reversed()
    }

    /// The best columns for the items of a row; `nil` when they don't fit side by side.
    private func bestRow(_ range: Range<Int>, _ width: Double) -> Row? {
        var best: Row?
        func extend(_ columns: [Range<Int>], from start: Int) {
            guard start < range.upperBound else {
                if let trial = row(columns, width), trial.cost < best?.cost ?? .infinity { best = trial }
                return
            }
            for end in (start + 1)...min(start + stacking, range.upperBound) {
                extend(columns + [start..<end], from: end)
            }
        }
        extend([], from: range.lowerBound)
        return best
    }

    /// A row of these columns, their widths shared out; `nil` when they don't fit side by side.
    private func row(_ columns: [Range<Int>], _ width: Double) -> Row? {
        let room = Int((width - Double(columns.count - 1) * gap) / EstimateTable.step)
        let least = columns.map { column in column.reduce(1) { max($0, bounds[$1].least) } }
        let greatest = columns.map { column in column.reduce(1) { max($0, bounds[$1].greatest) } }
        let steps: [Int]
        if columns.count == 1 {
            steps = [max(1, min(room, greatest[0]))]
        } else if greatest.reduce(0, +) <= room {
            steps = greatest
        } else if least.reduce(0, +) <= room {
            steps = share(columns, least, greatest, room)
        } else {
            return nil
        }
        var widths = steps.map { Double($0) * EstimateTable.step }
        // A column alone has all of the width, also where that is less than it asks for.
        if columns.count == 1 { widths = [min(widths[0], width)] }
        let cost = RowCost(
            widths: widths,
            heights: zip(columns, steps).map { height($0, $1) },
            penalties: zip(columns, steps).map { column, steps in
                column.reduce(0) { $0 + estimate($1, steps).penalty }
            },
            gap: gap,
            width: width
        )
        return Row(columns: columns, widths: widths, height: cost.height, penalty: cost.penalty, cost: cost.total)
    }

    /// Searches the height at which the least widths that reach it fill the room, and hands out what is left.
    private func share(_ columns: [Range<Int>], _ least: [Int], _ greatest: [Int], _ room: Int) -> [Int] {
        var low = 0.0
        var high = columns.indices.reduce(0) { max($0, height(columns[$1], least[$1])) }
        var best = least
        for _ in 0..<8 {
            let middle = (low + high) / 2
            let trial = columns.indices.map { leastSteps(columns[$0], least[$0], greatest[$0], reaching: middle) }
            if trial.reduce(0, +) <= room {
                best = trial
                high = middle
            } else {
                low = middle
            }
        }
        for _ in 0..<max(0, room - best.reduce(0, +)) {
            let heights = zip(columns, best).map { height($0, $1) }
            guard let highest = heights.indices.max(by: { heights[$0] < heights[$1] }) else { break }
            best[highest] += 1
        }
        return best
    }

    /// The least width at which a column is no higher than a limit, or the greatest it takes.
    private func leastSteps(_ column: Range<Int>, _ least: Int, _ greatest: Int, reaching limit: Double) -> Int {
        var (low, high) = (least, greatest)
        while low < high {
            let middle = (low + high) / 2
            if height(column, middle) <= limit { high = middle } else { low = middle + 1 }
        }
        return high
    }

    /// The height of items above one another.
    private func height(_ column: Range<Int>, _ steps: Int) -> Double {
        var sum = -gap
        for item in column { sum += estimate(item, steps).height + gap }
        return sum
    }

    private func estimate(_ item: Int, _ steps: Int) -> FlowMeasure {
        table.estimate(item, steps: steps) { items[item].estimate(width: $0) }
    }
}
