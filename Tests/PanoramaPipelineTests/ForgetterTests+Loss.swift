// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel
import PanoramaStore
import TestSupport
import Testing

@testable import PanoramaPipeline

/// Lists that are lost, with the files they could be read from, stop nothing.
extension ForgetterTests {
    /// Deletes the file of a snapshot from the inbox, and all that it keeps beside the catalogue.
    private func lose(_ name: String, _ place: Workplace) throws {
        let store = try Store(directory: place.folder.path("state"))
        let sha256 = try #require(try store.snapshots().first { $0.source == name }).sha256
        for path in try place.keptFiles() where path.contains(sha256) {
            try FileManager.default.removeItem(atPath: place.folder.path(path))
        }
        try FileManager.default.removeItem(atPath: place.folder.path("inbox/\(name)"))
    }

    @Test(arguments: 1...16 as ClosedRange<UInt64>)
    func aSnapshotWhoseListsAreLostIsForgottenExactly(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let (place, clean) = try (Workplace(), Workplace())
        let victim = "\(Int.random(in: 0..<6, using: &random)).json"
        for number in 0..<6 {
            let bytes = events(&random)
            try place.drop(bytes, as: "\(number).json")
            if "\(number).json" != victim { try clean.drop(bytes, as: "\(number).json") }
            try takeIn(place, folding: Bool.random(using: &random))
        }
        if Bool.random(using: &random) { try takeIn(place, folding: true) }
        try lose(victim, place)
        let (forgotten, losses) = try place.forget([victim])
        #expect(forgotten.map(\.snapshot.source) == [victim])
        #expect(
            losses.contains { $0.list.kind == .names } && losses.allSatisfy { $0.isOfForgotten && $0.source == victim }
        )
        #expect(try content(place) == content(clean))
    }

    @Test(arguments: 1...16 as ClosedRange<UInt64>)
    func aLostListOfAnotherIsNoHindranceAndComesBackWithItsFile(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let (place, clean) = try (Workplace(), Workplace())
        var files: [String: [UInt8]] = [:]
        for number in 0..<6 {
            let bytes = events(&random)
            files["\(number).json"] = bytes
            try place.drop(bytes, as: "\(number).json")
            if number != 1 { try clean.drop(bytes, as: "\(number).json") }
            try takeIn(place, folding: Bool.random(using: &random))
        }
        try lose("2.json", place)
        let losses = try place.forget(["1.json"]).losses
        #expect(!losses.isEmpty && losses.allSatisfy { !$0.isOfForgotten && $0.source == "2.json" })
        try place.drop(#require(files["2.json"]), as: "2.json")
        #expect(try content(place) == content(clean))
    }

    @Test
    func whereBothAreLostWhatTheOtherMayHaveToldStays() throws {
        let place = try Workplace()
        for number in 1...3 {
            let line = InventedEvent(id: number, developer: number, login: "d\(number)", repository: 100 + number).line
            try place.drop(Array(line.utf8), as: "\(number).json")
        }
        try takeIn(place, folding: true)
        for name in ["1.json", "2.json"] { try lose(name, place) }
        let losses = try place.forget(["1.json"]).losses
        #expect(losses.map(\.isOfForgotten) == [true, false] && losses.map(\.source) == ["1.json", "2.json"])
        let store = try Store(directory: place.folder.path("state"))
        #expect(try store.names(of: 2, .developers).map(\.name) == ["d2"])
        #expect(try store.names(of: 3, .developers).map(\.name) == ["d3"])
        #expect(try place.forget(["2.json"]).losses.map(\.isOfForgotten) == [true])
        #expect(try store.names(of: 1, .developers).isEmpty && store.names(of: 2, .developers).isEmpty)
        #expect(try store.names(of: 3, .developers).map(\.name) == ["d3"])
    }

    @Test
    func anInboxThatIsAwayDoesNotMakeListsLost() throws {
        let place = try Workplace()
        try place.drop(Array(InventedEvent(id: 1).line.utf8), as: "1.json")
        try takeIn(place, folding: true)
        for path in try place.keptFiles() { try FileManager.default.removeItem(atPath: place.folder.path(path)) }
        #expect(rename(place.folder.path("inbox"), place.folder.path("away")) == 0)
        let error = #expect(throws: StoreError.self) { try place.forget("1.json") }
        #expect(error?.code == .inputOutput && error?.message.contains("nothing was forgotten") == true)
        #expect(try Store(directory: place.folder.path("state")).snapshots().count == 1)
        #expect(rename(place.folder.path("away"), place.folder.path("inbox")) == 0)
        #expect(throws: StoreError.self) { try place.forget("1.json") }
        try FileManager.default.removeItem(atPath: place.folder.path("inbox/1.json"))
        #expect(try place.forget("1.json").count == 1)
    }
}
