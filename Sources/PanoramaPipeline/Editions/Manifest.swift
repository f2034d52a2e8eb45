// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// What an edition was made of and what it holds.
struct Manifest: Encodable {
    /// The files that every edition has, whatever exporters it has.
    static let hostPaths: Set<String> = ["manifest.json", CoverageFiles.tablePath, CoverageFiles.documentPath]

    struct Input: Encodable {
        var path: String
        var sha256: String
        var events: Int
        var accepted: Int
        var rejected: Int
    }

    struct File: Encodable {
        var path: String
        var bytes: Int
        var sha256: String
    }

    struct MonthEntry: Encodable {
        var month: Month
        var state: CoverageState
        var marks: [MonthMark]
        var hours: Int?
        var events: Int?
        var reasons: [String]

        init(_ status: MonthStatus) {
            month = status.month
            state = status.state
            marks = status.marks
            hours = status.hours
            events = status.events
            reasons = status.reasons
        }
    }

    struct Program: Encodable {
        var name = "panorama"
        var version: String
    }

    /// The name derived from inputs and configuration.
    var edition: String
    /// The key of the landscape.
    var landscape: String
    /// Its title.
    var title: String
    /// `computed` or `published`.
    var scores: String
    /// The scoring preset with its overrides, or the vintage.
    var preset: String
    /// The logins of accounts that count as bots beside those whose login ends in `[bot]`, without regard to case.
    var bots: [String]
    /// The months that projects are ranked over.
    var window: MonthSpan
    /// What is known of each month of the history.
    var months: [MonthEntry]
    /// SHA-256 of everything configured for the landscape.
    var configuration: String
    /// What made it.
    var program: Program
    /// When it was made, ISO 8601 in UTC; the only part that depends on time.
    var made: String
    /// The snapshots it rests on, by path.
    var inputs: [Input]
    /// The files beside the manifest, by path.
    var files: [File]
}
