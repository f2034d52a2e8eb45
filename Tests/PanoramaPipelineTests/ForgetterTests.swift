// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel
import PanoramaStore
import PanoramaWatch
import TestSupport
import Testing

@testable import PanoramaPipeline

/// The state after snapshots were forgotten is that of one that never saw them.
@Suite(.timeLimit(.minutes(5)))
struct ForgetterTests {
    private let developers =
        Array(Int64(1)...5) + (0...3).map { DeveloperID.unidentified(login: "login\($0)").rawValue }
    private let repositories =
        Array(Int64(100)...103) + (0...3).map { RepositoryID.unidentified(name: "o/n\($0)").rawValue }

    /// A file of few events among few names, so that names, renames and facts overlap those of others; of some only the
    /// name or the number is given.
    func events(_ random: inout SplitMix) -> [UInt8] {
        let lines = (0..<Int.random(in: 1...6, using: &random)).map { _ in
            let repository = Int.random(in: 100...103, using: &random)
            let isFork = Bool.random(using: &random)
            let stars = Int.random(in: 0...9, using: &random)
            let language = Bool.random(using: &random) ? #","language":"L\#(stars % 3)""# : ""
            let forkee = #"{"forkee":{"id":\#(repository),"full_name":"o/f\#(stars % 2)","stargazers_count":\#(stars)"#
            let lacks = Int.random(in: 0...7, using: &random)
            var line =
                InventedEvent(
                    id: Int.random(in: 1...1_000_000, using: &random),
                    type: isFork ? "ForkEvent" : "IssuesEvent",
                    developer: Int.random(in: 1...5, using: &random),
                    login: lacks == 0
                        ? "" : "\(lacks == 4 ? "Login" : "login")\(Int.random(in: 0...3, using: &random))",
                    repository: repository,
                    name: lacks == 1 ? "" : "o/n\(Int.random(in: 0...3, using: &random))",
                    payload: isFork ? forkee + language + "}}" : #"{"action":"opened","issue":{"id":7}}"#,
                    time:
                        "2025-01-0\(Int.random(in: 1...9, using: &random))T0\(Int.random(in: 0...9, using: &random)):00:00Z"
                ).line + "\n"
            if lacks == 2, let actor = line.range(of: #""actor":{"id":\d,"#, options: .regularExpression) {
                line.replaceSubrange(actor, with: #""actor":{"#)
            }
            if lacks == 3 { line = line.replacing(#""repo":{"id":\#(repository),"#, with: #""repo":{"#) }
            return line
        }
        return Array(lines.joined().utf8)
    }

    /// Takes in what lies in the inbox.
    func takeIn(_ place: Workplace, folding: Bool) throws {
        let store = try Store(directory: place.folder.path("state"))
        let folder = NameFolder(store: store)
        let inbox = place.folder.path("inbox")
        let intake = Intake(store: store, inbox: inbox, settings: IntakeSettings(), folder: folder)
        var ledger = InboxLedger(try store.files(), keepsFailed: false)
        for file in ledger.update(try InboxScanner(root: inbox).scan().files, isOver: { _ in true }).open {
            _ = try intake.take(FileEntry(file), now: .max)
        }
        if folding { #expect(try folder.fold().isEmpty) }
    }

    /// All that the catalogue and the files beside it say, but for what is said of the inbox.
    func content(_ place: Workplace) throws -> [String] {
        try takeIn(place, folding: true)
        let store = try Store(directory: place.folder.path("state"))
        for (ids, subject) in [(developers, Store.NameSubject.developers), (repositories, .repositories)] {
            let named = try ids.filter { try !store.names(of: $0, subject).isEmpty }
            let first = try store.firstNames(of: ids, subject)
            #expect(Set(first.keys) == Set(named), "of the names of an id one is the first")
        }
        var lines = try store.snapshots().map { "\($0.sha256) \($0.path)" } + place.keptFiles()
        lines += try store.snapshotsByMonth(kind: "events").sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        for id in developers { lines += try store.names(of: id, .developers).map { "developer \($0)" } }
        for id in repositories { lines += try store.names(of: id, .repositories).map { "repository \($0)" } }
        let facts = try store.facts(of: repositories.map(RepositoryID.init(rawValue:)))
        return lines + facts.values.map { "\($0.id) \($0.seen) \($0)" }.sorted()
    }

    @Test(arguments: 1...24 as ClosedRange<UInt64>)
    func namesAndFactsAreThoseOfAStateThatNeverSawIt(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let place = try Workplace()
        var kept: [String: [UInt8]] = [:]
        for number in 0..<14 {
            if let victim = kept.keys.sorted().randomElement(using: &random), number % 3 == 2 {
                let isPair = Bool.random(using: &random)
                let other = isPair ? kept.keys.sorted().first { $0 != victim } : nil
                _ = try Forgetter(inbox: place.folder.path("inbox"), state: place.folder.path("state"))
                    .forget([victim, other].compactMap { $0 })
                for name in [victim, other].compactMap({ $0 }) { kept[name] = nil }
            } else {
                let bytes = events(&random)
                try place.drop(bytes, as: "\(number).json")
                kept["\(number).json"] = bytes
                try takeIn(place, folding: Bool.random(using: &random))
            }
        }
        let clean = try Workplace()
        for (name, bytes) in kept { try clean.drop(bytes, as: name) }
        #expect(try content(place) == content(clean))
    }

    @Test
    func whatOneSnapshotAloneKnewIsUnknown() throws {
        let place = try Workplace()
        func line(_ id: Int, _ login: String, day: Int) -> [UInt8] {
            Array(InventedEvent(id: id, login: login, name: "o/\(login)", time: "2025-01-0\(day)T00:00:00Z").line.utf8)
        }
        try place.drop(line(1, "a", day: 1), as: "1.json")
        try place.drop(line(2, "a", day: 5), as: "2.json")
        try place.drop(line(3, "b", day: 7), as: "3.json")
        try takeIn(place, folding: true)
        try place.forget("1.json", "3.json")
        let store = try Store(directory: place.folder.path("state"))
        let names = try store.names(of: 1, .developers)
        #expect(names.map(\.name) == ["a"] && names.first?.first == names.first?.last)
        #expect(try store.repository(named: "o/b") == nil)
    }

    /// The names of events that wait are in their list, and those that were folded follow from the segment.
    @Test(arguments: [true, false], [".names", ".segment"])
    func whatIsLackingForbidsItUntilItsFileIsReadAgain(isOfAnother: Bool, what: String) throws {
        let place = try Workplace()
        try place.drop(Array(InventedEvent(id: 1).line.utf8), as: "1.json")
        try takeIn(place, folding: what == ".segment")
        let list = try #require(try place.keptFiles(endingIn: what).first)
        try place.drop(Array(InventedEvent(id: 2, login: "other").line.utf8), as: "2.json")
        try takeIn(place, folding: what == ".segment")
        try place.folder.write([1, 2, 3], to: list)
        let before = try Store(directory: place.folder.path("state")).files()
        for _ in 0..<2 {
            let error = #expect(throws: StoreError.self) { try place.forget(isOfAnother ? "2.json" : "1.json") }
            #expect(error?.message.contains("nothing was forgotten") == true)
        }
        #expect(try Store(directory: place.folder.path("state")).files() == before)
        try FileManager.default.setAttributes(
            [.modificationDate: Date.now.addingTimeInterval(-60)],
            ofItemAtPath: place.folder.path("inbox/1.json")
        )
        try takeIn(place, folding: true)
        #expect(try place.keptFiles(endingIn: ".names").isEmpty)
        #expect(try place.forget(isOfAnother ? "2.json" : "1.json").count == 1)
    }

    @Test
    func aPathOrHashThatIsNotSureForgetsNothing() throws {
        let place = try Workplace()
        try place.drop(Array(InventedEvent(id: 1).line.utf8), as: "sub/2025-01-01-7.json")
        try takeIn(place, folding: true)
        let first = try #require(try Store(directory: place.folder.path("state")).snapshots().first).sha256
        try place.drop(Array(InventedEvent(id: 2).line.utf8), as: "outside.json")
        let inbox = place.folder.url.appending(path: "inbox")
        #expect(rename("\(inbox.path)/outside.json", "\(inbox.path)/sub/2025-01-01-7.json") == 0)
        try takeIn(place, folding: true)
        func message(_ subject: String...) -> String {
            do {
                _ = try Forgetter(inbox: inbox.path, state: place.folder.path("state")).forget(subject)
                return ""
            } catch {
                return "\(error)"
            }
        }
        let both = message("sub/2025-01-01-7.json")
        #expect(
            both.contains("means 2 snapshots") && both.contains(first) && both.contains("replaced since"),
            "\(both)"
        )
        #expect(message("sub/2025-01-1-7.json").contains("near: sub/2025-01-01-7.json"))
        #expect(message(String(first.prefix(7))).contains("8 digits"))
        let several = message(first, "no", "nor")
        #expect(several.contains("'no'") && several.contains("'nor'"))
        #expect(try Store(directory: place.folder.path("state")).snapshots().count == 2)
        #expect(message(first.uppercased(), String(first.prefix(8))).isEmpty)
        #expect(message(first.prefix(12).description).contains("there is no snapshot"))
        #expect(message(inbox.path + "/sub/2025-01-01-7.json").isEmpty, "one is left that is meant")
        #expect(message("sub/2025-01-01-7.json").contains("was forgotten before"))
    }
}
