// SPDX-License-Identifier: Apache-2.0

/// A table for people: columns as wide as their widest cell, two spaces between them.
struct TextTable {
    private var rows: [[String]] = []
    private let isNumeric: [Bool]

    /// Starts a table; numeric columns are aligned to the right.
    init(numeric: [Bool]) { isNumeric = numeric }

    /// Adds a row, one cell a column.
    mutating func add(_ cells: String...) { rows.append(cells) }

    /// The lines, indented by two spaces.
    var lines: [String] {
        let widths = isNumeric.indices.map { column in
            rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
        }
        return rows.map { row in
            var line = " "
            for (column, cell) in row.enumerated() where widths.indices.contains(column) {
                let space = String(repeating: " ", count: widths[column] - cell.count)
                line += " " + (isNumeric[column] ? space + cell : cell + space) + " "
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}
