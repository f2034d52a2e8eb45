// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
package import PanoramaModel

extension Store {
    /// A name that an id bore, with the first and last time it was seen, in seconds since 1970-01-01T00:00:00Z.
    package typealias NameRow = (id: Int64, name: String, first: Int64, last: Int64)

    /// The table of names of developers or of repositories.
    package enum NameSubject: String, Sendable {
        /// Logins.
        case developers = "developer_names"
        /// `owner/name`.
        case repositories = "repository_names"
    }

    /// What remains to be kept of some lists: the names of each that do not follow from its segment and the first names.
    package typealias Exceptions = [SnapshotList: [UInt8]]

    /// Folds names into the tables, best in the order of id and name, and ends the wait of the lists they come from.
    ///
    /// - Parameters:
    ///   - developers: names of developers, each once.
    ///   - repositories: names of repositories, likewise.
    ///   - lists: the lists they come from.
    ///   - exceptions: what is kept of each list in place of it, made from those rows that are not the first name of their
    ///     id; a list that it leaves out is kept whole.
    /// - Throws: what `exceptions` throws; nothing was folded then.
    /// - Complexity: O(names · log(names known)).
    package func fold(
        developers: [NameRow],
        repositories: [NameRow],
        from lists: [SnapshotList],
        leaving exceptions: (_ developers: [NameRow], _ repositories: [NameRow]) throws -> Exceptions = { _, _ in [:] }
    ) throws {
        try fold(lists) { database in
            let developers = try Self.upsert(developers, into: .developers, database)
            let repositories = try Self.upsert(repositories, into: .repositories, database)
            return try exceptions(developers, repositories)
        }
    }

    /// Merges names into a table; the first row of an id that has none is its first name.
    ///
    /// - Returns: the rows that are not the first name of their id.
    @discardableResult
    static func upsert(_ names: [NameRow], into subject: NameSubject, _ database: Database) throws -> [NameRow] {
        // Most names are first names that are known, or names of new ids. Statements that could write several rows, as all
        // are that return what they wrote, take several times as long: SQLite keeps what they may have to undo.
        let known = try database.makeStatement(
            sql: """
                UPDATE \(subject.rawValue) SET first = min(first, ?), last = max(last, ?)
                WHERE id = ? AND name = ? AND is_first
                """
        )
        // Where the id has a name, `is_first` would be NULL, which is ignored.
        let new = try database.makeStatement(
            sql: """
                INSERT OR IGNORE INTO \(subject.rawValue) (first, last, id, name, is_first)
                VALUES (?, ?, ?, ?, (SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM \(subject.rawValue) WHERE id = ?)))
                """
        )
        let later = try database.makeStatement(
            sql: """
                INSERT INTO \(subject.rawValue) (first, last, id, name, is_first) VALUES (?, ?, ?, ?, 0)
                ON CONFLICT (id, name) DO UPDATE SET first = min(first, excluded.first), last = max(last, excluded.last)
                """
        )
        return try names.filter { row in
            let arguments: StatementArguments = [row.first, row.last, row.id, row.name]
            known.setUncheckedArguments(arguments)
            try known.execute()
            if database.changesCount > 0 { return false }
            new.setUncheckedArguments(arguments + [row.id])
            try new.execute()
            if database.changesCount > 0 { return false }
            later.setUncheckedArguments(arguments)
            try later.execute()
            return true
        }
    }

    /// The first names of some ids: the one of each that was folded before all others, so that lists need not say it.
    ///
    /// Which that is depends on the order in which files came; nothing that is shown may.
    ///
    /// - Complexity: O(ids · log(names known)).
    package func firstNames(of ids: some Collection<Int64>, _ subject: NameSubject) throws -> [Int64: String] {
        try database.read { database in
            // As bytes, since a text that is read as one ends where a byte is 0.
            let statement = try database.makeStatement(
                sql: "SELECT CAST(name AS BLOB) FROM \(subject.rawValue) WHERE id = ? AND is_first"
            )
            var names: [Int64: String] = [:]
            for id in ids {
                statement.setUncheckedArguments([id])
                names[id] = try Data.fetchOne(statement).map { String(decoding: $0, as: UTF8.self) }
            }
            return names
        }
    }

    /// All ids that have a name.
    ///
    /// - Complexity: O(names known).
    package func ids(_ subject: NameSubject) throws -> Set<Int64> {
        try database.read { try Set(Int64.fetchCursor($0, sql: "SELECT id FROM \(subject.rawValue)")) }
    }

    /// Who bore a name, with the first and last time it was seen under it.
    package typealias Bearer = (id: Int64, first: Int64, last: Int64)

    /// Hands on every id that stands for a name alone, ascending, with those who bore the name, by the first time, then id;
    /// names that nobody bore are passed over.
    ///
    /// One query for all, in the order of the table: a name stands in many months, and is looked up once for them.
    ///
    /// - Complexity: O(stand-ins · log(names known) + bearers · log(bearers of a name)).
    package func forEachStandIn(
        _ subject: NameSubject,
        _ body: (Int64, [Bearer]) throws -> Void
    ) throws {
        try database.read { database in
            // Spellings of a name differ in case alone, so one of them finds all who bore any: were each to find them,
            // names of many spellings would cost the square of these.
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT name.id, bearer.id, bearer.first, bearer.last
                    FROM \(subject.rawValue) AS name
                    CROSS JOIN \(subject.rawValue) AS bearer ON bearer.name = name.name COLLATE NOCASE AND bearer.id > 0
                    WHERE name.id < 0
                        AND name.name = (SELECT MIN(name) FROM \(subject.rawValue) AS least WHERE least.id = name.id)
                    ORDER BY name.id
                    """
            )
            var standIn: Int64 = 0
            var found: [Bearer] = []
            func handOn() throws {
                if !found.isEmpty { try body(standIn, Self.united(found)) }
                found.removeAll(keepingCapacity: true)
            }
            while let row = try rows.next() {
                let id: Int64 = row[0]
                if id != standIn {
                    try handOn()
                    standIn = id
                }
                found.append((row[1], row[2], row[3]))
            }
            try handOn()
        }
    }

    /// Bearers by the first time, then id, each once whatever spellings it bore.
    static func united(_ found: [Bearer]) -> [Bearer] {
        guard found.count > 1 else { return found }
        var bearers: [Bearer] = []
        for bearer in found.sorted(by: { $0.id < $1.id }) {
            if let last = bearers.last, last.id == bearer.id {
                bearers[bearers.count - 1].first = min(last.first, bearer.first)
                bearers[bearers.count - 1].last = max(last.last, bearer.last)
            } else {
                bearers.append(bearer)
            }
        }
        return bearers.sorted { ($0.first, $0.id) < ($1.first, $1.id) }
    }

    /// The names each of some repositories bore, oldest first; the last is the newest known.
    ///
    /// Ordered by the last time a name was seen, then the first, then the name, so that the answer does not depend on the
    /// order in which files arrived.
    package func names(of repositories: some Collection<RepositoryID>) throws -> [RepositoryID: [String]] {
        try database.read { database in
            let statement = try database.cachedStatement(
                sql: "SELECT name FROM repository_names WHERE id = ? ORDER BY last, first, name"
            )
            var result: [RepositoryID: [String]] = [:]
            for id in repositories {
                let names = try String.fetchAll(statement, arguments: [id.rawValue])
                if !names.isEmpty { result[id] = names }
            }
            return result
        }
    }

    /// The repository that a name means, without regard to case: the one that bore it last, one with
    /// GitHub's number before one known by name alone; `nil` when none did.
    package func repository(named name: String) throws -> RepositoryID? {
        try database.read { database in
            try Int64.fetchOne(
                database,
                sql: """
                    SELECT id FROM repository_names WHERE name = ? COLLATE NOCASE
                    ORDER BY id > 0 DESC, last DESC, first DESC, id DESC LIMIT 1
                    """,
                arguments: [name]
            ).map(RepositoryID.init(rawValue:))
        }
    }

    /// The accounts that ever bore one of some logins, without regard to case, by number.
    package func developers(named logins: [String]) throws -> [DeveloperID] {
        try database.read { database in
            var found: Set<Int64> = []
            for login in logins {
                found.formUnion(
                    try Int64.fetchAll(
                        database,
                        sql: "SELECT id FROM developer_names WHERE name = ? COLLATE NOCASE",
                        arguments: [login]
                    )
                )
            }
            return found.sorted().map(DeveloperID.init(rawValue:))
        }
    }
}
