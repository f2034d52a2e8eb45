// SPDX-License-Identifier: Apache-2.0

import GRDB

extension Store {
    /// Notes where a file stands.
    package func record(_ file: FileEntry) throws {
        try database.write { try Self.upsert(file, $0) }
    }

    /// Notes where several files stand.
    package func record(_ files: [FileEntry]) throws {
        guard !files.isEmpty else { return }
        try database.write { database in
            for file in files { try Self.upsert(file, database) }
        }
    }

    static func upsert(_ file: FileEntry, _ database: Database) throws {
        try database.execute(
            sql: "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                file.path, file.size, file.modified, file.changed, Int64(bitPattern: file.inode), file.state.rawValue,
                file.sha256, file.reason, file.events, file.rejected,
            ]
        )
    }

    /// Forgets files that are gone from the inbox before they were taken in; what was taken in stays.
    package func dropFiles(_ paths: [String]) throws {
        guard !paths.isEmpty else { return }
        try database.write { database in
            for path in paths { try database.execute(sql: "DELETE FROM files WHERE path = ?", arguments: [path]) }
        }
    }

    /// All files by path.
    package func files() throws -> [FileEntry] {
        try database.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM files ORDER BY path").map { row in
                var file = FileEntry(
                    path: row["path"],
                    size: row["size"],
                    modified: row["modified"],
                    changed: row["changed"],
                    inode: UInt64(bitPattern: row["inode"]),
                    state: FileEntry.State(rawValue: row["state"]) ?? .waiting,
                    sha256: row["sha256"],
                    reason: row["reason"]
                )
                file.events = row["events"]
                file.rejected = row["rejected"]
                return file
            }
        }
    }
}
