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

    /// Folds lists into tables: what `body` writes and their end as waiting ones is one transaction.
    func fold(_ lists: [PendingList], _ body: (Database) throws -> Void) throws {
        try database.write { database in
            try body(database)
            for list in lists {
                try database.execute(
                    sql: "DELETE FROM pending WHERE list = ? AND sha256 = ?",
                    arguments: [list.kind.rawValue, list.sha256]
                )
            }
        }
        for list in lists { unlink("\(pendingFolder)/\(list.fileName)") }
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
