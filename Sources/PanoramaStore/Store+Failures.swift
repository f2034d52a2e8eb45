// SPDX-License-Identifier: Apache-2.0

import GRDB

extension Store {
    /// A landscape whose last try failed.
    package struct LandscapeFailure: Hashable, Sendable {
        /// The landscape.
        package var landscape: String
        /// Why it could not be made.
        package var reason: String
        /// When that was tried, ISO 8601 in UTC.
        package var failedAt: String

        package init(landscape: String, reason: String, failedAt: String) {
            self.landscape = landscape
            self.reason = reason
            self.failedAt = failedAt
        }
    }

    /// Notes which landscapes could not be made when all were tried last; of all others no failure is known then.
    package func record(_ failures: [LandscapeFailure]) throws {
        if try failures.isEmpty && self.failures().isEmpty { return }
        try database.write { database in
            try database.execute(sql: "DELETE FROM failures")
            for failure in failures {
                try database.execute(
                    sql: "INSERT INTO failures VALUES (?, ?, ?)",
                    arguments: [failure.landscape, failure.reason, failure.failedAt]
                )
            }
        }
    }

    /// The landscapes whose last try failed, in order.
    package func failures() throws -> [LandscapeFailure] {
        try database.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM failures ORDER BY landscape").map { row in
                LandscapeFailure(landscape: row["landscape"], reason: row["reason"], failedAt: row["failed_at"])
            }
        }
    }
}
