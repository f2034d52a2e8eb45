// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import PanoramaPluginKit

/// A cell of a table.
enum CSVCell {
    /// Nothing known.
    case empty
    /// A whole number.
    case integer(Int64)
    /// A number with four decimals.
    case number(Double)
    /// Text that somebody else wrote; never run by a spreadsheet.
    case text(String)

    /// Text, or an empty cell.
    static func optional(_ text: String?) -> CSVCell { text.map(CSVCell.text) ?? .empty }

    /// A number, or an empty cell.
    static func optional(_ number: Double?) -> CSVCell { number.map(CSVCell.number) ?? .empty }

    /// A whole number, or an empty cell.
    static func optional(_ number: Int?) -> CSVCell { number.map { .integer(Int64($0)) } ?? .empty }

    /// GitHub's number of a repository; empty when it is not known.
    static func id(_ id: RepositoryID) -> CSVCell { id.isIdentified ? .integer(id.rawValue) : .empty }

    /// Marks, joined by spaces.
    static func marks(_ marks: [MonthMark]) -> CSVCell { .text(marks.map(\.rawValue).joined(separator: " ")) }

    /// The cell as it is written.
    var text: String {
        switch self {
        case .empty: ""
        case .integer(let value): "\(value)"
        case .number(let value): value.isFinite ? value.fixed(decimals: 4) : ""
        case .text(let value): Self.quoted(Self.defused(value))
        }
    }

    /// The text with an apostrophe before it when a spreadsheet would take it for a formula.
    private static func defused(_ text: String) -> String {
        switch text.unicodeScalars.first {
        case "=", "+", "-", "@", "\t", "\r", "\n": "'" + text
        default: text
        }
    }

    /// The text in quotes when it holds what separates cells or lines.
    private static func quoted(_ text: String) -> String {
        // By code unit: a carriage return with a line feed is one character of Swift's.
        guard text.utf8.contains(where: { #",""#.utf8.contains($0) || $0 == 0x0a || $0 == 0x0d }) else { return text }
        var result = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { result += "\"" }
            result.unicodeScalars.append(scalar)
        }
        return result + "\""
    }
}

/// A table as a file: a line of column names, then one line a row, as RFC 4180 has it but for the line ends.
struct CSVTable {
    /// The names of the columns, in order.
    let columns: [String]
    private var text: String

    /// Starts a table.
    init(_ columns: String...) {
        self.columns = columns
        text = columns.joined(separator: ",") + "\n"
    }

    /// Adds a row, one cell a column.
    mutating func add(_ cells: [CSVCell]) {
        text += cells.map(\.text).joined(separator: ",") + "\n"
    }

    /// The table as a file.
    func file(_ path: String) -> ExportedFile { ExportedFile(path: path, text: text) }
}
