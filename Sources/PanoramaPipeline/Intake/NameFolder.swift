// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
package import PanoramaStore
import Synchronization

/// Folds the names that snapshots saw into the tables of names, many snapshots at a time, and what they say of
/// repositories with them.
///
/// What comes out does not depend on how the lists are put together: of a name of an id the first and last time count.
package final class NameFolder: Sendable {
    /// Lists that are let lie while files are taken in; a list of a full hour is a megabyte on disk.
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
        try gate.withLockIfAvailable { _ in try foldAll() }
    }

    /// Folds everything that waits.
    ///
    /// - Throws: ``StoreError``; lists that were not folded wait on.
    package func fold() throws {
        try gate.withLock { _ in try foldAll() }
    }

    private func foldAll() throws {
        var lists: [PendingList] = []
        var developers: [NameObservation] = []
        var repositories: [NameObservation] = []
        for list in try store.pending(.names) {
            do {
                try NameList.forEach(store.bytes(of: list)) { table, name in
                    switch table {
                    case .developers: developers.append(name)
                    case .repositories: repositories.append(name)
                    }
                }
            } catch let error as SegmentError {
                throw StoreError(.damaged, "the names of snapshot \(list.sha256) are damaged: \(error.message)")
            }
            lists.append(list)
            if developers.count + repositories.count >= Self.batch {
                try write(&developers, &repositories, &lists)
            }
        }
        if !lists.isEmpty { try write(&developers, &repositories, &lists) }
        try FactsFolder(store: store).fold()
    }

    private func write(
        _ developers: inout [NameObservation],
        _ repositories: inout [NameObservation],
        _ lists: inout [PendingList]
    ) throws {
        try store.fold(developers: rows(developers), repositories: rows(repositories), from: lists)
        developers.removeAll(keepingCapacity: true)
        repositories.removeAll(keepingCapacity: true)
        lists.removeAll()
    }

    /// The names in the order of the table, each once.
    private func rows(_ names: [NameObservation]) -> [Store.NameRow] {
        var rows: [Store.NameRow] = []
        for name in names.sorted(by: { ($0.id, $0.name) < ($1.id, $1.name) }) {
            if let last = rows.last, last.id == name.id, last.name == name.name {
                rows[rows.count - 1].first = min(last.first, name.first)
                rows[rows.count - 1].last = max(last.last, name.last)
            } else {
                rows.append((name.id, name.name, name.first, name.last))
            }
        }
        return rows
    }
}
