// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import PanoramaModel
import TestSupport
import Testing

@testable import PanoramaStore

@Suite
struct MigrationTests {
    /// A state as it was before lists were kept, with a snapshot of each kind, and a file that failed.
    private func oldState(_ folder: TemporaryFolder) throws {
        try folder.write([1], to: "state/segments/ev/ev.segment")
        try folder.write([1], to: "state/segments/pu/pu.segment")
        try folder.write([1], to: "state/pending/ev.names")
        let database = try DatabaseQueue(path: folder.path("state/panorama.db"))
        try Schema.migrator.migrate(database, upTo: "2026-11-24 snapshots are found by size")
        try database.write { database in
            for (sha256, kind) in [
                ("ev", "events"), ("pa", "pairs"), ("re", "repositories"), ("pu", "published-scores"),
            ] {
                try database.execute(
                    sql: """
                        INSERT INTO snapshots VALUES (?1, ?2, ?1, ?1, 1, 1, 1, 0, '[]', '', 1, 0);
                        """,
                    arguments: [sha256, kind]
                )
                try database.execute(sql: "INSERT INTO snapshot_months VALUES (24300, ?, 1)", arguments: [sha256])
                try database.execute(
                    sql: "INSERT INTO files VALUES (?1, 1, 2, 3, 4, 'done', ?1, NULL, 1, 0)",
                    arguments: [sha256]
                )
            }
            try database.execute(
                sql: """
                    INSERT INTO pending VALUES ('names', 'ev');
                    INSERT INTO files VALUES ('bad', 1, 2, 3, 4, 'failed', 'ff', 'it is bad', 1, 1);
                    INSERT INTO developer_names VALUES (1, 'a', 1, 2);
                    INSERT INTO repository_names VALUES (1, 'a/b', 1, 2);
                    INSERT INTO repository_facts (id, seen) VALUES (1, 2);
                    """
            )
        }
    }

    @Test
    func snapshotsWhoseListsAreGoneAreTakenInAgainAndTheOthersStay() throws {
        let folder = try TemporaryFolder()
        try oldState(folder)
        let store = try Store(directory: folder.path("state"))
        #expect(try store.snapshots().map(\.sha256) == ["pu"])
        #expect(try store.snapshotsByMonth(kind: "published-scores").values.map(\.self) == [["pu"]])
        #expect(try store.pendingCount() == 0 && store.lists(.names).isEmpty)
        #expect(try store.names(of: 1, .developers).isEmpty && store.names(of: 1, .repositories).isEmpty)
        #expect(try store.facts(of: [RepositoryID(rawValue: 1)]).isEmpty && store.factsRevision() == 1)
        let files = try store.files()
        #expect(files.map(\.path) == ["bad", "ev", "pa", "pu", "re"])
        #expect(files.map(\.state) == [.failed, .waiting, .waiting, .waiting, .waiting])
        #expect(files.map(\.sha256) == ["ff", nil, nil, nil, nil])
        #expect(store.hasSegment("pu") && !store.hasSegment("ev"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("state/pending")))
    }
}
