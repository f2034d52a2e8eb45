// SPDX-License-Identifier: Apache-2.0

import GRDB

extension Store {
    /// Snapshots that an older version took in and that count no more, by source, then hash.
    ///
    /// They were kept in a form which is no longer read. Those whose files wait in the inbox are left out; the others come
    /// back when they are dropped again, under any name. Of what they held only kind and size are known.
    package func outdated() throws -> [CatalogueEntry] {
        try database.read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT sha256, kind, source, bytes FROM outdated
                    WHERE source NOT IN (SELECT path FROM files WHERE state IN (?, ?, ?)) ORDER BY source, sha256
                    """,
                arguments: [
                    FileEntry.State.waiting.rawValue, FileEntry.State.reading.rawValue,
                    FileEntry.State.incomplete.rawValue,
                ]
            )
            return rows.map { row in
                CatalogueEntry(
                    sha256: row["sha256"],
                    kind: row["kind"],
                    path: row["source"],
                    source: row["source"],
                    bytes: row["bytes"],
                    events: 0,
                    accepted: 0,
                    rejected: 0,
                    samples: "[]",
                    comment: "",
                    segmentBytes: 0
                )
            }
        }
    }

    /// Deletes the note that a snapshot is outdated.
    ///
    /// - Returns: whether there was one.
    static func dropOutdated(_ sha256: String, _ database: Database) throws -> Bool {
        try database.execute(sql: "DELETE FROM outdated WHERE sha256 = ?", arguments: [sha256])
        return database.changesCount > 0
    }
}
