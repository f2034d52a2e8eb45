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
    ///
    /// - Throws: ``StoreError``, of the code ``StoreError/Code/damaged`` only where the list is gone.
    package func bytes(of list: SnapshotList) throws -> [UInt8] {
        let path = path(of: list)
        return try contents(path, orLoss: "the list \(path) is missing; restore the file, or drop its snapshot again")
    }

    func write(_ bytes: [UInt8], _ list: SnapshotList) throws {
        let path = path(of: list)
        try DurableFile.makeDirectory((path as NSString).deletingLastPathComponent)
        try DurableFile.write(bytes, to: path, synced: true)
    }

    /// What is kept of a list in place of it: the names that do not follow from its segment and the first names of ids;
    /// `nil` where the list itself is kept.
    package func exceptions(of list: SnapshotList) throws -> [UInt8]? {
        try database.read { database in
            try Data.fetchOne(
                database,
                sql: "SELECT exceptions FROM lists WHERE sha256 = ? AND list = ? AND exceptions IS NOT NULL",
                arguments: [list.sha256, list.kind.rawValue]
            ).map { Array($0) }
        }
    }

    /// Whether a list of a snapshot is gone: the snapshot must be read again.
    package func lacksList(_ sha256: String) throws -> Bool {
        let kinds = try database.read { database in
            try String.fetchAll(
                database,
                sql: "SELECT list FROM lists WHERE sha256 = ? AND exceptions IS NULL",
                arguments: [sha256]
            )
        }
        return kinds.compactMap(SnapshotList.Kind.init(rawValue:)).contains { kind in
            !FileManager.default.fileExists(atPath: path(of: SnapshotList(kind: kind, sha256: sha256)))
        }
    }

    /// Deletes a list that is damaged, so that it is known to be lacking, and is folded once its snapshot was read again.
    package func discard(_ list: SnapshotList) throws {
        unlink(path(of: list))
        try database.write { database in
            try database.execute(
                sql: "UPDATE lists SET is_folded = 0, exceptions = NULL WHERE list = ? AND sha256 = ?",
                arguments: [list.kind.rawValue, list.sha256]
            )
        }
    }

    /// Folds lists into tables: what `body` writes and their end as waiting ones is one transaction, as is what `body`
    /// says to keep in place of some of them.
    func fold(_ lists: [SnapshotList], _ body: (Database) throws -> [SnapshotList: [UInt8]]) throws {
        var replaced: [SnapshotList] = []
        try writeDurably { database in
            let exceptions = try body(database)
            for list in lists {
                try database.execute(
                    sql: "UPDATE lists SET is_folded = 1, exceptions = ? WHERE list = ? AND sha256 = ?",
                    arguments: [exceptions[list].map { Data($0) }, list.kind.rawValue, list.sha256]
                )
            }
            replaced = lists.filter { exceptions[$0] != nil }
        }
        for list in replaced { unlink(path(of: list)) }
    }

    /// Writes in a transaction that is synced before this returns, so that files it lets go of may be deleted.
    func writeDurably(_ body: (Database) throws -> Void) throws {
        try database.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            defer { try? database.execute(sql: "PRAGMA synchronous = NORMAL") }
            try database.inTransaction {
                try body(database)
                return .commit
            }
        }
    }
}
