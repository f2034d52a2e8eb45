// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel
import Testing

@Suite
struct RepositoryFactsTests {
    /// Every observation at two times with two facts, each missing or one of two values; names differ in bytes alone.
    private static let observations: [RepositoryFacts] = {
        var all: [RepositoryFacts] = []
        for seen in Int64(1)...2 {
            for name in [nil, "\u{e9}", "e\u{301}"] as [String?] {
                for stars in [nil, 5, 7] as [Int64?] {
                    var facts = RepositoryFacts(id: RepositoryID(rawValue: 9), seen: seen)
                    facts.name = name
                    facts.stars = stars
                    all.append(facts)
                }
            }
        }
        return all
    }()

    private func merged(_ facts: RepositoryFacts...) -> RepositoryFacts {
        facts.dropFirst().reduce(into: facts[0]) { $0.merge($1) }
    }

    /// Everything that makes facts what they are, names as bytes.
    private func content(_ facts: RepositoryFacts) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return Array(try encoder.encode(facts))
    }

    @Test
    func mergingDependsOnNeitherOrderNorGrouping() throws {
        let all = Self.observations
        for first in all {
            #expect(try content(merged(first, first)) == content(first))
            for second in all {
                let pair = merged(first, second)
                #expect(try content(pair) == content(merged(second, first)))
                for third in all {
                    let left = try content(merged(pair, third))
                    let right = try content(merged(first, merged(second, third)))
                    guard left == right else {
                        Issue.record("\(first) \(second) \(third) merge differently when grouped")
                        return
                    }
                }
            }
        }
    }

    @Test
    func theNewestOfEachFactStands() {
        var old = RepositoryFacts(id: RepositoryID(rawValue: 9), seen: 10)
        (old.name, old.stars, old.description) = ("a/b", 1, "first")
        var middle = RepositoryFacts(id: RepositoryID(rawValue: 9), seen: 20)
        (middle.name, middle.stars, middle.description) = ("a/c", 2, "second")
        var new = RepositoryFacts(id: RepositoryID(rawValue: 9), seen: 30)
        (new.name, new.description) = ("a/d", "")
        for facts in [merged(old, new, middle), merged(merged(new, old), middle), merged(middle, merged(old, new))] {
            #expect(facts.seen == 30)
            #expect(facts.name == "a/d")
            #expect(facts.stars == 2, "a gap is filled from the newest that gives the fact")
            #expect(facts.time(of: .stars) == 20)
            #expect(facts.description == "", "having none is news, not a gap")
        }
    }

    @Test
    func factsOfAnotherRepositoryAreNotTaken() {
        var facts = RepositoryFacts(id: RepositoryID(rawValue: 1), seen: 1)
        var other = RepositoryFacts(id: RepositoryID(rawValue: 2), seen: 2)
        other.name = "a/b"
        facts.merge(other)
        #expect(facts == RepositoryFacts(id: RepositoryID(rawValue: 1), seen: 1))
        other.date(.stars, 1)
        other.date(.name, 2)
        #expect(other.older.isEmpty, "only a fact that is known can be older than the rest")
    }

    @Test
    func factsComeBackFromJSON() throws {
        var facts = RepositoryFacts(id: RepositoryID(rawValue: 65_600_975), seen: 30)
        (facts.name, facts.description, facts.language) = ("pytorch/pytorch", "Tensors", "Python")
        (facts.topics, facts.stars, facts.forks) = (["gpu", "deep-learning"], 90_000, 24_000)
        (facts.licence, facts.createdAt) = ("NOASSERTION", 1_471_068_000)
        (facts.isArchived, facts.isFork) = (false, true)
        facts.date(.topics, 20)
        let data = try JSONEncoder().encode(facts)
        #expect(try JSONDecoder().decode(RepositoryFacts.self, from: data) == facts)
        let bare = Data(#"{"id": 1, "seen": 2}"#.utf8)
        #expect(
            try JSONDecoder().decode(RepositoryFacts.self, from: bare)
                == RepositoryFacts(id: RepositoryID(rawValue: 1), seen: 2)
        )
    }
}
