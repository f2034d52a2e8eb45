// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
package import PanoramaModel

extension Store {
    /// Folds facts of repositories into their table, best by the repositories' numbers, and ends the wait of the lists they
    /// come from.
    ///
    /// What is known of a repository already is merged with what is new, so the order of folding does not show.
    ///
    /// - Complexity: O(facts · log(repositories known)).
    package func fold(facts: some Sequence<RepositoryFacts>, from lists: [SnapshotList]) throws {
        try fold(lists) { database in
            if try Self.upsert(facts, database) {
                try database.execute(sql: "UPDATE facts_revision SET number = number + 1")
            }
            return [:]
        }
    }

    /// Merges facts into their table; whether anything changed.
    static func upsert(_ facts: some Sequence<RepositoryFacts>, _ database: Database) throws -> Bool {
        let known = try database.makeStatement(sql: "SELECT * FROM repository_facts WHERE id = ?")
        let placeholders = Array(repeating: "?", count: 13).joined(separator: ", ")
        let upsert = try database.makeStatement(sql: "REPLACE INTO repository_facts VALUES (\(placeholders))")
        var hasChanges = false
        for new in facts {
            var facts = new
            known.setUncheckedArguments([new.id.rawValue])
            if let row = try Row.fetchOne(known) {
                let old = RepositoryFacts(row)
                facts.merge(old)
                if facts.isIdentical(to: old) { continue }
            }
            upsert.setUncheckedArguments(try facts.columns)
            try upsert.execute()
            hasChanges = true
        }
        return hasChanges
    }

    /// What is known of some repositories.
    package func facts(of repositories: some Collection<RepositoryID>) throws -> [RepositoryID: RepositoryFacts] {
        try database.read { database in
            let statement = try database.makeStatement(sql: "SELECT * FROM repository_facts WHERE id = ?")
            var result: [RepositoryID: RepositoryFacts] = [:]
            for id in repositories {
                statement.setUncheckedArguments([id.rawValue])
                if let row = try Row.fetchOne(statement) { result[id] = RepositoryFacts(row) }
            }
            return result
        }
    }

    /// All repositories of which something is known.
    ///
    /// - Complexity: O(repositories known).
    package func idsWithFacts() throws -> Set<RepositoryID> {
        try database.read { database in
            let ids = try Int64.fetchAll(database, sql: "SELECT id FROM repository_facts")
            return Set(ids.lazy.map(RepositoryID.init(rawValue:)))
        }
    }

    /// A number that grows whenever something new becomes known of any repository.
    package func factsRevision() throws -> Int {
        try database.read { try Int.fetchOne($0, sql: "SELECT number FROM facts_revision") ?? 0 }
    }
}

extension RepositoryFacts {
    /// Reads a row; lists that cannot be read count as not given.
    fileprivate init(_ row: Row) {
        self.init(id: RepositoryID(rawValue: row[0]), seen: row[1])
        name = row[2]
        description = row[3]
        language = row[4]
        topics = (row[5] as String?).flatMap { Self.decode([String].self, $0) }
        stars = row[6]
        forks = row[7]
        licence = row[8]
        createdAt = row[9]
        isArchived = row[10]
        isFork = row[11]
        for (field, time) in (row[12] as String?).flatMap({ Self.decode([Field: Int64].self, $0) }) ?? [:] {
            date(field, time)
        }
    }

    /// The row.
    fileprivate var columns: StatementArguments {
        get throws {
            [
                id.rawValue, seen, name, description, language, try topics.map(Self.encode), stars, forks, licence,
                createdAt, isArchived, isFork, older.isEmpty ? nil : try Self.encode(older),
            ]
        }
    }

    private static func decode<Value: Decodable>(_ type: Value.Type, _ text: String) -> Value? {
        try? JSONDecoder().decode(type, from: Data(text.utf8))
    }

    private static func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
