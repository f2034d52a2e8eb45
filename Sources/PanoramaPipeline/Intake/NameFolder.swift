// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
package import PanoramaStore
import Synchronization

/// Folds the names that snapshots saw into the tables of names, many snapshots at a time, and what they say of
/// repositories with them.
///
/// What comes out does not depend on how the lists are put together: of a name of an id the first and last time count.
package final class NameFolder: Sendable {
    /// Lists that are let lie while files are taken in.
    private static let patience = 256
    /// The names that are put in order at a time, which bounds memory.
    private static let batch = 1 << 20

    private let store: Store
    private let gate = Mutex(())

    package init(store: Store) {
        self.store = store
    }

    /// Folds when many lists wait, unless another thread is at it.
    package func foldIfMany() throws {
        guard try store.pendingCount() >= Self.patience else { return }
        _ = try gate.withLockIfAvailable { _ in try foldAll() }
    }

    /// Folds everything that waits; a list that is missing or damaged waits on and costs its own names alone.
    ///
    /// - Returns: what is wrong with such lists, and what to do.
    /// - Throws: ``StoreError``; lists that were not folded wait on.
    package func fold() throws -> [String] {
        try gate.withLock { _ in try foldAll() }
    }

    private func foldAll() throws -> [String] {
        var problems: [String] = []
        var batch = NameBatch()
        for list in try store.pending(.names) {
            do {
                let hasEvents = try store.kind(of: list.sha256) == Snapshot.Kind.events.rawValue
                try batch.add(list, store.bytes(of: list), isReplaced: hasEvents)
            } catch  where error.isLoss {
                problems.append(try store.giveUp(list, for: error) + "; touch its file to have it read again")
                continue
            }
            if batch.count >= Self.batch { try write(&batch) }
        }
        if !batch.lists.isEmpty { try write(&batch) }
        return try problems + FactsFolder(store: store).fold()
    }

    private func write(_ batch: inout NameBatch) throws {
        try store.fold(
            developers: Self.rows(batch.developers),
            repositories: Self.rows(batch.repositories),
            from: batch.lists,
            leaving: batch.exceptions
        )
        batch.removeAll()
    }

    /// The names in the order of the table, each once.
    private static func rows(_ names: [NameObservation]) -> [Store.NameRow] {
        var rows: [Store.NameRow] = []
        // By bytes: what Unicode holds for equal may still be two spellings.
        let sorted = names.sorted { left, right in
            left.id != right.id ? left.id < right.id : left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
        }
        for name in sorted where !name.name.isEmpty {
            if let last = rows.last, last.id == name.id, last.name.utf8.elementsEqual(name.name.utf8) {
                rows[rows.count - 1].first = min(last.first, name.first)
                rows[rows.count - 1].last = max(last.last, name.last)
            } else {
                rows.append((name.id, name.name, name.first, name.last))
            }
        }
        return rows
    }
}
