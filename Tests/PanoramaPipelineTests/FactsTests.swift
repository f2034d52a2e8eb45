// SPDX-License-Identifier: Apache-2.0

import Foundation
import Logging
import PanoramaModel
import PanoramaPipeline
import PanoramaPluginKit
import PanoramaStore
import TestSupport
import Testing

@Suite
struct FactsTests {
    private let everything = LandscapeSettings(id: "test", title: "Test", admission: Admission())
    private let plugins = PluginSet(exporters: [FactsListing()])

    private func hour(
        _ payload: String = #"{"action":"opened","issue":{"id":7}}"#,
        type: String = "IssuesEvent"
    ) -> String {
        InventedEvent(id: 1).line + "\n" + InventedEvent(id: 2, type: type, developer: 2, payload: payload).line + "\n"
    }

    private func object(stars: Int, updated: String, _ more: String = "") -> String {
        #"{"id":100,"full_name":"owner/repo100","stargazers_count":\#(stars)\#(more),"updated_at":"\#(updated)"}"#
    }

    @Test(.timeLimit(.minutes(5)))
    func theNewestMetadataIsShownWhateverTheOrderOfFiles() async throws {
        let files = [
            "hour.json": hour(),
            "old.json": object(stars: 4, updated: "2025-05-01T10:00:00Z", #","topics":["a"],"language":"C""#),
            "new.json": object(stars: 9, updated: "2025-05-02T10:00:00Z", #","language":"Swift""#),
        ]
        var shown: Set<String> = []
        for order in [["hour.json", "old.json", "new.json"], ["new.json", "old.json", "hour.json"]] {
            let place = try Workplace()
            for name in order {
                try place.drop(#require(files[name]?.utf8), as: name)
                try await place.once(everything, plugins)
            }
            shown.insert(try place.latest("facts.txt"))
        }
        #expect(shown == [#"owner/repo100 9 Swift ["a"]"#])
    }

    @Test(.timeLimit(.minutes(5)))
    func newMetadataMakesANewEdition() async throws {
        let place = try Workplace()
        try place.drop(hour().utf8, as: "hour.json")
        try await place.once(everything, plugins)
        #expect(try place.latest("facts.txt") == "owner/repo100 nothing")
        try place.drop(object(stars: 4, updated: "2025-05-01T10:00:00Z").utf8, as: "a.json")
        #expect(try await place.once(everything, plugins).outcomes.map(\.1) == [.made(2, [])])
        #expect(try place.latest("facts.txt") == "owner/repo100 4 nil nil")
        try place.drop(object(stars: 5, updated: "2025-05-03T10:00:00Z").utf8, as: "b.json")
        #expect(try await place.once(everything, plugins).outcomes.map(\.1) == [.made(3, [])])
        #expect(try place.latest("facts.txt") == "owner/repo100 5 nil nil")
        #expect(try await place.once(everything, plugins).outcomes.map(\.1) == [.unchanged])
    }

    @Test(.timeLimit(.minutes(5)))
    func whatEventsSayOnTheWayIsShown() async throws {
        let repository = #"{"id":100,"full_name":"owner/repo100","stargazers_count":77,"topics":["x","y"]}"#
        let payload = #"{"action":"opened","pull_request":{"id":1,"title":"t","base":{"repo":\#(repository)}}}"#
        let place = try Workplace()
        try place.drop(hour(payload, type: "PullRequestEvent").utf8, as: "hour.json")
        try await place.once(everything, plugins)
        #expect(try place.latest("facts.txt") == #"owner/repo100 77 nil ["x", "y"]"#)
    }

    @Test(.timeLimit(.minutes(5)))
    func publishedScoresShowMetadataAndRestOnlyWhereItChanged() async throws {
        var settings = everything
        settings.scores = .published(vintage: nil)
        let place = try Workplace()
        try place.drop("repo_id,repository,month,openrank\n100,owner/repo100,2025-01,5\n".utf8, as: "scores.csv")
        try await place.once(settings, plugins)
        try place.drop(hour().utf8, as: "hour.json")
        #expect(try await place.once(settings, plugins).outcomes.map(\.1) == [.unchanged])
        let fork = #"{"forkee":{"id":5,"full_name":"me/new","stargazers_count":0}}"#
        try place.drop(hour(fork, type: "ForkEvent").utf8, as: "fork.json")
        #expect(try await place.once(settings, plugins).outcomes.map(\.1) == [.unchanged], "a stranger's facts")
        let fork100 = #"{"forkee":{"id":100,"full_name":"owner/repo100","stargazers_count":3}}"#
        try place.drop(hour(fork100, type: "ForkEvent").utf8, as: "fork100.json")
        #expect(try await place.once(settings, plugins).outcomes.map(\.1) == [.made(2, [])])
        #expect(try place.latest("facts.txt") == "owner/repo100 3 nil nil")
    }

    /// Unicode holds the two spellings for the same, bytes tell them apart: an order of files must not show.
    @Test(arguments: ["description", "language", "topics"])
    func textsThatDifferInTheirBytesAloneMergeWhateverTheOrder(field: String) throws {
        let spellings = ["\u{e9}", "e\u{301}"].map { text in
            var facts = RepositoryFacts(id: RepositoryID(rawValue: 1), seen: 10)
            switch field {
            case "description": facts.description = text
            case "language": facts.language = text
            default: facts.topics = ["a", text]
            }
            return facts
        }
        var stored: [[UInt8]] = []
        for order in [spellings, spellings.reversed()] {
            let folder = try TemporaryFolder()
            let store = try Store(directory: folder.path("state"))
            for facts in order { try store.fold(facts: [facts], from: []) }
            let found = try #require(try store.facts(of: [RepositoryID(rawValue: 1)]).values.first)
            let texts = [found.description, found.language].compactMap { $0 } + (found.topics ?? [])
            stored.append(texts.flatMap { Array($0.utf8) })
            let revision = try store.factsRevision()
            try store.fold(facts: order, from: [])
            #expect(try store.factsRevision() == revision, "nothing new")
        }
        #expect(stored[0] == stored[1])
    }

    @Test(.timeLimit(.minutes(5)), arguments: [true, false])
    func aListThatIsDamagedOrGoneCostsItsFactsUntilItsFileIsReadAgain(isGone: Bool) async throws {
        let place = try Workplace()
        let fork = #"{"forkee":{"id":100,"full_name":"owner/repo100","stargazers_count":3}}"#
        try place.drop(hour(fork, type: "ForkEvent").utf8, as: "fork.json")
        var settings = place.engineSettings(everything, plugins, 0.5)
        settings.landscapes = []
        _ = try await Engine(settings, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }).once()
        let list = place.folder.url.appending(path: try #require(try place.keptFiles(endingIn: ".facts").first))
        if isGone { try FileManager.default.removeItem(at: list) } else { try Data([1, 2, 3]).write(to: list) }
        let store = try Store(directory: place.folder.path("state"))
        let problems = try NameFolder(store: store).fold()
        #expect(problems.count == 1 && problems[0].hasPrefix("the facts of snapshot "), "\(problems)")
        #expect(try store.pending(.names).isEmpty, "the names are none the worse")
        #expect(try store.pending(.facts).count == 1)
        #expect(try store.facts(of: [RepositoryID(rawValue: 100)]).isEmpty)
        #expect(try NameFolder(store: store).fold().count == 1, "it is told until it is mended")
        try await place.once(everything, plugins)
        #expect(try place.latest("facts.txt") == "owner/repo100 nothing")
        try FileManager.default.setAttributes(
            [.modificationDate: Date.now.addingTimeInterval(-60)],
            ofItemAtPath: place.folder.path("inbox/fork.json")
        )
        try place.drop(InventedEvent(id: 3, time: "2025-01-16T00:00:00Z").line.utf8, as: "more.json")
        try await place.once(everything, plugins)
        #expect(try place.latest("facts.txt") == "owner/repo100 3 nil nil")
        #expect(try Store(directory: place.folder.path("state")).pendingCount() == 0)
    }

    @Test
    func factsComeBackFromTheCatalogueAndMergeThere() throws {
        let folder = try TemporaryFolder()
        let store = try Store(directory: folder.path("state"))
        var old = RepositoryFacts(id: RepositoryID(rawValue: 1), seen: 10)
        (old.name, old.description, old.language) = ("a/b", "d\n\"e\u{301}\"", "")
        (old.topics, old.stars, old.forks) = (["x", "\"y\"", "/z"], 3, .max)
        (old.licence, old.createdAt, old.isArchived, old.isFork) = ("MIT", -5, true, false)
        var new = RepositoryFacts(id: RepositoryID(rawValue: 1), seen: 20)
        new.stars = 4
        let other = RepositoryFacts(id: RepositoryID(rawValue: 2), seen: 1)
        try store.fold(facts: [old, other], from: [])
        #expect(try store.facts(of: [old.id, other.id, RepositoryID(rawValue: 3)]) == [old.id: old, other.id: other])
        let revision = try store.factsRevision()
        try store.fold(facts: [old], from: [])
        #expect(try store.factsRevision() == revision)
        try store.fold(facts: [new], from: [])
        var merged = old
        merged.merge(new)
        #expect(try store.facts(of: [old.id]) == [old.id: merged])
        #expect(merged.time(of: .topics) == 10)
        #expect(try store.factsRevision() > revision)
    }
}

/// An exporter that lists some facts.
private struct FactsListing: Exporter {
    static let id: PluginID = "facts-listing"
    static let summary = "Lists facts."

    init(configuration: NoSettings, context: PluginContext) {}
    init() {}

    func export(_ landscape: Landscape) -> [ExportedFile] {
        let lines = landscape.projects.map { project in
            guard let facts = project.facts else { return "\(project.repository) nothing" }
            func text(_ value: (some Any)?) -> String { value.map { "\($0)" } ?? "nil" }
            return "\(project.repository) \(text(facts.stars)) \(text(facts.language)) \(text(facts.topics))"
        }
        return [ExportedFile(path: "facts.txt", text: lines.joined(separator: "\n"))]
    }
}
