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

    /// A list that nobody can restore, since the file of its snapshot is not in the inbox.
    package struct Loss: Hashable, Sendable {
        /// The list.
        package var list: SnapshotList
        /// The file that its snapshot came from.
        package var source: String?
        /// Whether the snapshot was forgotten.
        package var isOfForgotten: Bool
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
    /// A list that is lost while its snapshot's file is in the inbox forbids it, since the file can be read again. One
    /// whose file is gone does not: where it is of a snapshot that is forgotten, any name and fact may be from it, and all
    /// are made anew from what the lists of others say; where it is of another, what it says counts no more for the ids
    /// that the forgotten ones speak of. With both, what no list speaks of stays, since it may be the other's.
    ///
    /// - Parameter subjects: each a path of the inbox or the beginning of a hash, see ``SnapshotFinder``.
    /// - Returns: what was forgotten, each snapshot once, and which lists were found to be lost for good.
    /// - Throws: ``NotFoundError`` when one is not known; ``StoreError``, of the code ``StoreError/Code/damaged`` when a list
    ///   is not there that tells what is left and can be had again. Nothing was changed then.
    /// - Complexity: O(names and events of all snapshots), unless none of them has a list.
    package func forget(_ subjects: [String]) throws -> (forgotten: [Forgotten], losses: [Loss]) {
        let files = try store.files()
        let finder = SnapshotFinder(snapshots: try store.snapshots() + store.outdated(), files: files, inbox: inbox)
        let forgotten = try finder.find(subjects).map { found in
            var snapshot = found
            snapshot.months = try store.months(of: snapshot.sha256)
            let paths = files.filter { $0.isTakenIn && $0.sha256 == snapshot.sha256 }.map(\.path)
            return Forgotten(snapshot: snapshot, files: paths)
        }
        let hashes = forgotten.map(\.snapshot.sha256)
        var reading = try ListReading(store, inbox: inbox, files, without: Set(hashes))
        var remainder = Store.Remainder()
        try gatherNames(without: Set(hashes), &reading, &remainder)
        try gatherFacts(without: Set(hashes), &reading, &remainder)
        try store.forget(hashes, leaving: remainder)
        return (forgotten, reading.losses)
    }

    // MARK: - What the lists of all other snapshots say of the ids that those of some snapshots speak of

    private func gatherNames(
        without forgotten: Set<String>,
        _ reading: inout ListReading,
        _ remainder: inout Store.Remainder
    ) throws {
        var developers = NamesLeft(.developers)
        var repositories = NamesLeft(.repositories)
        let lists = try store.lists(.names)
        var isAnyLost = false
        for list in lists where forgotten.contains(list.sha256) {
            if let names = try reading.read(list, { try NamesOfSnapshot(list, store) }) {
                developers.ask(names)
                repositories.ask(names)
            } else {
                isAnyLost = true
            }
        }
        if isAnyLost {
            developers.ask(suspects: try store.ids(.developers))
            repositories.ask(suspects: try store.ids(.repositories))
        }
        guard !developers.ids.isEmpty || !repositories.ids.isEmpty else { return }
        for list in lists where !forgotten.contains(list.sha256) {
            if let names = try reading.read(list, { try NamesOfSnapshot(list, store) }) {
                developers.add(names)
                repositories.add(names)
            } else {
                developers.sparesSuspects = true
                repositories.sparesSuspects = true
            }
        }
        remainder.developerIDs = developers.ids
        remainder.developers = developers.rows(first: try store.firstNames(of: remainder.developerIDs, .developers))
        remainder.repositoryIDs = repositories.ids
        remainder.repositories = repositories.rows(
            first: try store.firstNames(of: remainder.repositoryIDs, .repositories)
        )
    }

    private func gatherFacts(
        without forgotten: Set<String>,
        _ reading: inout ListReading,
        _ remainder: inout Store.Remainder
    ) throws {
        var told: Set<RepositoryID> = []
        var suspects: Set<RepositoryID> = []
        let lists = try store.lists(.facts)
        for list in lists where forgotten.contains(list.sha256) {
            if let facts = try reading.read(list, { try FactsCodec.decode(store.bytes(of: list)) }) {
                told.formUnion(facts.map(\.id))
            } else if suspects.isEmpty {
                suspects = try store.idsWithFacts()
            }
        }
        let asked = told.union(suspects)
        guard !asked.isEmpty else { return }
        var facts: [RepositoryID: RepositoryFacts] = [:]
        var sparesSuspects = false
        for list in lists where !forgotten.contains(list.sha256) {
            guard let found = try reading.read(list, { try FactsCodec.decode(store.bytes(of: list)) }) else {
                sparesSuspects = true
                continue
            }
            for found in found where asked.contains(found.id) { facts[found.id, default: found].merge(found) }
        }
        remainder.factsIDs = sparesSuspects ? told.union(facts.keys) : asked
        remainder.facts = facts.values.sorted { $0.id < $1.id }
    }
}

extension FileEntry {
    /// Whether what it holds is in the state.
    var isTakenIn: Bool { state == .done || state == .duplicate }
}
