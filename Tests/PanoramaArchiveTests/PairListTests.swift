// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
import PanoramaModel
import TestSupport
import Testing

@Suite
struct PairListTests {
    private func pair(_ random: inout SplitMix, developers: Int64) -> Pair {
        let counts = (0..<10).map { _ in Bool.random(using: &random) ? 0 : UInt32.random(in: 0...300, using: &random) }
        return Pair(
            developer: DeveloperID(rawValue: .random(in: -3...developers, using: &random)),
            repository: RepositoryID(rawValue: .random(in: -3...4_000, using: &random)),
            counts: ActivityCounts(values: InlineArray { counts[$0] }),
            isValid: .random(using: &random),
            isActive: .random(using: &random),
            isBot: .random(using: &random)
        )
    }

    private func sorted(_ pairs: some Collection<Pair>) -> [Pair] {
        let byPlace = Dictionary(pairs.map { ([$0.developer.rawValue, $0.repository.rawValue], $0) }) { $1 }
        return byPlace.values.sorted { ($0.developer, $0.repository) < ($1.developer, $1.repository) }
    }

    /// What is put in bit by bit, in any order, is what is put in at once: the same pairs in the same blocks.
    @Test(arguments: UInt64(0)..<12)
    func theWayInDoesNotShow(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let developers: Int64 = seed < 6 ? 20 : 30_000
        let all = sorted((0..<(seed < 6 ? 60 : 40_000)).map { _ in pair(&random, developers: developers) })
        let whole = PairList(all)
        #expect(whole.count == all.count)
        #expect(seed < 6 || whole.blocks.count > 3, "blocks are cut")
        #expect(try whole.unpacked() == all)
        var parts: [Int: [Pair]] = [:]
        for pair in all { parts[.random(in: 0..<5, using: &random), default: []].append(pair) }
        var grown = PairList()
        for part in parts.values.shuffled(using: &random) { try grown.add(sorted(part)) { $0 = $1 } }
        #expect(grown == whole)
        #expect(grown.repositories == Set(all.map(\.repository.rawValue)).sorted())
    }

    /// Where both have a pair the two are combined, the one that was there before first.
    @Test(arguments: UInt64(0)..<12)
    func pairsOfTheSameNodesAreCombined(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        var expected: [[Int64]: UInt32] = [:]
        var list = PairList()
        for _ in 0..<6 {
            let added = sorted((0..<800).map { _ in pair(&random, developers: 40) })
            for pair in added {
                let key = [pair.developer.rawValue, pair.repository.rawValue]
                expected[key] = expected[key].map { $0 &* 3 &+ pair.counts.pushes } ?? pair.counts.pushes
            }
            try list.add(added) { $0.counts.pushes = $0.counts.pushes &* 3 &+ $1.counts.pushes }
        }
        let found = try list.unpacked().map { ([$0.developer.rawValue, $0.repository.rawValue], $0.counts.pushes) }
        #expect(Dictionary(found) { $1 } == expected)
        #expect(found.count == expected.count)
    }

    @Test(arguments: UInt64(0)..<6)
    func theNodesOfPairsAreFound(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let all = sorted((0..<20_000).map { _ in pair(&random, developers: 9_000) })
        let list = PairList(all)
        for id in Int64(-4)...60 {
            let (developer, repository) = (DeveloperID(rawValue: id), RepositoryID(rawValue: id))
            let ofDeveloper = all.filter { $0.developer == developer }
            #expect(try list.pairs(of: developer) == ofDeveloper)
            let found = try list.pairs(of: repository) { ($0, $1) }
            #expect(found.map(\.0) == all.filter { $0.repository == repository })
            #expect(list.contains(repository) == !found.isEmpty)
            if let (pair, own) = found.randomElement(using: &random) {
                #expect(own == all.filter { $0.developer == pair.developer })
            }
        }
        let counted = try list.concurrentMapOfPlaces { pairs in
            pairs.map { list.repositories[Int($0.repository.rawValue)] }
        }
        #expect(try list.concurrentMap { $0 }.flatMap { $0 } == all)
        #expect(counted.flatMap { $0 } == all.map(\.repository.rawValue))
    }

    /// Changed and cut bytes give other pairs or an error, and never more than was counted.
    @Test(arguments: UInt64(0)..<4)
    func damageIsAnErrorNotATrap(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let list = PairList(sorted((0..<40).map { _ in pair(&random, developers: 30) }))
        let bytes = try PairTable(list.unpacked()).encode()
        for end in bytes.indices { #expect(throws: SegmentError.self) { try PairTable(decoding: bytes[..<end]) } }
        var content = ByteWriter()
        content.write(list)
        for _ in 0..<4_000 {
            var damaged = content.bytes
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                damaged[Int.random(in: damaged.indices, using: &random)] = .random(in: 0...255, using: &random)
            }
            if Bool.random(using: &random) { damaged.removeLast(.random(in: 0..<damaged.count, using: &random)) }
            var reader = ByteReader(damaged)
            guard let other = try? reader.readPairList() else { continue }
            let count = try? other.unpacked().count
            #expect(count == nil || count == other.count)
        }
    }
}
