// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import PanoramaStore
import TestSupport
import Testing

@testable import PanoramaPipeline

@Suite
struct NodeFinderTests {
    private let folder: TemporaryFolder
    private let finder: NodeFinder

    init() throws {
        folder = try TemporaryFolder()
        let store = try Store(directory: folder.path("state"))
        let day: Int64 = 86_400
        func time(_ month: String) throws -> Int64 { try #require(Month(month)).startEpochSeconds }
        try store.fold(
            developers: [
                (5, "alice", try time("2025-01"), try time("2025-04")), (7, "12", 1, 2), (12, "bob", 1, 2),
                (-9, "old-timer", 1, 2),
            ],
            repositories: [
                // #1 was old/name until February, when it became new/name; #2 took old/name in March.
                (1, "old/name", try time("2025-01"), try time("2025-02") + 5 * day),
                (1, "new/name", try time("2025-02") + 6 * day, try time("2025-06")),
                (2, "old/name", try time("2025-03"), try time("2025-06")),
                (-3, "lost/name", 1, 2),
            ],
            from: []
        )
        finder = NodeFinder(store: store)
    }

    private func find(_ text: String, _ month: String? = nil) throws -> NamedNode? {
        let query = try #require(NodeQuery(text))
        return try finder.node(query.kind, called: query.text, in: month.flatMap { Month($0) })
    }

    @Test
    func aNameMeansTheOneWhoBoreItAtTheTime() throws {
        #expect(try find("old/name")?.id == 2)
        #expect(try find("OLD/Name", "2025-01")?.id == 1)
        #expect(try find("old/name", "2025-02")?.id == 1)
        #expect(try find("old/name", "2025-03")?.id == 2)
        #expect(try find("old/name", "2025-03")?.namesakes == [1])
        #expect(try find("new/name", "2025-01")?.id == 1, "a later name of the same repository")
        let node = try find("new/name")
        #expect(node?.name == "new/name")
        #expect(node?.formerNames.map(\.name) == ["old/name"])
        #expect(node?.namesakes == [])
    }

    @Test
    func numbersAreTakenForThoseOfTheKind() throws {
        #expect(try find("1")?.name == "new/name")
        #expect(try find("#2")?.name == "old/name")
        #expect(try find("@5")?.name == "alice")
        #expect(try find("@12")?.id == 7, "a login of digits goes before the number")
        #expect(try find("3")?.names == [], "counted pairs may come without names")
        #expect(try find("@alice")?.id == 5)
    }

    @Test
    func whatIsKnownByNameAloneIsFoundToo() throws {
        #expect(try find("lost/name")?.id == -3)
        #expect(try find("@Old-Timer")?.id == -9)
    }

    @Test
    func theUnknownComesWithAGuess() throws {
        #expect(try find("no/such") == nil)
        #expect(try finder.unknown(.repository, "ner/name").message.contains("new/name"))
        #expect(try !finder.unknown(.developer, "nobody").message.contains("mean"))
    }

    @Test(arguments: [
        (NodeKind.repository, "NEW/nmae", "new/name"), (.repository, "nwe/name", "new/name, lost/name, old/name"),
        (.developer, "alcie", "@alice"), (.developer, "aliec", "@alice"), (.developer, "Old-Tmier", "@old-timer"),
        (.repository, "new/other", ""), (.repository, "424242", ""), (.developer, "al", ""),
    ])
    func whatIsMisspeltComesWithWhatIsNearIt(kind: NodeKind, written: String, meant: String) throws {
        let guess = meant.isEmpty ? "" : "; did you mean \(meant)?"
        #expect(try finder.unknown(kind, written).message.hasSuffix("called '\(written)'\(guess)"))
    }

    @Test(arguments: [
        "https://github.com/new/name", "http://www.github.com/new/name/", "github.com/new/name.git",
        "https://GitHub.com/new/name/issues/7?q=a/b#c", "new/name",
    ])
    func theAddressOfAPageMeansItsRepository(text: String) {
        #expect(NodeQuery(text)?.text == "new/name" && NodeQuery(text)?.kind == .repository)
    }

    @Test(arguments: [
        "", "@", "name", "a/b/c", "/b", "a/", "-5", "#", "@a/b", "#x", "0", "https://github.com/a",
        "https://github.com/", "https://gitlab.com/a/b",
    ])
    func whatCanBeNeitherIsRefused(text: String) {
        #expect(NodeQuery(text) == nil)
    }
}
