// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import TestSupport
import Testing

@testable import PanoramaPipeline
@testable import PanoramaStore

extension EngineTests {
    /// Makes of a state that of an older version, as far as what it took in goes.
    private func age(_ place: Workplace) throws {
        let state = place.folder.path("state")
        let taken = try Store(reading: state).snapshots()
        try FileManager.default.removeItem(atPath: state)
        try FileManager.default.createDirectory(atPath: state, withIntermediateDirectories: true)
        let database = try DatabaseQueue(path: state + "/panorama.db")
        try Schema.migrator.migrate(database, upTo: "2026-11-24 snapshots are found by size")
        try database.write { database in
            for entry in taken {
                try database.execute(
                    sql: "INSERT INTO snapshots VALUES (?1, 'events', ?2, ?2, ?3, 1, 1, 0, '[]', '', 1, 0)",
                    arguments: [entry.sha256, entry.source, entry.bytes]
                )
                try database.execute(
                    sql: "INSERT INTO files VALUES (?, ?, 1, 1, 1, 'done', ?, NULL, 1, 0)",
                    arguments: [entry.source, entry.bytes, entry.sha256]
                )
            }
        }
        try database.close()
    }

    @Test
    func whatAnOlderVersionTookInIsReadAgainOrToldUntilItIsDroppedAgain() async throws {
        let place = try Workplace()
        let moved = try hour(20...60)
        try place.drop(hour(1...40), as: "kept.json.gz")
        try place.drop(moved, as: "moved.json.gz")
        #expect(try await place.once(everything).outdated == 0)
        let before = try place.latest("list.txt")
        try age(place)
        try FileManager.default.removeItem(atPath: place.folder.path("inbox/moved.json.gz"))

        let summary = try await place.once(everything)
        #expect(summary.files == [.done: 1] && summary.outdated == 1)
        #expect(try place.latest("list.txt") != before)
        #expect(try await place.once(everything).outdated == 1, "as long as nothing is done")

        try place.drop(moved, as: "found/moved.json.gz")
        #expect(try await place.once(everything).outdated == 0)
        #expect(try place.latest("list.txt") == before)
    }

    @Test
    func whatCannotBeReadAgainIsToldNoMoreOnceItIsForgotten() async throws {
        let place = try Workplace()
        try place.drop(hour(1...40), as: "kept.json.gz")
        try place.drop(hour(20...60), as: "moved.json.gz")
        try await place.once(everything)
        try age(place)
        try FileManager.default.removeItem(atPath: place.folder.path("inbox/moved.json.gz"))
        let early = #expect(throws: StoreError.self) { try place.forget("moved.json.gz") }
        #expect(early?.code == .tooOld)
        #expect(try await place.once(everything).outdated == 1)
        let list = try place.latest("list.txt")
        #expect(try place.forget("moved.json.gz").map(\.snapshot.source) == ["moved.json.gz"])
        #expect(try await place.once(everything).outdated == 0)
        #expect(try place.latest("list.txt") == list)
    }
}
