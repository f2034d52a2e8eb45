// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
import PanoramaModel
import PanoramaStore
import TestSupport
import Testing

@testable import PanoramaPipeline

/// Of the names of events only what does not follow from segments and first names is kept with a snapshot.
@Suite
struct NameFolderTests {
    private let place: Workplace
    private let store: Store

    init() throws {
        place = try Workplace()
        store = try Store(directory: place.folder.path("state"))
    }

    /// Takes a file in.
    ///
    /// - Returns: its list of names.
    private func take(_ lines: [String], as name: String, folding: Bool = true) throws -> SnapshotList {
        let known = Set(try store.lists(.names))
        try place.drop(Array(lines.map { $0 + "\n" }.joined().utf8), as: name)
        let inbox = place.folder.path("inbox")
        let folder = NameFolder(store: store)
        let intake = Intake(store: store, inbox: inbox, settings: IntakeSettings(), folder: folder)
        let entry = FileEntry(path: name, size: 1, modified: 2, changed: 3, inode: 4, state: .waiting)
        _ = try intake.take(entry, now: .max)
        if folding { #expect(try folder.fold().isEmpty) }
        return try #require(try Set(store.lists(.names)).subtracting(known).first)
    }

    /// The names that are kept in place of a list.
    private func exceptions(_ list: SnapshotList) throws -> [String] {
        var names: [String] = []
        try NameList.forEach(try #require(try store.exceptions(of: list))) { names.append("\($0) \($1.id) \($1.name)") }
        return names
    }

    private func line(_ id: Int, _ login: String, _ name: String = "o/a", hour: Int = 7) -> String {
        InventedEvent(id: id, login: login, name: name, time: "2025-01-15T0\(hour):30:00Z").line
    }

    @Test
    func aNameStandsOnceHoweverManyHoursSeeIt() throws {
        let first = try take([line(1, "a"), line(2, "a", hour: 8)], as: "1.json")
        let second = try take([line(3, "a", hour: 5)], as: "2.json")
        #expect(try exceptions(first).isEmpty && exceptions(second).isEmpty)
        #expect(try place.keptFiles(endingIn: ".names").isEmpty)
    }

    @Test
    func anotherNameIsAnExceptionAndTheFirstStaysTheFirst() throws {
        #expect(try exceptions(take([line(1, "a")], as: "1.json")).isEmpty)
        #expect(try exceptions(take([line(2, "b", hour: 3)], as: "2.json")) == ["developers 1 b"])
        #expect(try exceptions(take([line(3, "a", hour: 4)], as: "3.json")).isEmpty)
        #expect(try store.firstNames(of: [1], .developers) == [1: "a"])
    }

    @Test
    func namesThatOneHourGivesAnIDAreAllKept() throws {
        _ = try take([line(1, "a")], as: "1.json")
        let list = try take([line(2, "a"), line(3, "b", "")], as: "2.json")
        #expect(
            try exceptions(list) == ["developers 1 a", "developers 1 b", "repositories 100 ", "repositories 100 o/a"]
        )
    }

    @Test
    func anIDWhoseEventsLackNamesIsAnException() throws {
        _ = try take([line(1, "a")], as: "1.json")
        #expect(
            try exceptions(take([line(2, "a"), line(3, "")], as: "2.json")) == ["developers 1 ", "developers 1 a"]
        )
        #expect(try exceptions(take([line(4, "", "")], as: "3.json")) == ["developers 1 ", "repositories 100 "])
        #expect(try store.names(of: 1, .developers).map(\.name) == ["a"])
    }

    @Test
    func theFirstNameIsAnotherWhereNothingRestsOnItAnyMore() throws {
        _ = try take([line(1, "a")], as: "1.json")
        let second = try take([line(2, "c", hour: 8)], as: "2.json")
        _ = try take([line(3, "b", hour: 9)], as: "3.json")
        try place.forget("1.json")
        #expect(try store.firstNames(of: [1], .developers) == [1: "b"])
        #expect(try exceptions(second) == ["developers 1 c"])
        #expect(try exceptions(take([line(4, "b")], as: "4.json")).isEmpty)
    }

    @Test
    func listsFoldedTogetherAreEachReplaced() throws {
        let first = try take([line(1, "a")], as: "1.json", folding: false)
        let second = try take([line(2, "b", "o/b")], as: "2.json")
        #expect(try exceptions(first).isEmpty)
        #expect(try exceptions(second) == ["developers 1 b", "repositories 100 o/b"])
    }
}
