// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import TestSupport
import Testing

@testable import PanoramaPipeline

/// Discovery against one that holds all pairs of all months and counts with sets.
@Suite
struct DiscovererModelTests {
    private struct Model {
        let discovery: Discovery
        let bots: Set<DeveloperID>
        let pairs: [Pair]

        func grow(
            seeds: Set<RepositoryID>,
            watching watched: RepositoryID
        ) -> (reasons: [RepositoryID: String], relations: [Discoverer.Relation]) {
            let active = pairs.filter { pair in
                pair.isActive && (discovery.countsBots || !(pair.isBot || bots.contains(pair.developer)))
            }
            let developers = Dictionary(grouping: active, by: \.repository).mapValues { Set($0.map(\.developer)) }
            var reasons = Dictionary(uniqueKeysWithValues: seeds.map { ($0, "seed") })
            var relations: [Discoverer.Relation] = []
            for hop in 1...discovery.hops {
                let inside = reasons.keys.reduce(into: Set<DeveloperID>()) { $0.formUnion(developers[$1] ?? []) }
                let shared = developers.mapValues { $0.intersection(inside).count }
                let related = shared.filter { reasons[$0.key] == nil && $0.value >= discovery.sharedDevelopers }
                    .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                if reasons[watched] == nil {
                    relations.append(
                        Discoverer.Relation(
                            hop: hop,
                            sharedDevelopers: shared[watched] ?? 0,
                            place: related.firstIndex { $0.key == watched }.map { $0 + 1 }
                        )
                    )
                }
                if related.isEmpty { break }
                for (repository, count) in related.prefix(discovery.limit) {
                    reasons[repository] = "hop \(hop): \(count) developers shared with the circle"
                }
            }
            return (reasons, relations)
        }
    }

    private func invent(_ random: inout SplitMix) -> [Pair] {
        // Few developers of many repositories and many of few, so that circles neither stay empty nor take all at once.
        (0..<Int.random(in: 0...120, using: &random)).map { _ in
            let developer = Int.random(in: 1...40, using: &random)
            return Pair(
                developer: DeveloperID(rawValue: Int64(developer)),
                repository: RepositoryID(rawValue: Int64((developer / 3 + .random(in: -3...3, using: &random)) - 2)),
                isActive: .random(in: 0..<5, using: &random) > 0,
                isBot: .random(in: 0..<12, using: &random) == 0
            )
        }
    }

    @Test(arguments: UInt64(0)..<300)
    func monthByMonthAndBlockByBlockFindsWhatHoldingEverythingDoes(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let months = (0..<Int.random(in: 1...5, using: &random)).map { Month(ordinal: 24_300 + $0) }
        let pairs = Dictionary(uniqueKeysWithValues: months.map { ($0, invent(&random)) })
        let discovery = Discovery(
            seeds: [],
            hops: .random(in: 1...4, using: &random),
            sharedDevelopers: .random(in: 1...4, using: &random),
            limit: .random(in: 1...4, using: &random),
            countsBots: .random(using: &random)
        )
        let bots: Set<DeveloperID> = [DeveloperID(rawValue: 5), DeveloperID(rawValue: 20)]
        let seeds = Set((0..<2).map { _ in RepositoryID(rawValue: .random(in: -5...20, using: &random)) })
        let watched = RepositoryID(rawValue: .random(in: -5...20, using: &random))
        let size = Int.random(in: 1...50, using: &random)
        let discoverer = Discoverer(discovery: discovery, bots: bots, months: months) { month, body in
            let pairs = pairs[month] ?? []
            return stride(from: 0, to: pairs.count, by: size).map { body(Array(pairs[$0...].prefix(size))) }
        }
        let found = try discoverer.grow(seeds: seeds, watching: watched)
        let expected = Model(discovery: discovery, bots: bots, pairs: pairs.values.flatMap(\.self))
            .grow(seeds: seeds, watching: watched)
        #expect(found.reasons == expected.reasons)
        #expect(found.relations == expected.relations)
    }
}
