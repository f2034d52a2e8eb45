// SPDX-License-Identifier: Apache-2.0

import GRDB
package import PanoramaModel

extension Store {
    /// A name that an id bore, with the first and last time it was seen, in seconds since 1970-01-01T00:00:00Z.
    package typealias NameRow = (id: Int64, name: String, first: Int64, last: Int64)

    /// Commits a snapshot: segment, catalogue row, names and the state of its file, all or nothing.
    ///
    /// - Returns: whether the snapshot is new; `false` when it was committed meanwhile, and nothing was changed then.
    /// - Complexity: O(names · log(names known)).
    package func commit(
        _ entry: CatalogueEntry,
        segment: [UInt8],
        developerNames: [NameRow],
        repositoryNames: [NameRow],
        file: FileEntry
    ) throws -> Bool {
        try writeSegment(segment, entry.sha256)
        return try database.write { database in
            try database.execute(
                sql: "INSERT OR IGNORE INTO snapshots VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    entry.sha256, entry.kind, entry.path, entry.source, entry.bytes, entry.events, entry.accepted,
                    entry.rejected,
                    entry.samples, entry.comment, entry.segmentBytes,
                ]
            )
            guard database.changesCount > 0 else { return false }
            for (month, records) in entry.months {
                try database.execute(
                    sql: "INSERT INTO snapshot_months VALUES (?, ?, ?)",
                    arguments: [month.ordinal, entry.sha256, records]
                )
            }
            try Self.upsert(developerNames, into: "developer_names", database)
            try Self.upsert(repositoryNames, into: "repository_names", database)
            try Self.upsert(file, database)
            return true
        }
    }

    /// Notes that the bytes of a snapshot were found under another path too.
    package func commitDuplicate(of sha256: String, file: FileEntry) throws {
        try database.write { database in
            try database.execute(
                sql: "UPDATE snapshots SET path = ? WHERE sha256 = ? AND path > ?",
                arguments: [file.path, sha256, file.path]
            )
            try Self.upsert(file, database)
        }
    }

    /// Whether a path is the one that a snapshot was read from.
    package func isSource(_ path: String, of sha256: String) throws -> Bool {
        try database.read { database in
            try Bool.fetchOne(
                database,
                sql: "SELECT EXISTS (SELECT 1 FROM snapshots WHERE source = ? AND sha256 = ?)",
                arguments: [path, sha256]
            ) ?? false
        }
    }

    private static func upsert(_ names: [NameRow], into table: String, _ database: Database) throws {
        let statement = try database.makeStatement(
            sql: """
                INSERT INTO \(table) VALUES (?, ?, ?, ?)
                ON CONFLICT (id, name) DO UPDATE SET first = min(first, excluded.first), last = max(last, excluded.last)
                WHERE excluded.first < first OR excluded.last > last
                """
        )
        for row in names {
            statement.setUncheckedArguments([row.id, row.name, row.first, row.last])
            try statement.execute()
        }
    }

    /// Whether a snapshot was taken in.
    package func hasSnapshot(_ sha256: String) throws -> Bool {
        try database.read { database in
            try Bool.fetchOne(
                database,
                sql: "SELECT EXISTS (SELECT 1 FROM snapshots WHERE sha256 = ?)",
                arguments: [sha256]
            )
                ?? false
        }
    }

    /// All snapshots by path, then hash; without their months.
    package func snapshots() throws -> [CatalogueEntry] {
        try database.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM snapshots ORDER BY path, sha256").map { row in
                CatalogueEntry(
                    sha256: row["sha256"],
                    kind: row["kind"],
                    path: row["path"],
                    source: row["source"],
                    bytes: row["bytes"],
                    events: row["events"],
                    accepted: row["accepted"],
                    rejected: row["rejected"],
                    samples: row["samples"],
                    comment: row["comment"],
                    segmentBytes: row["segment_bytes"]
                )
            }
        }
    }

    /// The snapshots of a kind that hold records of each month, by hash.
    package func snapshotsByMonth(kind: String) throws -> [Month: [String]] {
        try database.read { database in
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT month, sha256 FROM snapshot_months JOIN snapshots USING (sha256)
                    WHERE kind = ? ORDER BY month, sha256
                    """,
                arguments: [kind]
            )
            var result: [Month: [String]] = [:]
            while let row = try rows.next() { result[Month(ordinal: row[0]), default: []].append(row[1]) }
            return result
        }
    }
}
