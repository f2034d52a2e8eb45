// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
package import PanoramaModel

extension Store {
    /// What the tables say of some ids once snapshots are forgotten.
    ///
    /// The rows of these ids go, and those given take their place.
    package struct Remainder: Sendable {
        /// The developers that the forgotten snapshots name.
        package var developerIDs: Set<Int64> = []
        /// What all other snapshots name them; the first name of an id, where it is among them, before its others.
        package var developers: [NameRow] = []
        /// The repositories that the forgotten snapshots name.
        package var repositoryIDs: Set<Int64> = []
        /// What all other snapshots name them, likewise.
        package var repositories: [NameRow] = []
        /// The repositories that the forgotten snapshots say facts of.
        package var factsIDs: Set<RepositoryID> = []
        /// What all other snapshots say of them, of each once.
        package var facts: [RepositoryFacts] = []

        package init() {}
    }

    /// Takes snapshots back out: their rows, what the tables know from them alone, their segments and lists.
    ///
    /// Of one that is outdated only the note of it goes. Files of the inbox that hold them are noted as forgotten, so that a scan leaves them alone. All of it is one
    /// transaction; what a kill leaves of segments and lists behind it is swept when the state is opened again.
    ///
    /// - Parameters:
    ///   - snapshots: their hashes.
    ///   - remainder: what the lists of all other snapshots say of the ids that those of the forgotten ones speak of.
    /// - Throws: ``StoreError/Code/damaged`` when one of them is not there; nothing was changed then.
    /// - Complexity: O(ids · log(names known)).
    package func forget(_ snapshots: [String], leaving remainder: Remainder) throws {
        try writeDurably { database in
            for sha256 in snapshots {
                try database.execute(sql: "DELETE FROM snapshots WHERE sha256 = ?", arguments: [sha256])
                let isKnown = database.changesCount > 0
                guard try Self.dropOutdated(sha256, database) || isKnown else {
                    throw StoreError(.damaged, "there is no snapshot \(sha256) in the catalogue of \(directory)")
                }
                try database.execute(
                    sql: """
                        UPDATE files SET state = ?, reason = 'touch it in the inbox or drop it again to have it taken in'
                        WHERE sha256 = ? AND state IN (?, ?)
                        """,
                    arguments: [
                        FileEntry.State.forgotten.rawValue, sha256, FileEntry.State.done.rawValue,
                        FileEntry.State.duplicate.rawValue,
                    ]
                )
            }
            try Self.replace(remainder.developerIDs, .developers, by: remainder.developers, database)
            try Self.replace(remainder.repositoryIDs, .repositories, by: remainder.repositories, database)
            try Self.replace(remainder.factsIDs, by: remainder.facts, database)
        }
        for sha256 in snapshots { deleteFiles(of: sha256) }
    }

    private static func replace(
        _ ids: Set<Int64>,
        _ subject: NameSubject,
        by names: [NameRow],
        _ database: Database
    ) throws {
        let statement = try database.makeStatement(sql: "DELETE FROM \(subject.rawValue) WHERE id = ?")
        for id in ids.sorted() {
            statement.setUncheckedArguments([id])
            try statement.execute()
        }
        try upsert(names, into: subject, database)
    }

    private static func replace(
        _ ids: Set<RepositoryID>,
        by facts: [RepositoryFacts],
        _ database: Database
    ) throws {
        guard !ids.isEmpty else { return }
        let statement = try database.makeStatement(sql: "DELETE FROM repository_facts WHERE id = ?")
        for id in ids.sorted() {
            statement.setUncheckedArguments([id.rawValue])
            try statement.execute()
        }
        _ = try upsert(facts, database)
        try database.execute(sql: "UPDATE facts_revision SET number = number + 1")
    }
}
