// SPDX-License-Identifier: Apache-2.0

import GRDB
package import PanoramaModel

extension Store {
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

    /// The repository that a name means, without regard to case: the one that bore it last; `nil` when none did.
    package func repository(named name: String) throws -> RepositoryID? {
        try database.read { database in
            try Int64.fetchOne(
                database,
                sql: """
                    SELECT id FROM repository_names WHERE name = ? COLLATE NOCASE ORDER BY last DESC, first DESC, id DESC LIMIT 1
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
