// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaArchive
import PanoramaModel
import PanoramaPipeline
import TestSupport
import Testing

@Suite
struct MonthScorerTests {
    private let month = Month(ordinal: 2025 * 12)

    private func pair(
        _ developer: Int64,
        _ repository: Int64,
        valid: Bool = true,
        bot: Bool = false,
        issues: UInt32 = 1
    ) -> Pair {
        var counts = ActivityCounts()
        counts.issuesOpened = issues
        return Pair(
            developer: DeveloperID(rawValue: developer),
            repository: RepositoryID(rawValue: repository),
            counts: counts,
            isValid: valid,
            isActive: true,
            isBot: bot
        )
    }

    private func table(_ pairs: [Pair]) -> PairTable {
        PairTable(pairs.sorted { ($0.developer, $0.repository) < ($1.developer, $1.repository) })
    }

    private func scores(_ pairs: [Pair], _ parameters: ScoringParameters = ScoringParameters()) throws -> MonthScores {
        try MonthScorer(parameters, bots: [DeveloperID(rawValue: 99)]).score(month, table(pairs), after: nil)
    }

    @Test
    func botsAndPairsWithoutAValidEventTakeNoPart() throws {
        let all = try scores([pair(1, 10), pair(2, 11, valid: false), pair(3, 12, bot: true), pair(99, 13)])
        #expect(all.developers.map(\.id) == [1])
        #expect(all.repositories.map(\.id) == [10])
    }

    @Test
    func aDeveloperInMoreThanThreeHundredRepositoriesIsTakenOutOfAllOfThem() throws {
        let busy = (0..<301).map { pair(7, 1_000 + Int64($0)) }
        let rest = [pair(1, 1_000), pair(2, 1_001)]
        let scores = try scores(busy + rest)
        #expect(scores.developers.map(\.id) == [1, 2])
        #expect(scores.repositories.map(\.id) == [1_000, 1_001], "what only the busy one touched is dropped")
        #expect(try self.scores(rest) == scores)
        let allowed = try self.scores(busy.dropLast() + rest)
        #expect(allowed.developers.map(\.id) == [1, 2, 7])
    }

    @Test
    func nodesAtRestKeepTheirValueUntilItHasFaded() throws {
        let scorer = MonthScorer(ScoringParameters(), bots: [])
        var scores = try scorer.score(month, table([pair(1, 10, issues: 40)]), after: nil)
        let first = try #require(scores.repositories.first)
        for step in 1...60 {
            let next = month.advanced(by: step)
            scores = try scorer.score(next, table([pair(2, 20)]), after: scores)
            #expect(scores.score(of: RepositoryID(rawValue: 10)) == 0, "it took no part")
            var carried = first.value
            for _ in 0..<step { carried *= 0.85 }
            let kept = scores.repositories.first { $0.id == 10 }
            if carried > 0.01 * 1.000_001 { #expect(kept == first) }
            if carried < 0.01 * 0.999_999 { #expect(kept == nil, "month \(step)") }
        }
    }

    @Test
    func aMonthWithoutPairsChangesNothingButTime() throws {
        let scorer = MonthScorer(ScoringParameters(), bots: [])
        let first = try scorer.score(month, table([pair(1, 10, issues: 9)]), after: nil)
        let empty = try scorer.score(month.advanced(by: 1), table([]), after: first)
        #expect(empty.repositories == first.repositories)
        #expect(empty.pairs == 0)
    }

    @Test(arguments: UInt64(0)..<30)
    func valueIsConservedOverMonthsOfARandomNetwork(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let parameters = ScoringParameters()
        let scorer = MonthScorer(parameters, bots: [])
        var previous: MonthScores?
        for step in 0..<6 {
            let keys = Set(
                (0..<40).map { _ in [Int64.random(in: 1...15, using: &random), .random(in: 100...112, using: &random)] }
            )
            let pairs = keys.map { pair($0[0], $0[1], issues: .random(in: 1...60, using: &random)) }
            let now = month.advanced(by: step)
            let scores = try scorer.score(now, table(pairs), after: previous)
            let developers = scores.developers.filter { $0.month == now.ordinal }
            let repositories = scores.repositories.filter { $0.month == now.ordinal }
            let share = scores.background / Double(developers.count + repositories.count)
            func carried(_ nodes: [NodeScore]?, _ id: Int64) -> Double {
                guard let node = nodes?.first(where: { $0.id == id }) else { return 0 }
                var value = node.value
                for _ in node.month..<now.ordinal { value *= 0.85 }
                return value > 0.01 ? value : 0
            }
            var start = 0.0
            for developer in developers {
                let activity = pairs.filter { $0.developer.rawValue == developer.id }
                    .reduce(0) { $0 + $1.counts.activity(parameters.weights) }
                start += carried(previous?.developers, developer.id) + logistic(0.10425 * (activity - 44.08))
            }
            for repository in repositories { start += 3.0 / 7 * carried(previous?.repositories, repository.id) }
            let end =
                developers.reduce(0) { $0 + $1.value - share } + 3.0 / 7
                * repositories.reduce(0) { $0 + $1.value - share }
                + 3.0 / 17 * scores.background
            #expect((end - start).magnitude <= 1e-11 * max(start, 1))
            previous = scores
        }
    }

    @Test
    func scoresComeOutOfTheCacheAsTheyWentIn() throws {
        let scores = try scores([pair(1, 10), pair(2, 11), pair(2, 10, issues: 5)])
        #expect(try MonthScores(decoding: scores.encode()[...]) == scores)
    }

    /// The logistic function.
    private func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
}
