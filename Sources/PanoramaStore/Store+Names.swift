// SPDX-License-Identifier: Apache-2.0

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

    /// Folds names into the tables, best in the order of id and name, and ends the wait of the lists they come from.
    ///
    /// - Complexity: O(names · log(names known)).
    package func fold(
        developers: [NameRow],
        repositories: [NameRow],
        from lists: [PendingList]
    ) throws {
        try fold(lists) { database in
            try Self.upsert(developers, into: .developers, database)
            try Self.upsert(repositories, into: .repositories, database)
        }
    }

    private static func upsert(_ names: [NameRow], into subject: NameSubject, _ database: Database) throws {
        let statement = try database.makeStatement(
            sql: """
                INSERT INTO \(subject.rawValue) VALUES (?, ?, ?, ?)
                ON CONFLICT (id, name) DO UPDATE SET first = min(first, excluded.first), last = max(last, excluded.last)
                WHERE excluded.first < first OR excluded.last > last
                """
        )
        for row in names {
            statement.setUncheckedArguments([row.id, row.name, row.first, row.last])
            try statement.execute()
        }
    }

    /// Who bore the names of some ids that stand for names alone, each with the first and last time it was seen under the
    /// name, by the first, then id.
    package func bearers(
        of standIns: some Sequence<Int64>,
        _ subject: NameSubject
    ) throws -> [Int64: [(id: Int64, first: Int64, last: Int64)]] {
        try database.read { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT bearer.id, MIN(bearer.first) AS first, MAX(bearer.last) AS last
                    FROM \(subject.rawValue) AS name
                    JOIN \(subject.rawValue) AS bearer ON bearer.name = name.name COLLATE NOCASE AND bearer.id > 0
                    WHERE name.id = ? GROUP BY bearer.id ORDER BY first, bearer.id
                    """
            )
            var result: [Int64: [(id: Int64, first: Int64, last: Int64)]] = [:]
            for standIn in standIns {
                let rows = try Row.fetchAll(statement, arguments: [standIn])
                if !rows.isEmpty { result[standIn] = rows.map { (id: $0[0], first: $0[1], last: $0[2]) } }
            }
            return result
        }
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
