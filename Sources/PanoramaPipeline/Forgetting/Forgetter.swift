// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
import PanoramaModel
package import PanoramaStore

/// Takes snapshots back out of the state, as if they had never been there.
///
/// Counts and scores follow from the segments that are left. The tables of names and facts hold what all snapshots say
/// together, so the rows of those ids that a forgotten snapshot speaks of are made anew from what all others say.
/// Editions are not made: whoever works on the state next does.
package struct Forgetter {
    /// What was forgotten.
    package struct Forgotten: Sendable {
        /// The snapshot, with its months.
        package var snapshot: CatalogueEntry
        /// The files of the inbox that hold it, by path; they are left alone from now on.
        package var files: [String]
    }

    private let inbox: String
    private let lock: StateLock
    private let store: Store

    /// Opens an existing state and takes its lock.
    ///
    /// - Throws: ``StoreError``, of the code ``StoreError/Code/inUse`` when an instance works on the state.
    package init(inbox: String, state: String) throws {
        self.inbox = inbox
        _ = try Store(reading: state)
        lock = try StateLock(directory: state)
        store = try Store(directory: state)
    }

    /// Forgets snapshots, all or none.
    ///
    /// - Parameter subjects: each a path of the inbox or the beginning of a hash, see ``SnapshotFinder``.
    /// - Returns: what was forgotten, each snapshot once.
    /// - Throws: ``NotFoundError`` when one is not known; ``StoreError``, of the code ``StoreError/Code/damaged`` when a list
    ///   is not there that tells what is left. Nothing was changed then.
    /// - Complexity: O(names and events of all snapshots), unless none of them has a list.
    package func forget(_ subjects: [String]) throws -> [Forgotten] {
        let files = try store.files()
        let finder = SnapshotFinder(snapshots: try store.snapshots() + store.outdated(), files: files, inbox: inbox)
        let forgotten = try finder.find(subjects).map { found in
            var snapshot = found
            snapshot.months = try store.months(of: snapshot.sha256)
            let paths = files.filter { $0.isTakenIn && $0.sha256 == snapshot.sha256 }.map(\.path)
            return Forgotten(snapshot: snapshot, files: paths)
        }
        let hashes = forgotten.map(\.snapshot.sha256)
        try store.forget(hashes, leaving: remainder(without: Set(hashes)))
        return forgotten
    }

    /// What the lists of all other snapshots say of the ids that those of some snapshots speak of.
    private func remainder(without forgotten: Set<String>) throws -> Store.Remainder {
        var remainder = Store.Remainder()
        try gatherNames(without: forgotten, &remainder)
        try gatherFacts(without: forgotten, &remainder)
        return remainder
    }

    private func gatherNames(without forgotten: Set<String>, _ remainder: inout Store.Remainder) throws {
        var developers = NamesLeft(.developers)
        var repositories = NamesLeft(.repositories)
        let lists = try store.lists(.names)
        for list in lists where forgotten.contains(list.sha256) {
            try reading(list) {
                let names = try NamesOfSnapshot(list, store)
                developers.ask(names)
                repositories.ask(names)
            }
        }
        guard !developers.ids.isEmpty || !repositories.ids.isEmpty else { return }
        for list in lists where !forgotten.contains(list.sha256) {
            try reading(list) {
                let names = try NamesOfSnapshot(list, store)
                developers.add(names)
                repositories.add(names)
            }
        }
        remainder.developerIDs = developers.ids
        remainder.developers = developers.rows(first: try store.firstNames(of: developers.ids, .developers))
        remainder.repositoryIDs = repositories.ids
        remainder.repositories = repositories.rows(first: try store.firstNames(of: repositories.ids, .repositories))
    }

    private func gatherFacts(without forgotten: Set<String>, _ remainder: inout Store.Remainder) throws {
        let lists = try store.lists(.facts)
        for list in lists where forgotten.contains(list.sha256) {
            try reading(list) { remainder.factsIDs.formUnion(try FactsCodec.decode(store.bytes(of: list)).map(\.id)) }
        }
        guard !remainder.factsIDs.isEmpty else { return }
        var facts: [RepositoryID: RepositoryFacts] = [:]
        for list in lists where !forgotten.contains(list.sha256) {
            try reading(list) {
                for found in try FactsCodec.decode(store.bytes(of: list)) where remainder.factsIDs.contains(found.id) {
                    facts[found.id, default: found].merge(found)
                }
            }
        }
        remainder.facts = facts.values.sorted { $0.id < $1.id }
    }

    /// Reads a list; one that is lost, or whose segment is, is put aside.
    ///
    /// Its snapshot is then read again when its file is touched. What cannot be read now stays as it is.
    private func reading(_ list: SnapshotList, _ body: () throws -> Void) throws {
        do {
            try body()
        } catch  where error.isLoss {
            let loss = try store.giveUp(list, for: error)
            let source = try store.snapshots().first { $0.sha256 == list.sha256 }?.source
            throw StoreError(
                .damaged,
                "nothing was forgotten: \(loss); touch its file\(source.map { ", \($0)," } ?? ""), or drop it again, run "
                    + "'panorama once' to have it read again, then try again"
            )
        }
    }
}

extension FileEntry {
    /// Whether what it holds is in the state.
    var isTakenIn: Bool { state == .done || state == .duplicate }
}
