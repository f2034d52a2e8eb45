// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
import PanoramaModel
import TestSupport

@testable import PanoramaPipeline

/// A few months of a random network, scored one after the other: nodes come and go, some pairs take no part.
struct RandomMonths {
    struct Entry {
        var pairs: [Pair]
        var scores: MonthScores
        var previous: MonthScores?
    }

    var parameters: ScoringParameters
    var bots: Set<DeveloperID> = [DeveloperID(rawValue: 15)]
    private(set) var months: [Entry] = []

    init(seed: UInt64, count: Int = 6) throws {
        var random = SplitMix(seed: seed)
        // Presets take turns, so that a new one is held against the explanations too.
        let presets = ScoringParameters.presets.values.sorted { $0.preset < $1.preset }
        parameters = presets.isEmpty ? ScoringParameters() : presets[Int(seed) % presets.count]
        parameters.repositoryLimit = 6
        parameters.minimumActivity = 12
        let scorer = MonthScorer(parameters, bots: bots)
        var previous: MonthScores?
        for step in 0..<count {
            // Some months are empty, so that values are carried over several.
            let pairs = Int.random(in: 0..<4, using: &random) == 0 ? [] : Self.pairs(&random)
            let table = PairTable(pairs)
            let scores = try scorer.score(Month(ordinal: 24_300 + step), table, after: previous)
            months.append(Entry(pairs: pairs, scores: scores, previous: previous))
            previous = scores
        }
    }

    private static func pairs(_ random: inout SplitMix) -> [Pair] {
        let keys = Set(
            (0..<50).map { _ in [Int64.random(in: 1...16, using: &random), .random(in: 100...115, using: &random)] }
        )
        return keys.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.map { key in
            var pair = Pair(developer: DeveloperID(rawValue: key[0]), repository: RepositoryID(rawValue: key[1]))
            pair.counts.issuesOpened = .random(in: 0...9, using: &random)
            pair.counts.issuesClosed = .random(in: 0...1, using: &random)
            pair.counts.pushes = .random(in: 0...3, using: &random)
            pair.isActive = pair.counts.issuesOpened > 0 || .random(using: &random)
            pair.isValid = Int.random(in: 0..<6, using: &random) > 0
            pair.isBot = key[0] == 16
            return pair
        }
    }
}
