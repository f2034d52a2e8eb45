// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Reads rows of counted pairs.
///
/// A row without a number for its developer or repository is keyed by login or name. What a row does not say is 0; which
/// pairs are valid and active is derived from the counts where it does not say that.
@safe struct CountedPairParser: ~Copyable {
    let head: CountedPairHead
    private let months: ClosedRange<Month>
    private var fields: FieldSplitter
    /// The last month that was read, since the next row is likely to have it too.
    private(set) var recent: (digits: UInt64, month: Month)

    /// Makes a parser that takes rows of some months.
    init(_ head: CountedPairHead, months: ClosedRange<Month>) {
        self.head = head
        self.months = months
        fields = FieldSplitter(expected: head.columns.count)
        // More than seven bytes can mean: no row has the month of a row before the first.
        recent = (.max, months.lowerBound)
    }

    /// Reads a row.
    ///
    /// - Throws: the reason why the row is no good.
    mutating func parse(_ line: UnsafeRawBufferPointer) throws(RowError) -> CountedPairRow {
        if let row = unsafe plainRow(line) { return row }
        return try unsafe parseFields(line)
    }

    /// Reads a row whatever way it is written.
    ///
    /// - Throws: the reason why the row is no good.
    mutating func parseFields(_ line: UnsafeRawBufferPointer) throws(RowError) -> CountedPairRow {
        guard unsafe fields.split(line) else { throw RowError("a quote is not closed or stands amid a field") }
        guard fields.count == head.columns.count else {
            let found = fields.count > head.columns.count ? "more" : "\(fields.count)"
            throw RowError("expected \(head.columns.count) fields, found \(found)")
        }
        var row = CountedPairRow(month: recent.month)
        var (isValid, isActive): (Bool?, Bool?) = (nil, nil)
        for index in head.columns.indices {
            let field = unsafe fields[index]
            switch head.columns[index] {
            case .count(let counter):
                guard let value = unsafe number(field), let count = UInt32(exactly: value) else {
                    throw unsafe RowError("\(counter.rawValue) is not a number from 0 to 4294967295", field)
                }
                if count > 0 { row.pair.counts[counter] = count }
            case .month: row.month = try unsafe month(field)
            case .developerID: row.pair.developer = DeveloperID(rawValue: try unsafe id(field, "developer_id"))
            case .repositoryID: row.pair.repository = RepositoryID(rawValue: try unsafe id(field, "repository_id"))
            case .developerLogin: unsafe row.login = field
            case .repositoryName: unsafe row.repositoryName = field
            case .valid: isValid = try unsafe flag(field, "valid")
            case .active: isActive = try unsafe flag(field, "active")
            }
        }
        row.pair.isValid = isValid ?? row.pair.counts.makeValid
        row.pair.isActive = isActive ?? row.pair.counts.makeActive
        try identify(&row)
        return row
    }

    /// Checks names, and keys what has no number by them.
    ///
    /// The feed has had repositories with a number and a name such as `/`; those are known by the number alone.
    private func identify(_ row: inout CountedPairRow) throws(RowError) {
        if unsafe !row.login.isEmpty {
            guard unsafe row.login.isLogin else { throw unsafe RowError("developer_login is none", row.login) }
            row.pair.isBot = unsafe row.login.isLoginOfBot
        }
        if row.pair.developer.rawValue == 0 {
            guard unsafe !row.login.isEmpty else {
                throw RowError("the developer has neither a number nor a login")
            }
            row.pair.developer = unsafe .unidentified(bytes: row.login)
        }
        let isNamed = unsafe row.repositoryName.isRepositoryName
        if row.pair.repository.rawValue == 0 {
            guard unsafe !row.repositoryName.isEmpty else {
                throw RowError("the repository has neither a number nor a name")
            }
            guard isNamed else { throw unsafe RowError("repository_name is not owner/name", row.repositoryName) }
            row.pair.repository = unsafe .unidentified(bytes: row.repositoryName)
        } else if !isNamed {
            unsafe row.repositoryName = UnsafeRawBufferPointer(start: nil, count: 0)
        }
    }

    private mutating func month(_ field: UnsafeRawBufferPointer) throws(RowError) -> Month {
        guard field.count == 7 else { throw unsafe RowError("month is not YYYY-MM", field) }
        let digits = unsafe field.sevenBytes(at: 0)
        if digits == recent.digits { return recent.month }
        guard let month = unsafe Month(String(decoding: field, as: UTF8.self)) else {
            throw unsafe RowError("month is not YYYY-MM", field)
        }
        guard months.contains(month) else {
            throw RowError("month is before GitHub began or after now: \(month)")
        }
        recent = (digits, month)
        return month
    }

    /// A number of GitHub's; 0 where the field is empty.
    private func id(_ field: UnsafeRawBufferPointer, _ name: String) throws(RowError) -> Int64 {
        guard unsafe !field.isEmpty else { return 0 }
        guard let value = unsafe number(field), let id = Int64(exactly: value), id > 0 else {
            throw unsafe RowError("\(name) is not a positive number of 63 bits", field)
        }
        return id
    }

    private func flag(_ field: UnsafeRawBufferPointer, _ name: String) throws(RowError) -> Bool? {
        guard unsafe !field.isEmpty else { return nil }
        guard field.count == 1, let digit = unsafe number(field), digit <= 1 else {
            throw unsafe RowError("\(name) is neither 0 nor 1", field)
        }
        return digit == 1
    }

    /// The number that digits mean, 0 for none; `nil` for anything else and for more than 19 of them.
    private func number(_ field: UnsafeRawBufferPointer) -> UInt64? {
        guard field.count <= 19 else { return nil }
        var value: UInt64 = 0
        for index in field.indices {
            let digit = unsafe field[index] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = value * 10 + UInt64(digit)
        }
        return value
    }

    /// Why a row is no good.
    struct RowError: Error {
        let reason: String

        init(_ reason: String) { self.reason = reason }

        /// A reason with the field it is about.
        init(_ reason: String, _ field: UnsafeRawBufferPointer) {
            unsafe self.init("\(reason): \(CSVRecord.quoted(field))")
        }
    }
}

extension ActivityCounts {
    /// Whether any of what was done makes a pair valid, as far as counts can tell.
    var makeValid: Bool {
        issuesOpened > 0 || issuesClosed > 0 || issueComments > 0 || reviewComments > 0 || pullRequestsOpened > 0
            || pullRequestsClosed > 0
    }

    /// Whether any of it is collaboration.
    var makeActive: Bool { makeValid || reviews > 0 }
}
