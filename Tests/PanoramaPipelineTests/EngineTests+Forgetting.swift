// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel
import PanoramaStore
import TestSupport
import Testing

@testable import PanoramaPipeline

extension EngineTests {
    private func touch(_ name: String, _ place: Workplace) throws {
        try FileManager.default.setAttributes(
            [.modificationDate: Date.now.addingTimeInterval(-60)],
            ofItemAtPath: place.folder.path("inbox/\(name)")
        )
    }

    /// Files that share events, developers and a renamed repository; one that gives names alone, and one that says whose.
    private func files() throws -> [String: [UInt8]] {
        let timeline =
            #"{"created_at":"2014-05-01T00:00:00Z","payload":{"action":"opened","issue":1,"number":1},"public":true,"#
            + #""type":"IssuesEvent","url":"https://github.com/a/b/issues/1","actor":"alice","#
            + #""repository":{"name":"b","owner":"a"}}"#
        let revealing = InventedEvent(
            id: 900,
            developer: 3,
            login: "alice",
            repository: 101,
            name: "a/b",
            time: "2015-01-01T00:00:00Z"
        ).line
        return try [
            "a.json.gz": hour(1...40), "b.json.gz": hour(20...60), "names.json": Array(timeline.utf8),
            "c.json.gz": hour(70...90, time: "2025-02-01T00:00:00Z"), "revealing.json": Array(revealing.utf8),
            "pairs.csv": Array("month,developer_login,repository_name,pushes\n2025-01,alice,a/b,9\n".utf8),
            "meta.json": Array(#"{"id":101,"full_name":"z/z","updated_at":"2025-04-01T00:00:00Z"}"#.utf8),
        ]
    }

    @Test(arguments: [
        "a.json.gz", "b.json.gz", "c.json.gz", "names.json", "revealing.json", "pairs.csv", "meta.json",
    ])
    func anEditionAfterForgettingIsThatOfAStateThatNeverSawIt(name: String) async throws {
        var files = try files()
        let place = try Workplace()
        for (name, bytes) in files { try place.drop(bytes, as: name) }
        try await place.once(everything)
        let before = try place.edition()
        let forgotten = try place.forget(name)
        #expect(forgotten.map(\.snapshot.path) == [name] && forgotten.map(\.files) == [[name]])
        let outcomes = try await place.once(everything).outcomes.map(\.1)
        #expect(outcomes == [.made(2, [])])
        let bytes = try #require(files[name])
        files[name] = nil
        let clean = try Workplace()
        for (name, bytes) in files { try clean.drop(bytes, as: name) }
        try await clean.once(everything)
        #expect(try place.edition() == clean.edition())
        #expect(try place.edition() != before)

        // A restart leaves it alone; dropped again, it is as if it had never been forgotten.
        let again = try await place.once(everything)
        #expect(again.files.isEmpty && again.outcomes.map(\.1) == [.unchanged])
        try FileManager.default.removeItem(atPath: place.folder.path("inbox/\(name)"))
        #expect(try await place.once(everything).files.isEmpty)
        try place.drop(bytes, as: name)
        #expect(try await place.once(everything).files == [.done: 1])
        #expect(try place.edition() == before)
    }

    @Test
    func aForgottenFileAndItsCopiesAreLeftAloneUntilOneIsTouched() async throws {
        let place = try Workplace()
        for name in ["a.json.gz", "copy.json.gz"] { try place.drop(hour(1...40), as: name) }
        try place.drop(hour(50...60), as: "b.json.gz")
        try await place.once(everything)
        #expect(try place.forget("copy.json.gz").first?.files == ["a.json.gz", "copy.json.gz"])
        #expect(try await place.once(everything).files.isEmpty)
        let store = try Store(reading: place.folder.path("state"))
        #expect(try store.files().map(\.state) == [.forgotten, .done, .forgotten])
        try touch("copy.json.gz", place)
        #expect(try await place.once(everything).files == [.done: 1])
        #expect(try store.files().map(\.state) == [.forgotten, .done, .done])
        #expect(try place.latest("list.txt").contains("2025-01 51 1"))
    }

    @Test
    func forgettingAllKeepsTheLastEdition() async throws {
        let place = try Workplace()
        try place.drop(hour(1...40), as: "a.json.gz")
        try await place.once(everything)
        let before = try place.edition()
        try place.forget("a.json.gz")
        #expect(try await place.once(everything).outcomes.map(\.1) == [.noData])
        #expect(try place.edition() == before)
        try place.drop(hour(41...80), as: "b.json.gz")
        #expect(try await place.once(everything).outcomes.map(\.1) == [.made(2, [])])
        #expect(try place.latest("list.txt").contains("2025-01 40 1"))
    }

    @Test
    func aSeriesIsForgottenWithoutThoseOfTheSameBytes() async throws {
        var settings = everything
        settings.scores = .published(vintage: nil)
        let place = try Workplace()
        for repository in ["a/b", "xa/b", "a/c"] {
            try place.drop(#"{"2025-01": 4}"#.utf8, as: "github/\(repository)/openrank.json")
        }
        try place.drop(#"{"2025-01": 4}"#.utf8, as: "a/b/openrank.json")
        try await place.once(settings)
        #expect(
            try place.forget("github/a/b/openrank.json").first?.files
                == ["a/b/openrank.json", "github/a/b/openrank.json"]
        )
        #expect(try await place.once(settings).outcomes.map(\.1) == [.made(2, [])])
        let list = try place.latest("list.txt")
        #expect(list.contains(" xa/b ") && list.contains(" a/c ") && !list.contains(" a/b "), "\(list)")
    }

    @Test
    func publishedScoresShowNoFactsOfForgottenEvents() async throws {
        var settings = everything
        settings.scores = .published(vintage: nil)
        let place = try Workplace()
        try place.drop("repo_id,repository,month,openrank\n101,owner/old,2025-01,5\n".utf8, as: "scores.csv")
        try await place.once(settings)
        let before = try place.latest("list.txt")
        let fork = #"{"forkee":{"id":101,"full_name":"owner/new","stargazers_count":3}}"#
        try place.drop(InventedEvent(id: 1, type: "ForkEvent", repository: 101, payload: fork).line.utf8, as: "e.json")
        try await place.once(settings)
        try place.forget("e.json")
        let store = try Store(reading: place.folder.path("state"))
        #expect(try store.facts(of: [RepositoryID(rawValue: 101)]).isEmpty)
        #expect(try await place.once(settings).outcomes.count == 1)
        #expect(try place.latest("list.txt") == before)
    }

    @Test
    func aStateInUseIsNotTouched() async throws {
        let place = try Workplace()
        try place.drop(hour(1...40), as: "a.json.gz")
        try await place.once(everything)
        let lock = try StateLock(directory: place.folder.path("state"))
        let error = #expect(throws: StoreError.self) { try place.forget("a.json.gz") }
        #expect(error?.code == .inUse)
        withExtendedLifetime(lock) {}
        #expect(try Store(reading: place.folder.path("state")).snapshots().count == 1)
    }
}
