// SPDX-License-Identifier: Apache-2.0

import GRDB

extension Schema {
    /// Takes snapshots out that are kept in a form which is no longer read, and notes which they were.
    ///
    /// Files of the inbox wait to be read again. A snapshot whose file is not there any more stays noted, see
    /// ``Store/outdated()``. Foreign keys don't act in a migration, but are checked at its end.
    static func setAside(_ kinds: [String], _ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE IF NOT EXISTS outdated (
                    sha256 TEXT PRIMARY KEY NOT NULL,
                    kind TEXT NOT NULL,
                    source TEXT NOT NULL,
                    bytes INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID
                """
        )
        for kind in kinds {
            try database.execute(
                sql: "INSERT OR IGNORE INTO outdated SELECT sha256, kind, source, bytes FROM snapshots WHERE kind = ?",
                arguments: [kind]
            )
            try database.execute(sql: "DELETE FROM snapshots WHERE kind = ?", arguments: [kind])
        }
        try database.execute(
            sql: """
                DELETE FROM snapshot_months WHERE sha256 NOT IN (SELECT sha256 FROM snapshots);
                UPDATE files SET state = 'waiting', sha256 = NULL, reason = NULL WHERE state IN ('done', 'duplicate');
                """
        )
    }
}
