// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
import PanoramaModel
import TestSupport
import Testing

@testable import PanoramaPipeline

@Suite
struct ScorePartsTests {
    private func anatomy(_ entry: RandomMonths.Entry, _ months: RandomMonths) throws -> MonthAnatomy {
        MonthAnatomy(
            scores: entry.scores,
            previous: entry.previous,
            graph: try MonthGraph(PairList(entry.pairs), months.parameters, bots: months.bots),
            parameters: months.parameters
        )
    }

    @Test(arguments: UInt64(0)..<40)
    func thePartsAddUpToTheScoreOfEveryNode(seed: UInt64) throws {
        let months = try RandomMonths(seed: seed)
        var explained = 0
        for entry in months.months {
            let anatomy = try anatomy(entry, months)
            for kind in NodeKind.allCases {
                for node in entry.scores.nodes(kind) {
                    let parts = anatomy.parts(of: node.id, kind)
                    guard node.month == entry.scores.month.ordinal else {
                        #expect(parts == nil, "a node at rest has no parts")
                        continue
                    }
                    let sum = try #require(parts?.sum)
                    #expect((sum - node.value).magnitude <= 1e-12 * max(node.value, 1), "\(kind) \(node.id)")
                    explained += 1
                }
            }
        }
        #expect(explained > 0)
    }

    @Test(arguments: UInt64(0)..<20)
    func whatNeighboursAddIsWhatTheyGiveAway(seed: UInt64) throws {
        let months = try RandomMonths(seed: seed)
        let parameters = months.parameters
        for entry in months.months where entry.scores.pairs > 0 {
            let anatomy = try anatomy(entry, months)
            let share = entry.scores.background / Double(anatomy.graph.nodeCount)
            var given: [Int64: Double] = [:]
            for repository in anatomy.graph.repositories {
                for contribution in try #require(anatomy.parts(of: repository, .repository)).contributions {
                    given[contribution.id, default: 0] += contribution.value
                }
            }
            for developer in entry.scores.developers where developer.month == entry.scores.month.ordinal {
                let value = developer.value - share
                let passed = (1 - parameters.retention.repository) * parameters.edgeShare * value
                #expect((given[developer.id, default: 0] - passed).magnitude <= 1e-12 * max(value, 1))
            }
        }
    }

    @Test
    func carryNamesTheMonthItComesFromAndFades() throws {
        let start = StartValue(parameters: ScoringParameters())
        let node = NodeScore(id: 1, value: 10, month: 24_300)
        #expect((start.carried(node, into: Month(ordinal: 24_302)) - 10 * 0.85 * 0.85).magnitude < 1e-12)
        #expect(start.carried(node, into: Month(ordinal: 24_300)) == 0)
        #expect(start.carried(node, into: Month(ordinal: 24_400)) == 0, "faded below the least that is carried")
        #expect(start.carried(NodeScore(id: 1, value: .infinity, month: .min + 1), into: Month(ordinal: 24_300)) == 0)
        #expect(start.added(byActivity: 44.08) == 0.5)
        let strict = StartValue(parameters: .openDigger2024)
        let small = NodeScore(id: 1, value: 0.5, month: 24_300)
        #expect(strict.carried(small, into: Month(ordinal: 24_301)) > 0, "without a month at rest")
        #expect(strict.carried(small, into: Month(ordinal: 24_302)) == 0, "at rest below the least that is kept")
    }

    @Test(arguments: UInt64(0)..<30)
    func whatBecameOfPairsAgreesWithTheGraph(seed: UInt64) throws {
        let months = try RandomMonths(seed: seed)
        for entry in months.months {
            let graph = try MonthGraph(PairList(entry.pairs), months.parameters, bots: months.bots)
            let counter = ParticipationCounter(
                pairs: PairList(entry.pairs),
                parameters: months.parameters,
                bots: months.bots,
                scores: entry.scores
            )
            for (kind, ids) in [(NodeKind.developer, Int64(1)...17), (.repository, 100...116)] {
                for id in ids {
                    let found = try counter.participation(of: id, kind)
                    let neighbours = graph.neighbours(of: id, kind)?.count ?? 0
                    #expect(found.scored == neighbours, "\(kind) \(id)")
                    #expect((found.verdict == .takesPart) == (neighbours > 0))
                    let fates = [
                        found.bots, found.withoutValidEvent, found.withoutActivity, found.tooBusy, found.tooSlight,
                        found.scored,
                    ]
                    #expect(fates.reduce(0, +) == found.pairs)
                    let reason = found.reason(kind, in: "a month", months.parameters)
                    #expect((reason == nil) == (neighbours > 0))
                }
            }
        }
    }

    @Test
    func scoresThatArePrintedAlikeShareARank() {
        let values = [3, 1, 1.000_000_1, 2, 1, 9]
        let nodes = values.enumerated().map { index, value in
            NodeScore(id: Int64(index), value: value, month: index == 5 ? 24_299 : 24_300)
        }
        let scores = MonthScores(month: Month(ordinal: 24_300), repositories: nodes)
        let standings = (0..<7).map { scores.standing(of: $0, .repository) }
        #expect(standings.map { $0?.rank } == [1, 3, 3, 2, 3, nil, nil])
        #expect(standings[0]?.count == 5, "what rests is not ranked")
        #expect(scores.standing(of: 0, .developer) == nil)
    }
}
