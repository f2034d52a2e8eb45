// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import PanoramaModel
import TestSupport
import Testing

@testable import PanoramaStore

/// A filled state of every older version is taken over.
@Suite
struct MigrationTests {
    /// The versions before the one that keeps snapshots in the form of today.
    private static let olderForms = Schema.migrator.migrations.prefix {
        $0 != "2026-11-25 lists and hours of snapshots"
    }

    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Makes a state as a version left it: a snapshot of each kind, one whose file was replaced, a copy, a file that failed.
    private func makeState(_ level: String) throws {
        try folder.write([1], to: "state/segments/ev/ev.segment")
        try folder.write([1], to: "state/segments/pu/pu.segment")
        try folder.write([1], to: "state/pending/ev.names")
        let database = try DatabaseQueue(path: folder.path("state/panorama.db"))
        try Schema.migrator.migrate(database, upTo: level)
        try database.write { database in
            try database.execute(sql: "DROP TABLE IF EXISTS outdated")
            for (sha256, kind) in [
                ("ev", "events"), ("pa", "pairs"), ("re", "repositories"), ("pu", "published-scores"),
            ] {
                try insert(sha256, kind, source: sha256, database)
                try insertFile(sha256, "done", sha256: sha256, database)
            }
            try insert("old", "events", source: "ev", database)
            try insertFile("copy", "duplicate", sha256: "ev", database)
            try insertFile("bad", "failed", sha256: "ff", database)
            try database.execute(
                sql: """
                    INSERT INTO developer_names VALUES (1, 'a', 1, 2);
                    INSERT INTO repository_names VALUES (1, 'a/b', 1, 2);
                    """
            )
            for (table, row) in [
                ("pending", "('names', 'ev')"), ("snapshot_hours", "(483000, 'ev', 1)"),
                ("repository_facts (id, seen)", "(1, 2)"),
            ] where try database.tableExists(String(table.prefix { $0 != " " })) {
                try database.execute(sql: "INSERT INTO \(table) VALUES \(row)")
            }
        }
    }

    private func insert(_ sha256: String, _ kind: String, source: String, _ database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO snapshots (sha256, kind, path, source, bytes, events, accepted, rejected, samples, comment,
                    segment_bytes) VALUES (?1, ?2, ?3, ?3, 1, 1, 1, 0, '[]', '', 1)
                """,
            arguments: [sha256, kind, source]
        )
        try database.execute(sql: "INSERT INTO snapshot_months VALUES (24300, ?, 1)", arguments: [sha256])
    }

    private func insertFile(_ path: String, _ state: String, sha256: String, _ database: Database) throws {
        try database.execute(
            sql: "INSERT INTO files VALUES (?, 1, 2, 3, 4, ?, ?, NULL, 1, 0)",
            arguments: [path, state, sha256]
        )
    }

    /// Opens the state, of which nothing may be left that nothing refers to.
    private func open() throws -> Store {
        let store = try Store(directory: folder.path("state"))
        let orphans = try store.database.read { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check") }
        #expect(orphans.isEmpty)
        return store
    }

    private func file(_ path: String) -> FileEntry {
        FileEntry(path: path, size: 1, modified: 2, changed: 3, inode: 4, state: .done, sha256: "ev")
    }

    @Test(arguments: Self.olderForms)
    func whatIsKeptInAnotherFormIsReadAgainAndTheRestStays(level: String) throws {
        try makeState(level)
        let store = try open()
        #expect(try store.snapshots().map(\.sha256) == ["pu"])
        #expect(try store.snapshotsByMonth(kind: "published-scores").values.map(\.self) == [["pu"]])
        #expect(
            try store.pendingCount() == 0 && store.lists(.names).isEmpty
                && store.pairSources(pairs: "pairs").events.isEmpty
        )
        #expect(try store.names(of: 1, .developers).isEmpty && store.names(of: 1, .repositories).isEmpty)
        #expect(try store.facts(of: [RepositoryID(rawValue: 1)]).isEmpty && store.factsRevision() == 1)
        let files = try store.files()
        #expect(files.map(\.path) == ["bad", "copy", "ev", "pa", "pu", "re"])
        #expect(files.map(\.state) == [.failed, .waiting, .waiting, .waiting, .waiting, .waiting])
        #expect(files.map(\.sha256) == ["ff", nil, nil, nil, nil, nil])
        #expect(store.hasSegment("pu") && !store.hasSegment("ev"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("state/pending")))
    }

    @Test(arguments: Self.olderForms)
    func whatIsNotThereToBeReadAgainIsTold(level: String) throws {
        try makeState(level)
        let store = try open()
        #expect(try store.outdated().isEmpty, "all files wait")
        try store.dropFiles(["copy", "ev", "pa", "pu"])
        #expect(try store.outdated().map(\.sha256) == ["ev", "old", "pa"], "that of re waits")
        #expect(try open().outdated().map(\.source) == ["ev", "ev", "pa"], "until something is done")
        var entry = try #require(try store.outdated().first)
        entry.path = "again"
        entry.source = "again"
        #expect(try store.commit(entry, segment: [1], file: file("again")))
        #expect(try store.outdated().map(\.sha256) == ["old", "pa"])
        try store.forget(["old"], leaving: Store.Remainder())
        #expect(try store.outdated().map(\.sha256) == ["pa"])
        #expect(throws: StoreError.self) { try store.forget(["old"], leaving: Store.Remainder()) }
    }

    @Test
    func onlyWhatIsKeptInAnotherFormIsReadAgain() throws {
        try folder.write([1], to: "state/segments/ev/ev.segment")
        let database = try DatabaseQueue(path: folder.path("state/panorama.db"))
        try Schema.migrator.migrate(database, upTo: "2026-11-25 lists and hours of snapshots")
        try database.write { database in
            for (sha256, kind) in [("ev", "events"), ("pa", "pairs")] {
                try insert(sha256, kind, source: sha256, database)
                try insertFile(sha256, "done", sha256: sha256, database)
                try database.execute(sql: "INSERT INTO lists VALUES (?, 'names', 1, NULL)", arguments: [sha256])
            }
            try database.execute(sql: "INSERT INTO snapshot_hours VALUES (483000, 'ev', 1)")
            try database.execute(sql: "INSERT INTO developer_names VALUES (1, 'a', 1, 2, 1)")
        }
        try database.close()
        let store = try open()
        #expect(try store.snapshots().map(\.sha256) == ["ev"])
        #expect(try store.lists(.names).map(\.sha256) == ["ev"])
        #expect(try !store.pairSources(pairs: "pairs").events.isEmpty)
        #expect(try !store.names(of: 1, .developers).isEmpty, "who bore a name is known until it is read again")
        #expect(try store.files().map(\.state) == [.waiting, .waiting], "what is known is not read but hashed again")
    }

    @Test
    func aMigrationThatWasMergedIsNotThatOfANewerVersion() throws {
        try makeState("2026-11-24 snapshots are found by size")
        let database = try DatabaseQueue(path: folder.path("state/panorama.db"))
        try database.write { database in
            try database.execute(
                sql: """
                    CREATE TABLE snapshot_hours (
                        hour INTEGER NOT NULL,
                        sha256 TEXT NOT NULL REFERENCES snapshots ON DELETE CASCADE,
                        records INTEGER NOT NULL,
                        PRIMARY KEY (hour, sha256)
                    ) STRICT, WITHOUT ROWID;
                    INSERT INTO snapshot_hours VALUES (483000, 'ev', 1);
                    INSERT INTO grdb_migrations VALUES ('2026-11-25 hours of snapshots');
                    """
            )
        }
        try database.close()
        let store = try open()
        #expect(try store.snapshots().map(\.sha256) == ["pu"] && store.pairSources(pairs: "pairs").events.isEmpty)
    }

    @Test
    func aStateOfAnotherVersionIsNotReadAsItIs() throws {
        try makeState("2026-11-24 snapshots are found by size")
        let path = folder.path("state")
        let old = #expect(throws: StoreError.self) { try Store(reading: path) }
        #expect(old?.code == .tooOld && old?.message.contains("panorama once") == true)
        _ = try open()
        _ = try Store(reading: path)
        let database = try DatabaseQueue(path: folder.path("state/panorama.db"))
        try database.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('3000-01-01')") }
        #expect(throws: StoreError.self) { try Store(reading: path) }
        let new = #expect(throws: StoreError.self) { try Store(directory: path) }
        #expect(new?.code == .tooNew)
    }
}
