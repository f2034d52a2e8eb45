// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// A node of a month as a line of the table of all scores.
struct ScoreRow {
    /// The names of the columns, in order; a contract, described in `Documentation/Explain.md`.
    static let columns = [
        "kind", "id", "name", "openrank", "rank", "start", "carried", "activity", "neighbours", "participants",
        "month", "preset", "marks",
    ]

    var kind: NodeKind
    var id: Int64
    var name: String?
    var score: Double
    var rank: Int
    /// The value it started the month with, and what of that was carried.
    var start: Double
    var carried: Double
    /// Activity of all its pairs that take part.
    var activity: Double
    /// The number of these pairs.
    var neighbours: Int
    /// Of a repository, developers with a collaboration event there.
    var participants: Int?
    /// What the whole table is of, so that a saved file can be traced.
    var origin: Origin

    /// The month, the rules and how far its numbers can be trusted.
    struct Origin {
        var month: Month
        /// The scoring preset with its overrides.
        var preset: String
        var marks: [MonthMark]

        fileprivate var cells: [String] {
            ["\(month)", CoverageFiles.cell(preset), marks.map(\.rawValue).joined(separator: " ")]
        }
    }

    /// The row as RFC 4180 has it, with its line feed.
    var line: String {
        let decimals = Standing.decimals
        let cells = [
            kind.rawValue, id > 0 ? "\(id)" : "", name.map(CoverageFiles.cell) ?? "", score.fixed(decimals: decimals),
            "\(rank)", start.fixed(decimals: decimals), carried.fixed(decimals: decimals), activity.fixed(decimals: 3),
            "\(neighbours)", participants.map { "\($0)" } ?? "",
        ]
        return (cells + origin.cells).joined(separator: ",") + "\n"
    }
}
