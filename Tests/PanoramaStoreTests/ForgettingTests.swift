// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import PanoramaModel
import TestSupport
import Testing

@testable import PanoramaStore

@Suite
struct ForgettingTests {
    private let folder: TemporaryFolder
    private let store: Store

    init() throws {
        folder = try TemporaryFolder()
        store = try Store(directory: folder.path("state"))
    }

    private func add(_ sha256: String, file: String? = nil, state: FileEntry.State = .done) throws {
        let path = file ?? sha256
        let entry = CatalogueEntry(
            sha256: sha256,
            kind: "events",
            path: path,
            source: path,
            bytes: 1,
            events: 2,
            accepted: 2,
            rejected: 0,
            samples: "[]",
            comment: "",
            segmentBytes: 1,
            months: [Month(ordinal: 24_300): 2]
        )
        var seen = FileEntry(path: path, size: 1, modified: 2, changed: 3, inode: 4, state: state)
        seen.sha256 = sha256
        if try !store.commit(entry, segment: [1], lists: [.names: [1], .facts: [2]], file: seen) {
            try store.commitDuplicate(of: sha256, file: seen)
        }
    }

    /// How many rows of each table of the catalogue speak of snapshots.
    private func rows(_ sha256: String) throws -> [Int?] {
        try store.database.read { database in
            try ["snapshots", "snapshot_months", "lists"].map { table in
                try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM \(table) WHERE sha256 = ?", arguments: [sha256])
            }
        }
    }

    private var files: [String] {
        get throws {
            try FileManager.default.subpathsOfDirectory(atPath: folder.path("state/segments")).filter {
                $0.contains(".")
            }.sorted()
        }
    }

    @Test
    func nothingOfASnapshotIsLeftAndNothingOfOthersGoes() throws {
        try add("aa")
        try add("aa", file: "copy", state: .duplicate)
        try add("bb")
        let other = FileEntry(path: "x", size: 1, modified: 2, changed: 3, inode: 4, state: .failed, sha256: "aa")
        try store.record(other)
        #expect(try rows("aa") == [1, 1, 2])
        try store.forget(["aa"], leaving: Store.Remainder())
        #expect(try rows("aa") == [0, 0, 0] && rows("bb") == [1, 1, 2])
        #expect(try files == ["bb/bb.facts", "bb/bb.names", "bb/bb.segment"])
        #expect(try store.files().map(\.path) == ["aa", "bb", "copy", "x"])
        #expect(try store.files().map(\.state) == [.forgotten, .done, .forgotten, .failed])
    }

    @Test
    func rowsOfTheIdsAskedForAreReplacedAndNoOthers() throws {
        func row(_ id: Int64, _ name: String, _ first: Int64) -> Store.NameRow { (id, name, first, first + 5) }
        func facts(_ id: Int64, seen: Int64) -> RepositoryFacts {
            RepositoryFacts(id: RepositoryID(rawValue: id), seen: seen)
        }
        try add("aa")
        try store.fold(
            developers: [row(1, "a", 10), row(1, "b", 20), row(2, "a", 10)],
            repositories: [row(1, "a/a", 10), row(2, "a/b", 10)],
            from: []
        )
        try store.fold(facts: [facts(1, seen: 9), facts(2, seen: 9), facts(3, seen: 9)], from: [])
        let revision = try store.factsRevision()
        var remainder = Store.Remainder()
        remainder.developerIDs = [1, 7]
        remainder.developers = [row(1, "a", 12)]
        remainder.repositoryIDs = [1]
        remainder.factsIDs = [RepositoryID(rawValue: 1), RepositoryID(rawValue: 2)]
        remainder.facts = [facts(2, seen: 4)]
        try store.forget(["aa"], leaving: remainder)
        #expect(try store.names(of: 1, .developers).map(\.first) == [12])
        #expect(try store.names(of: 2, .developers).map(\.first) == [10])
        #expect(try store.names(of: 1, .repositories).isEmpty)
        #expect(try store.names(of: 2, .repositories).count == 1)
        let left = try store.facts(of: [1, 2, 3].map(RepositoryID.init(rawValue:)))
        #expect(left.values.map(\.seen).sorted() == [4, 9] && left.count == 2)
        #expect(try store.factsRevision() > revision, "editions that show facts are to be made anew")
    }

    @Test
    func oneUnknownSnapshotLeavesEverythingAsItWas() throws {
        try add("aa")
        #expect(throws: StoreError.self) { try store.forget(["aa", "cc"], leaving: Store.Remainder()) }
        #expect(try rows("aa") == [1, 1, 2] && files.count == 3)
        #expect(try store.files().map(\.state) == [.done])
    }

    @Test
    func filesThatAKillLeftAreSweptAtTheNextStartAndForeignOnesStay() throws {
        try add("aa")
        // Between the commit of a forgetting and the end of its files, in the middle of a writing, and before a commit.
        let left = ["bb/bb.segment", "bb/bb.names", "bb/bb.facts", "aa/aa.segment.7-1.part", "cc/cc.0123.segment"]
        for name in left + ["aa/notes.txt"] { try folder.write([1], to: "state/segments/\(name)") }
        _ = try Store(directory: folder.path("state"))
        #expect(try files == ["aa/aa.facts", "aa/aa.names", "aa/aa.segment", "aa/notes.txt"])
    }

    @Test
    func aLostCatalogueCostsNoSegment() throws {
        try add("aa")
        try folder.write([1], to: "state/segments/aa/aa.segment.7-1.part")
        for name in ["panorama.db", "panorama.db-wal", "panorama.db-shm"] {
            try? FileManager.default.removeItem(atPath: folder.path("state/\(name)"))
        }
        _ = try Store(directory: folder.path("state"))
        #expect(try files == ["aa/aa.facts", "aa/aa.names", "aa/aa.segment"])
    }
}
