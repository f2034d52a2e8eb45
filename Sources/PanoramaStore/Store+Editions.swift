// SPDX-License-Identifier: Apache-2.0

import GRDB

extension Store {
    /// An edition that was made.
    package struct EditionEntry: Hashable, Sendable {
        /// The landscape.
        package var landscape: String
        /// Its place among the landscape's editions, from 1; the name of its folder.
        package var number: Int
        /// The name derived from what it says.
        package var edition: String
        /// A key for all that went into it.
        package var inputs: String
        /// When it was made, ISO 8601 in UTC.
        package var madeAt: String

        package init(landscape: String, number: Int, edition: String, inputs: String, madeAt: String) {
            self.landscape = landscape
            self.number = number
            self.edition = edition
            self.inputs = inputs
            self.madeAt = madeAt
        }
    }

    /// Notes an edition, and what went wrong with plugins while it was made, by plugin; its landscape did not fail then.
    package func record(_ edition: EditionEntry, problems: [(plugin: String, message: String)]) throws {
        try database.write { database in
            try database.execute(
                sql: "INSERT OR REPLACE INTO editions VALUES (?, ?, ?, ?, ?)",
                arguments: [edition.landscape, edition.number, edition.edition, edition.madeAt, edition.inputs]
            )
            try database.execute(sql: "DELETE FROM failures WHERE landscape = ?", arguments: [edition.landscape])
            try database.execute(sql: "DELETE FROM problems WHERE landscape = ?", arguments: [edition.landscape])
            for problem in problems {
                try database.execute(
                    sql: "INSERT OR REPLACE INTO problems VALUES (?, ?, ?)",
                    arguments: [edition.landscape, problem.plugin, problem.message]
                )
            }
        }
    }

    /// Notes that an edition says the same of other inputs.
    package func record(inputs: String, of edition: EditionEntry) throws {
        try database.write { database in
            try database.execute(
                sql: "UPDATE editions SET inputs = ? WHERE landscape = ? AND number = ?",
                arguments: [inputs, edition.landscape, edition.number]
            )
        }
    }

    /// The newest edition of each landscape, by landscape.
    package func latestEditions() throws -> [EditionEntry] {
        try database.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM editions AS e
                    WHERE number = (SELECT MAX(number) FROM editions WHERE landscape = e.landscape) ORDER BY landscape
                    """
            ).map { row in
                EditionEntry(
                    landscape: row["landscape"],
                    number: row["number"],
                    edition: row["edition"],
                    inputs: row["inputs"],
                    madeAt: row["made_at"]
                )
            }
        }
    }

    /// What went wrong with plugins in the newest edition of each landscape.
    package func problems() throws -> [(landscape: String, plugin: String, message: String)] {
        try database.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM problems ORDER BY landscape, plugin").map { row in
                (landscape: row["landscape"], plugin: row["plugin"], message: row["message"])
            }
        }
    }
}
