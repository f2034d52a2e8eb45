// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB

extension Store {
    private var pendingFolder: String { directory + "/pending" }

    /// The lists of a kind that wait to be folded, by snapshot.
    package func pending(_ kind: PendingList.Kind) throws -> [PendingList] {
        try database.read { database in
            try String.fetchAll(
                database,
                sql: "SELECT sha256 FROM pending WHERE list = ? ORDER BY sha256",
                arguments: [kind.rawValue]
            )
            .map { PendingList(kind: kind, sha256: $0) }
        }
    }

    /// The number of lists that wait to be folded.
    package func pendingCount() throws -> Int {
        try database.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM pending") ?? 0 }
    }

    /// The bytes of a list.
    package func bytes(of list: PendingList) throws -> [UInt8] {
        let path = "\(pendingFolder)/\(list.fileName)"
        guard let data = FileManager.default.contents(atPath: path) else {
            throw StoreError(.damaged, "the list \(path) is missing; restore the file, or drop its snapshot again")
        }
        return Array(data)
    }

    func write(_ bytes: [UInt8], _ list: PendingList) throws {
        try DurableFile.makeDirectory(pendingFolder)
        try DurableFile.write(bytes, to: "\(pendingFolder)/\(list.fileName)", synced: true)
    }

    /// Whether a list waits whose file is gone: its snapshot must be read again.
    package func lacksList(_ sha256: String) throws -> Bool {
        let kinds = try database.read { database in
            try String.fetchAll(database, sql: "SELECT list FROM pending WHERE sha256 = ?", arguments: [sha256])
        }
        return kinds.compactMap(PendingList.Kind.init(rawValue:)).contains { kind in
            let name = PendingList(kind: kind, sha256: sha256).fileName
            return !FileManager.default.fileExists(atPath: "\(pendingFolder)/\(name)")
        }
    }

    /// Puts aside a list that is damaged, so that it is known to be lacking.
    package func discard(_ list: PendingList) { unlink("\(pendingFolder)/\(list.fileName)") }

    /// Folds lists into tables: what `body` writes and their end as waiting ones is one transaction.
    ///
    /// The transaction is synced before the files of the lists go.
    func fold(_ lists: [PendingList], _ body: (Database) throws -> Void) throws {
        try database.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            defer { try? database.execute(sql: "PRAGMA synchronous = NORMAL") }
            try database.inTransaction {
                try body(database)
                for list in lists {
                    try database.execute(
                        sql: "DELETE FROM pending WHERE list = ? AND sha256 = ?",
                        arguments: [list.kind.rawValue, list.sha256]
                    )
                }
                return .commit
            }
        }
        for list in lists { discard(list) }
    }

    /// Deletes the files of lists that do not wait: those a kill left before their commit or after their folding.
    func sweepPending() throws {
        let waiting = Set(try PendingList.Kind.allCases.flatMap { try pending($0) }.map(\.fileName))
        for name in (try? FileManager.default.contentsOfDirectory(atPath: pendingFolder)) ?? []
        where !waiting.contains(name) {
            unlink("\(pendingFolder)/\(name)")
        }
    }
}
