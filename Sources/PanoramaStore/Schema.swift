// SPDX-License-Identifier: Apache-2.0

import GRDB

/// The tables of the catalogue; a change is a new migration at the end.
enum Schema {
    /// Migrations that others took the place of; a state may have run them.
    private static let merged: Set<String> = ["2026-11-25 hours of snapshots"]

    /// Whether a catalogue was made by a newer version.
    static func isSuperseded(_ database: Database) throws -> Bool {
        let applied = try migrator.appliedIdentifiers(database)
        return !applied.isSubset(of: merged.union(migrator.migrations))
    }

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("2026-11-24") { database in
            try database.execute(
                sql: """
                    CREATE TABLE snapshots (
                        sha256 TEXT PRIMARY KEY NOT NULL,
                        kind TEXT NOT NULL,
                        path TEXT NOT NULL,
                        source TEXT NOT NULL,
                        bytes INTEGER NOT NULL,
                        events INTEGER NOT NULL,
                        accepted INTEGER NOT NULL,
                        rejected INTEGER NOT NULL,
                        samples TEXT NOT NULL,
                        comment TEXT NOT NULL,
                        segment_bytes INTEGER NOT NULL
                    ) STRICT, WITHOUT ROWID;
                    CREATE TABLE snapshot_months (
                        month INTEGER NOT NULL,
                        sha256 TEXT NOT NULL REFERENCES snapshots ON DELETE CASCADE,
                        records INTEGER NOT NULL,
                        PRIMARY KEY (month, sha256)
                    ) STRICT, WITHOUT ROWID;
                    CREATE TABLE snapshot_hours (
                        hour INTEGER NOT NULL,
                        sha256 TEXT NOT NULL REFERENCES snapshots ON DELETE CASCADE,
                        events INTEGER NOT NULL,
                        PRIMARY KEY (hour, sha256)
                    ) STRICT, WITHOUT ROWID;
                    CREATE TABLE files (
                        path TEXT PRIMARY KEY NOT NULL,
                        size INTEGER NOT NULL,
                        modified INTEGER NOT NULL,
                        changed INTEGER NOT NULL,
                        inode INTEGER NOT NULL,
                        state TEXT NOT NULL,
                        sha256 TEXT,
                        reason TEXT,
                        events INTEGER NOT NULL,
                        rejected INTEGER NOT NULL
                    ) STRICT, WITHOUT ROWID;
                    CREATE TABLE repository_names (
                        id INTEGER NOT NULL,
                        name TEXT NOT NULL,
                        first INTEGER NOT NULL,
                        last INTEGER NOT NULL,
                        PRIMARY KEY (id, name)
                    ) STRICT, WITHOUT ROWID;
                    CREATE INDEX repository_names_by_name ON repository_names (name COLLATE NOCASE);
                    CREATE TABLE developer_names (
                        id INTEGER NOT NULL,
                        name TEXT NOT NULL,
                        first INTEGER NOT NULL,
                        last INTEGER NOT NULL,
                        PRIMARY KEY (id, name)
                    ) STRICT, WITHOUT ROWID;
                    CREATE INDEX developer_names_by_name ON developer_names (name COLLATE NOCASE);
                    CREATE TABLE editions (
                        landscape TEXT NOT NULL,
                        number INTEGER NOT NULL,
                        edition TEXT NOT NULL,
                        made_at TEXT NOT NULL,
                        PRIMARY KEY (landscape, number)
                    ) STRICT, WITHOUT ROWID;
                    CREATE TABLE problems (
                        landscape TEXT NOT NULL,
                        plugin TEXT NOT NULL,
                        message TEXT NOT NULL,
                        PRIMARY KEY (landscape, plugin)
                    ) STRICT, WITHOUT ROWID;
                    """
            )
        }
        migrator.registerMigration("2026-11-24 hours are counted with the pairs") { database in
            try database.execute(sql: "DROP TABLE snapshot_hours")
        }
        migrator.registerMigration("2026-11-24 names wait beside the segments") { database in
            // Segments of events have another form.
            try setAside(["events"], database)
            try database.execute(
                sql: """
                    ALTER TABLE editions ADD COLUMN inputs TEXT NOT NULL DEFAULT '';
                    ALTER TABLE snapshots ADD COLUMN unidentified INTEGER NOT NULL DEFAULT 0;
                    CREATE TABLE pending (
                        list TEXT NOT NULL,
                        sha256 TEXT NOT NULL REFERENCES snapshots ON DELETE CASCADE,
                        PRIMARY KEY (list, sha256)
                    ) STRICT, WITHOUT ROWID;
                    """
            )
        }
        migrator.registerMigration("2026-11-24 facts of repositories") { database in
            try database.execute(
                sql: """
                    CREATE TABLE repository_facts (
                        id INTEGER PRIMARY KEY NOT NULL,
                        seen INTEGER NOT NULL,
                        name TEXT,
                        description TEXT,
                        language TEXT,
                        topics TEXT,
                        stars INTEGER,
                        forks INTEGER,
                        licence TEXT,
                        created_at INTEGER,
                        is_archived INTEGER,
                        is_fork INTEGER,
                        older TEXT
                    ) STRICT;
                    CREATE TABLE facts_revision (number INTEGER NOT NULL) STRICT;
                    INSERT INTO facts_revision VALUES (0);
                    """
            )
        }
        migrator.registerMigration("2026-11-24 snapshots are found by size") { database in
            try database.execute(sql: "CREATE INDEX snapshots_by_size ON snapshots (bytes)")
        }
        migrator.registerMigration("2026-11-25 lists and hours of snapshots", merging: merged) { database, _ in
            // Lists that were folded are gone, and which hours a snapshot holds is found out when it is read.
            try setAside(["events", "pairs", "repositories"], database)
            try database.execute(
                sql: """
                    DELETE FROM developer_names;
                    DELETE FROM repository_names;
                    ALTER TABLE developer_names ADD COLUMN is_first INTEGER NOT NULL DEFAULT 0;
                    ALTER TABLE repository_names ADD COLUMN is_first INTEGER NOT NULL DEFAULT 0;
                    DELETE FROM repository_facts;
                    UPDATE facts_revision SET number = number + 1;
                    DROP TABLE pending;
                    CREATE TABLE lists (
                        sha256 TEXT NOT NULL REFERENCES snapshots ON DELETE CASCADE,
                        list TEXT NOT NULL,
                        is_folded INTEGER NOT NULL,
                        exceptions BLOB,
                        PRIMARY KEY (sha256, list)
                    ) STRICT, WITHOUT ROWID;
                    CREATE INDEX lists_to_fold ON lists (list) WHERE is_folded = 0;
                    DROP TABLE IF EXISTS snapshot_hours;
                    CREATE TABLE snapshot_hours (
                        hour INTEGER NOT NULL,
                        sha256 TEXT NOT NULL REFERENCES snapshots ON DELETE CASCADE,
                        records INTEGER NOT NULL,
                        PRIMARY KEY (hour, sha256)
                    ) STRICT, WITHOUT ROWID;
                    """
            )
        }
        migrator.registerMigration("2026-11-25 counted pairs in blocks") { database in
            try setAside(["pairs"], database)
            try database.execute(
                sql: """
                    DELETE FROM lists WHERE sha256 NOT IN (SELECT sha256 FROM snapshots);
                    DELETE FROM snapshot_hours WHERE sha256 NOT IN (SELECT sha256 FROM snapshots);
                    """
            )
        }
        migrator.registerMigration("2026-11-25 failures of landscapes") { database in
            try database.execute(
                sql: """
                    CREATE TABLE failures (
                        landscape TEXT PRIMARY KEY NOT NULL,
                        reason TEXT NOT NULL,
                        failed_at TEXT NOT NULL
                    ) STRICT, WITHOUT ROWID
                    """
            )
        }
        return migrator
    }
}
