// SPDX-License-Identifier: Apache-2.0

package import PanoramaArchive
package import PanoramaModel
package import PanoramaStore

/// Pairs and scores of every month, computed when asked for and kept in the cache under a fingerprint of their inputs.
///
/// A month is solved again only if its pairs, the scoring parameters or the scores of a month before it changed; everything
/// else is read back. Scores follow from these alone, to the last bit: the way by which data came does not show. The cache
/// holds no truth: deleting it costs time alone.
package final class MonthBook {
    private let cache: MonthCache
    private let pairs: PairBook
    private let scorer: MonthScorer
    private let parameters: ScoringParameters
    private let bots: [DeveloperID]
    /// Months that were solved rather than read back, with what that took.
    package private(set) var solved: [SolvedMonth] = []

    /// Opens the book over what the catalogue holds now.
    package convenience init(_ store: Store, _ parameters: ScoringParameters) throws {
        try self.init(store, parameters, PairBook(store, parameters.counting))
    }

    /// Opens the book over pairs, once all names are in their tables.
    init(_ store: Store, _ parameters: ScoringParameters, _ pairs: PairBook) throws {
        cache = MonthCache(store: store)
        try pairs.identify()
        self.pairs = pairs
        self.parameters = parameters
        bots = try store.developers(named: parameters.bots)
        scorer = MonthScorer(parameters, bots: bots)
    }

    /// Names of cache files that belong to the present inputs.
    package var cacheNames: Set<String> {
        pairs.cacheNames.union(months.map { MonthCache.name(.scores, $0) })
    }

    /// The months from the first with data to the last, months without any in between included.
    package var months: [Month] { pairs.months }

    /// Whether a month has counted pairs, alone or beside events.
    package func hasCountedPairs(_ month: Month) -> Bool { pairs.hasCountedPairs(month) }

    /// Whether a month has events or counted pairs.
    package func hasData(_ month: Month) -> Bool { pairs.hasData(month) }

    /// The pairs of a month, by developer and repository: those counted from its events, merged with counted pairs.
    package func pairs(of month: Month) throws -> PairTable { try pairs.pairs(of: month) }

    /// The events of a month by hour and type.
    package func hours(of month: Month) throws -> [HourCounts] { try pairs.hours(of: month) }

    /// The scores of every month in order, handed on one by one; months whose inputs did not change are read back.
    package func forEachMonth(_ body: (MonthScores) throws -> Void) throws {
        var rules = Fingerprint("scoring 4")
        rules.add(parameters.canonicalText)
        for bot in bots { rules.add("\(bot.rawValue)") }
        var previous: MonthScores?
        for month in months {
            try Task.checkCancellation()
            var inputs = Fingerprint("scores 3")
            inputs.add(rules.hex)
            inputs.add(previous?.digest ?? "")
            inputs.add(try pairs.digest(of: month))
            let scores = try scores(of: month, after: previous, inputs: inputs.hex)
            try body(scores)
            previous = scores
        }
    }

    /// The scores of a month: those kept, where they were made from the same inputs.
    private func scores(of month: Month, after previous: MonthScores?, inputs: String) throws -> MonthScores {
        if let kept = cache.entry(.scores, month, of: inputs), let scores = try? MonthScores(decoding: kept.content) {
            return scores
        }
        let scores = try scorer.score(month, pairs.pairs(of: month), after: previous)
        solved.append(SolvedMonth(scores))
        try cache.keep(scores.encode(), .scores, month, of: inputs)
        return scores
    }
}
