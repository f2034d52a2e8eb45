// SPDX-License-Identifier: Apache-2.0

import GRDB

extension Store {
    /// Who bore a name, without regard to case, by the first time, then id; what is known by name alone is among them, with
    /// its negative id.
    ///
    /// - Complexity: O(bearers · log(names known)).
    package func bearers(of name: String, _ subject: NameSubject) throws -> [Bearer] {
        try database.read { database in
            let rows = try Row.fetchAll(
                database,
                sql: "SELECT id, first, last FROM \(subject.rawValue) WHERE name = ? COLLATE NOCASE",
                arguments: [name]
            )
            let found = rows.map { row -> Bearer in (row[0], row[1], row[2]) }
            return Self.united(found).sorted { ($0.first, $0.id) < ($1.first, $1.id) }
        }
    }

    /// The names that an id bore with their times, oldest first; the last is the newest known.
    package func names(of id: Int64, _ subject: NameSubject) throws -> [NameRow] {
        try database.read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT id, name, first, last FROM \(subject.rawValue) WHERE id = ? ORDER BY last, first, name",
                arguments: [id]
            ).map { ($0[0], $0[1], $0[2], $0[3]) }
        }
    }

    /// The newest known name of each of some ids; those without any are left out.
    ///
    /// - Complexity: O(ids · log(names known)).
    package func newestNames(of ids: some Collection<Int64>, _ subject: NameSubject) throws -> [Int64: String] {
        try database.read { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT name FROM \(subject.rawValue) WHERE id = ?
                    ORDER BY last DESC, first DESC, name DESC LIMIT 1
                    """
            )
            var names: [Int64: String] = [:]
            for id in ids {
                statement.setUncheckedArguments([id])
                names[id] = try String.fetchOne(statement)
            }
            return names
        }
    }

    /// Names that end in a text, without regard to case, in order; for guesses at what was meant.
    ///
    /// - Complexity: O(names known).
    package func names(endingIn text: String, _ subject: NameSubject, limit: Int) throws -> [String] {
        try database.read { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT DISTINCT name FROM \(subject.rawValue)
                    WHERE substr(name, -length(?)) = ? COLLATE NOCASE ORDER BY name LIMIT ?
                    """,
                arguments: [text, text, limit]
            )
        }
    }

    /// Names that begin with a text, without regard to the case of ASCII letters, in order; for guesses at what was meant.
    ///
    /// - Complexity: O(log(names known) + names found).
    package func names(beginningWith text: String, _ subject: NameSubject, limit: Int) throws -> [String] {
        try database.read { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT DISTINCT name FROM \(subject.rawValue)
                    WHERE name COLLATE NOCASE >= ?1 AND name COLLATE NOCASE < ?1 || char(0x10FFFF)
                    ORDER BY name COLLATE NOCASE, name LIMIT ?2
                    """,
                arguments: [text, limit]
            )
        }
    }
}
