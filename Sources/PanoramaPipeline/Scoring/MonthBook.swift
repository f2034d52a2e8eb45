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
    private let store: Store
    private let parameters: ScoringParameters
    private var bots: [DeveloperID]
    /// Months that were solved rather than read back, with what that took.
    package private(set) var solved: [SolvedMonth] = []

    /// Opens the book over what the catalogue holds now.
    package convenience init(_ store: Store, _ parameters: ScoringParameters) throws {
        try self.init(store, parameters, PairBook(store, parameters.counting))
        try identify()
    }

    /// Opens the book over pairs, before it is known who is meant by names, see ``identify()``.
    init(_ store: Store, _ parameters: ScoringParameters, _ pairs: PairBook) throws {
        self.store = store
        cache = MonthCache(store: store)
        self.pairs = pairs
        self.parameters = parameters
        bots = try store.developers(named: parameters.bots)
    }

    /// Finds out who is meant by names, once, and who are bots, by what the tables of names say now.
    func identify() throws {
        try pairs.identify()
        bots = try store.developers(named: parameters.bots)
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

    // MARK: - Scores

    /// The scores of every month in order, handed on one by one; months whose inputs did not change are read back.
    package func forEachMonth(_ body: (MonthScores) throws -> Void) throws {
        try forEach(of: months[...], body)
    }

    private func forEach(of months: ArraySlice<Month>, _ body: (MonthScores) throws -> Void) throws {
        var previous: MonthScores?
        for month in months {
            try Task.checkCancellation()
            let inputs = try inputs(of: month, after: previous?.digest ?? "")
            let scores = try kept(month, inputs) ?? solve(month, after: previous, inputs)
            try body(scores)
            previous = scores
        }
    }

    /// Solves every month whose inputs changed; what did not change is not read, unless the next month carries from it.
    ///
    /// - Returns: the months in order, each with what stands for the inputs of its scores.
    /// - Throws: ``PipelineError`` where no solution is found; ``StoreError``.
    /// - Complexity: O(months), and O(sweeps · pairs) of those that are solved.
    @discardableResult
    func update() throws -> [(month: Month, inputs: String)] {
        var links: [(month: Month, inputs: String)] = []
        var (digest, previous): (String, MonthScores?) = ("", nil)
        for month in months {
            try Task.checkCancellation()
            let inputs = try inputs(of: month, after: digest)
            if let head = cache.head(.scores, month), head.inputs == inputs {
                (digest, previous) = (head.digest, nil)
            } else {
                if previous == nil, let last = links.last {
                    previous = try kept(last.month, last.inputs) ?? scores(of: last.month)
                }
                let scores = try solve(month, after: previous, inputs)
                (digest, previous) = (scores.digest, scores)
            }
            links.append((month, inputs))
        }
        try pairs.writeMade()
        return links
    }

    /// The entries of repositories in every month, in order of the months, each by id.
    ///
    /// - Throws: ``PipelineError`` where no solution is found; ``StoreError``.
    /// - Complexity: O(repositories of all months) where nothing changed.
    func forEachMonthOfRepositories(_ body: (Month, [NodeScore]) throws -> Void) throws {
        guard !store.isReadOnly else { return try forEachMonth { try body($0.month, $0.repositories) } }
        for (month, inputs) in try update() {
            let kept = cache.entry(.scores, month, of: inputs)
            let nodes = kept.flatMap { try? MonthScores.repositories(decoding: $0.content) }
            try body(month, nodes ?? scores(of: month).repositories)
        }
    }

    /// The scores of a month, made anew with those before it where a file turns out to be damaged.
    private func scores(of wanted: Month) throws -> MonthScores {
        var found = MonthScores(month: wanted)
        try forEach(of: months.prefix { $0 <= wanted }) { found = $0 }
        return found
    }

    private func kept(_ month: Month, _ inputs: String) -> MonthScores? {
        guard let entry = cache.entry(.scores, month, of: inputs),
            let scores = try? MonthScores(decoding: entry.content), scores.month == month, scores.digest == entry.digest
        else { return nil }
        return scores
    }

    private func solve(_ month: Month, after previous: MonthScores?, _ inputs: String) throws -> MonthScores {
        let scorer = MonthScorer(parameters, bots: bots)
        let scores = try scorer.score(month, pairs.pairs(of: month), after: previous)
        solved.append(SolvedMonth(scores))
        guard !store.isReadOnly else { return scores }
        try cache.keep(scores.encode(), .scores, month, of: inputs, digest: scores.digest)
        try pairs.writeMade()
        return scores
    }

    /// Stands for all that the scores of a month are made from.
    private func inputs(of month: Month, after digest: String) throws -> String {
        var inputs = Fingerprint("scores 5")
        inputs.add(parameters.canonicalText)
        inputs.add("\(bots.count)")
        for bot in bots { inputs.add("\(bot.rawValue)") }
        inputs.add(digest)
        inputs.add(try pairs.digest(of: month))
        return inputs.hex
    }
}
