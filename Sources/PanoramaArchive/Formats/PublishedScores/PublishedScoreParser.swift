// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Reads published scores from CSV: a head line with `repository`, `month` and `openrank`, maybe `repo_id` and `vintage`.
///
/// Columns may stand in any order; other columns are refused, since they might change what a row means.
struct PublishedScoreParser {
    private static let known = ["repo_id", "repository", "month", "openrank", "vintage"]

    private let columns: [String]
    private let months: ClosedRange<Month>

    /// Reads the head line; `nil` when it is not that of published scores.
    init?(head: some Collection<UInt8>, plausible: ClosedRange<Int64>) {
        guard let names = CSVRecord.columns(head: head) else { return nil }
        guard ["repository", "month", "openrank"].allSatisfy(names.contains), Set(names).count == names.count,
            names.allSatisfy(Self.known.contains)
        else { return nil }
        columns = names
        months = Month(epochSeconds: plausible.lowerBound)...Month(epochSeconds: plausible.upperBound)
    }

    /// Reads a row.
    ///
    /// - Throws: the reason why the row is no good.
    func parse(_ line: some Collection<UInt8>) throws(RowError) -> PublishedScore {
        guard let fields = CSVRecord.fields(line, limit: columns.count) else {
            throw RowError("a quote is not closed or stands amid a field")
        }
        guard fields.count == columns.count else {
            let found = fields.count > columns.count ? "more" : "\(fields.count)"
            throw RowError("expected \(columns.count) fields, found \(found)")
        }
        var score = PublishedScore(vintage: "", id: nil, repository: "", month: Month(ordinal: 0), openrank: 0)
        for (column, field) in zip(columns, fields) {
            switch column {
            case "repo_id":
                guard !field.isEmpty else { continue }
                guard let id = Int64(field), id > 0 else {
                    throw RowError("repo_id is not a positive number", field)
                }
                score.id = id
            case "repository":
                guard RepositoryReference.isName(field) else {
                    throw RowError("repository is not owner/name", field)
                }
                score.repository = field
            case "month":
                guard let month = Month(field) else { throw RowError("month is not YYYY-MM", field) }
                guard months.contains(month) else {
                    throw RowError("month is before GitHub began or after now: \(month)")
                }
                score.month = month
            case "openrank":
                guard let value = Double(field), (0...1e12).contains(value) else {
                    throw RowError("openrank is not a number from 0 to 1e12", field)
                }
                score.openrank = value
            default:
                score.vintage = field
            }
        }
        return score
    }

    /// Why a row is no good.
    struct RowError: Error {
        let reason: String

        init(_ reason: String) { self.reason = reason }

        /// A reason with the field it is about.
        init(_ reason: String, _ field: String) { self.init("\(reason): \(CSVRecord.quoted(field.utf8))") }
    }
}
