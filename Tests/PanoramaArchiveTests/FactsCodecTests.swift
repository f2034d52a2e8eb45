// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import TestSupport
import Testing

@testable import PanoramaArchive

@Suite
struct FactsCodecTests {
    private func randomFacts(_ seed: UInt64) -> [RepositoryFacts] {
        var random = SplitMix(seed: seed)
        let ids = Set(
            (0..<Int.random(in: 0...80, using: &random)).map { _ in Int64.random(in: 1...(.max), using: &random) }
        )
        return (ids.union(seed % 3 == 0 ? [1, .max] : [])).sorted().map { id in
            func maybe<Value>(_ values: Value...) -> Value? {
                Bool.random(using: &random) ? nil : values.randomElement(using: &random)
            }
            var facts = RepositoryFacts(
                id: RepositoryID(rawValue: id),
                seen: .random(in: -9...2_000_000_000, using: &random)
            )
            facts.name = maybe("a/b", "\u{65e5}/\u{672c}", "")
            facts.description = maybe("", "text \u{0} and more")
            facts.language = maybe("", "Swift")
            facts.topics = maybe([], ["a"], ["", "b", "c"])
            facts.stars = maybe(0, 7, .max)
            facts.forks = maybe(0, 300)
            facts.licence = maybe("", "MIT", "NOASSERTION")
            facts.createdAt = maybe(0, .min, 1_500_000_000)
            facts.isArchived = maybe(true, false)
            facts.isFork = maybe(true, false)
            for field in RepositoryFacts.Field.allCases where Int.random(in: 0..<6, using: &random) == 0 {
                facts.date(field, .random(in: -100...facts.seen, using: &random))
            }
            return facts
        }
    }

    @Test(arguments: UInt64(0)..<60)
    func whatIsPackedComesOut(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let facts = randomFacts(seed)
        let bytes = try FactsCodec.encode(facts)
        #expect(try FactsCodec.decode(bytes) == facts)
        #expect(try FactsCodec.encode(facts.shuffled(using: &random)) == bytes)
    }

    @Test(arguments: UInt64(0)..<20)
    func damageIsAnErrorNotACrash(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let facts = randomFacts(seed + 1_000)
        let bytes = try FactsCodec.encode(facts)
        for _ in 0..<50 {
            var damaged = bytes
            damaged[.random(in: 0..<bytes.count, using: &random)] ^= .random(in: 1...255, using: &random)
            if let found = try? FactsCodec.decode(damaged) { #expect(found == facts, "damage went unnoticed") }
            #expect(throws: SegmentError.self) {
                try FactsCodec.decode(Array(bytes.prefix(.random(in: 0..<bytes.count, using: &random))))
            }
        }
        #expect(throws: SegmentError.self) { try FactsCodec.decode(try SegmentEnvelope.seal(.scores, [0])) }
    }

    @Test(arguments: UInt64(0)..<200)
    func contentOfTheRightSealButNotOursIsAnErrorNotACrash(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        var content = try SegmentEnvelope.open(.facts, FactsCodec.encode(randomFacts(seed | 1))[...])
        for _ in 0..<4 where !content.isEmpty {
            content[.random(in: 0..<content.count, using: &random)] = .random(in: 0...255, using: &random)
        }
        content.removeLast(.random(in: 0...content.count, using: &random))
        let sealed = try SegmentEnvelope.seal(.facts, content)
        guard let facts = try? FactsCodec.decode(sealed) else { return }
        #expect(try FactsCodec.decode(FactsCodec.encode(facts)) == facts)
    }
}
