// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
import PanoramaModel
import PanoramaStore

/// Folds what snapshots say of repositories into the table of facts, many snapshots at a time.
struct FactsFolder {
    /// The repositories that are put in order at a time, which bounds memory.
    private static let batch = 1 << 17

    let store: Store

    /// Folds everything that waits; a list that is missing or damaged waits on and costs its own facts alone.
    ///
    /// - Returns: what is wrong with such lists, and what to do.
    /// - Throws: ``StoreError``; lists that were not folded wait on.
    func fold() throws -> [String] {
        var problems: [String] = []
        var lists: [SnapshotList] = []
        var facts: [RepositoryID: RepositoryFacts] = [:]
        for list in try store.pending(.facts) {
            do {
                for found in try FactsCodec.decode(store.bytes(of: list)) {
                    facts[found.id, default: found].merge(found)
                }
            } catch  where error.isLoss {
                problems.append(try store.giveUp(list, for: error) + "; touch its file to have it read again")
                continue
            }
            lists.append(list)
            if facts.count >= Self.batch { try write(&facts, &lists) }
        }
        if !lists.isEmpty { try write(&facts, &lists) }
        return problems
    }

    private func write(_ facts: inout [RepositoryID: RepositoryFacts], _ lists: inout [SnapshotList]) throws {
        try store.fold(facts: facts.values.sorted { $0.id < $1.id }, from: lists)
        facts.removeAll(keepingCapacity: true)
        lists.removeAll()
    }
}
