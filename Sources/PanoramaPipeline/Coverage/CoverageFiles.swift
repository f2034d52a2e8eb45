// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel
import PanoramaPluginKit

/// The coverage of a landscape's months as the two files that every edition has.
struct CoverageFiles {
    static let tablePath = "coverage.csv"
    static let documentPath = "coverage.json"

    private let landscape: Landscape
    private let months: [MonthCoverage]

    init(_ landscape: Landscape, _ months: [MonthCoverage]) {
        self.landscape = landscape
        self.months = months
    }

    /// The files, by path.
    var files: [ExportedFile] {
        get throws {
            [
                ExportedFile(path: Self.tablePath, text: table),
                ExportedFile(path: Self.documentPath, bytes: try document),
            ]
        }
    }

    /// A line a month; a cell is empty where the number is not known.
    private var table: String {
        let types = EventType.allCases
        var lines = [["month", "state", "hours_present", "hours_possible", "events"] + types.map(\.name) + ["reasons"]]
        for month in months {
            lines.append(
                ["\(month.month)", month.state.rawValue, Self.cell(month.hoursPresent), "\(month.hoursPossible)"]
                    + [Self.cell(month.events)] + types.map { Self.cell(month.eventsByType?[$0]) }
                    + [Self.cell(month.reasons.joined(separator: " "))]
            )
        }
        return lines.map { $0.joined(separator: ",") + "\n" }.joined()
    }

    private static func cell(_ number: Int?) -> String { number.map { "\($0)" } ?? "" }

    /// Text as RFC 4180 has it; with an apostrophe before it where a spreadsheet would take it for a formula.
    static func cell(_ text: String) -> String {
        let isFormula = text.unicodeScalars.first.map { "=+-@\t\r\n".unicodeScalars.contains($0) } ?? false
        let safe = isFormula ? "'" + text : text
        guard safe.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return safe }
        var quoted = "\""
        for scalar in safe.unicodeScalars {
            if scalar == "\"" { quoted += "\"" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    /// The same with the spans of missing hours.
    private var document: [UInt8] {
        get throws {
            struct Document: Encodable {
                var landscape: String
                var edition: String
                var scores: String
                var months: [MonthCoverage]
            }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            let document = Document(
                landscape: landscape.id,
                edition: landscape.edition,
                scores: landscape.scores,
                months: months
            )
            return Array(try encoder.encode(document)) + [UInt8(ascii: "\n")]
        }
    }
}
