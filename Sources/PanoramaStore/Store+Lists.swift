// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB

extension Store {
    /// The lists of a kind that wait to be folded, by snapshot.
    package func pending(_ kind: SnapshotList.Kind) throws -> [SnapshotList] {
        try lists(kind, "AND is_folded = 0")
    }

    /// All lists of a kind, by snapshot.
    package func lists(_ kind: SnapshotList.Kind) throws -> [SnapshotList] { try lists(kind, "") }

    private func lists(_ kind: SnapshotList.Kind, _ condition: String) throws -> [SnapshotList] {
        try database.read { database in
            try String.fetchAll(
                database,
                sql: "SELECT sha256 FROM lists WHERE list = ? \(condition) ORDER BY sha256",
                arguments: [kind.rawValue]
            )
            .map { SnapshotList(kind: kind, sha256: $0) }
        }
    }

    /// The number of lists that wait to be folded.
    package func pendingCount() throws -> Int {
        try database.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM lists WHERE is_folded = 0") ?? 0 }
    }

    private func path(of list: SnapshotList) -> String { path(list.sha256, list.kind.rawValue) }

    /// The bytes of a list.
    package func bytes(of list: SnapshotList) throws -> [UInt8] {
        let path = path(of: list)
        guard let data = FileManager.default.contents(atPath: path) else {
            throw StoreError(.damaged, "the list \(path) is missing; restore the file, or drop its snapshot again")
        }
        return Array(data)
    }

    func write(_ bytes: [UInt8], _ list: SnapshotList) throws {
        let path = path(of: list)
        try DurableFile.makeDirectory((path as NSString).deletingLastPathComponent)
        try DurableFile.write(bytes, to: path, synced: true)
    }

    /// Whether a list of a snapshot is gone: the snapshot must be read again.
    package func lacksList(_ sha256: String) throws -> Bool {
        let kinds = try database.read { database in
            try String.fetchAll(database, sql: "SELECT list FROM lists WHERE sha256 = ?", arguments: [sha256])
        }
        return kinds.compactMap(SnapshotList.Kind.init(rawValue:)).contains { kind in
            !FileManager.default.fileExists(atPath: path(of: SnapshotList(kind: kind, sha256: sha256)))
        }
    }

    /// Deletes a list that is damaged, so that it is known to be lacking.
    package func discard(_ list: SnapshotList) { unlink(path(of: list)) }

    /// Folds lists into tables: what `body` writes and their end as waiting ones is one transaction.
    func fold(_ lists: [SnapshotList], _ body: (Database) throws -> Void) throws {
        try database.write { database in
            try body(database)
            for list in lists {
                try database.execute(
                    sql: "UPDATE lists SET is_folded = 1 WHERE list = ? AND sha256 = ?",
                    arguments: [list.kind.rawValue, list.sha256]
                )
            }
        }
    }
}
