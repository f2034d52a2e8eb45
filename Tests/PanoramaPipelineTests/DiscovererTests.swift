// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import TestSupport
import Testing

@testable import PanoramaPipeline

@Suite
struct DiscovererTests {
    private func pair(_ developer: Int, _ repository: Int, active: Bool = true, bot: Bool = false) -> Pair {
        Pair(
            developer: DeveloperID(rawValue: Int64(developer)),
            repository: RepositoryID(rawValue: Int64(repository)),
            isActive: active,
            isBot: bot
        )
    }

    private func discover(
        _ pairs: [Pair],
        hops: Int = 1,
        shared: Int = 2,
        limit: Int = 10,
        bots: Bool = false
    ) throws -> [Int64: String] {
        let seed = RepositoryID(rawValue: 1)
        let discovery = Discovery(seeds: [], hops: hops, sharedDevelopers: shared, limit: limit, countsBots: bots)
        let discoverer = Discoverer(
            discovery: discovery,
            bots: [DeveloperID(rawValue: 99)],
            months: [Month(ordinal: 24_300)]
        ) { _, body in [body(pairs)] }
        let found = try discoverer.grow(seeds: [seed]).reasons
        return Dictionary(uniqueKeysWithValues: found.map { ($0.key.rawValue, $0.value) })
    }

    @Test
    func repositoriesAreRelatedByTheDevelopersTheyShare() throws {
        let pairs = [
            pair(1, 1), pair(2, 1), pair(3, 1),
            pair(1, 2), pair(2, 2), pair(2, 2),  // two shared, one of them seen twice
            pair(1, 3),  // one shared
            pair(1, 4, active: false), pair(2, 4, active: false),  // pushes alone
        ]
        let found = try discover(pairs)
        #expect(Set(found.keys) == [1, 2])
        #expect(found[1] == "seed")
        #expect(found[2]?.contains("2 developers") == true)
    }

    @Test
    func eachHopWidensTheCircleByTheMostRelated() throws {
        let pairs = [
            pair(1, 1), pair(2, 1), pair(1, 2), pair(2, 2), pair(3, 2), pair(4, 2), pair(3, 3), pair(4, 3),
        ]
        #expect(try Set(discover(pairs).keys) == [1, 2])
        #expect(try Set(discover(pairs, hops: 2).keys) == [1, 2, 3])
        let many = (1...3).map { pair($0, 1) } + (1...3).map { pair($0, 5) } + (1...2).map { pair($0, 4) }
        #expect(try Set(discover(many, limit: 1).keys) == [1, 5])
    }

    @Test
    func botsRelateNothingUnlessTheyAreAskedTo() throws {
        let pairs = [pair(99, 1), pair(98, 1, bot: true), pair(99, 2), pair(98, 2, bot: true)]
        #expect(try Set(discover(pairs).keys) == [1])
        #expect(try Set(discover(pairs, bots: true).keys) == [1, 2])
    }

    @Test(arguments: UInt64(0)..<50)
    func oneHopAgreesWithSets(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let pairs = (0..<150).map { _ in pair(.random(in: 1...25, using: &random), .random(in: 1...20, using: &random))
        }
        let seedDevelopers = Set(pairs.filter { $0.repository.rawValue == 1 }.map(\.developer))
        let related = Dictionary(grouping: pairs, by: \.repository).mapValues {
            Set($0.map(\.developer)).intersection(seedDevelopers).count
        }
        let expected = related.filter { $0.key.rawValue != 1 && $0.value >= 2 }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(10).map(\.key.rawValue)
        #expect(try Set(discover(pairs.shuffled(using: &random)).keys) == Set(expected + [1]))
    }
}
