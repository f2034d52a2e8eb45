// SPDX-License-Identifier: Apache-2.0

package import PanoramaArchive
package import PanoramaModel
package import PanoramaStore

/// Pairs and scores of every month, computed when asked for and kept in the cache under a fingerprint of their inputs.
///
/// A month is computed again only if its snapshots, the scoring parameters or a month before it changed, and then from what
/// was kept of it; everything else is read back. The cache holds no truth: deleting it costs time alone.
package final class MonthBook {
    private let cache: MonthCache
    private let scorer: MonthScorer
    private let parameters: ScoringParameters
    private let bots: [DeveloperID]
    private var records: [Month: MonthRecords] = [:]
    private var counted: [Month: MonthCountedPairs] = [:]
    /// Months that were solved rather than read back, with what that took.
    package private(set) var solved: [SolvedMonth] = []

    /// Opens the book over what the catalogue holds now.
    package init(_ store: Store, _ parameters: ScoringParameters) throws {
        cache = MonthCache(store: store)
        self.parameters = parameters
        bots = try store.developers(named: parameters.bots)
        scorer = MonthScorer(parameters, bots: bots)
        let standIns = try store.monthsWithStandIns()
        let hours = Dictionary(grouping: try store.snapshotsByHour()) { Month(epochSeconds: $0.key * 3_600) }
        for (month, hours) in hours {
            records[month] = try MonthRecords(
                month,
                hours: Dictionary(hours.map { ($0.key, $0.value) }) { $1 },
                hasStandIns: standIns.contains(month),
                store
            )
        }
        for (month, snapshots) in try store.snapshotsByMonth(kind: Snapshot.Kind.pairs.rawValue) {
            counted[month] = try MonthCountedPairs(
                month,
                snapshots: snapshots,
                hasStandIns: standIns.contains(month),
                store
            )
        }
        try MonthNames.identify(records.values.compactMap(\.names) + counted.values.compactMap(\.names), store)
    }

    /// Names of cache files that belong to the present inputs.
    package var cacheNames: Set<String> {
        Set(
            months.flatMap { month in MonthCache.Use.allCases.map { MonthCache.name($0, month) } }
                + records.values.compactMap(\.cacheName) + counted.values.compactMap(\.cacheName)
        )
    }

    /// The months from the first with data to the last, months without any in between included.
    package var months: [Month] {
        let months = Array(records.keys) + counted.keys
        guard let first = months.min(), let last = months.max() else { return [] }
        return Array(first...last)
    }

    /// Whether a month has events.
    package func hasEvents(_ month: Month) -> Bool { records[month] != nil }

    /// Whether a month has counted pairs, alone or beside events.
    package func hasCountedPairs(_ month: Month) -> Bool { counted[month] != nil }

    /// Whether a month has events or counted pairs.
    package func hasData(_ month: Month) -> Bool { hasEvents(month) || hasCountedPairs(month) }

    // MARK: - Pairs

    /// The pairs of a month, by developer and repository: those counted from its events, merged with counted pairs.
    package func pairs(of month: Month) throws -> PairTable {
        guard let counted = counted[month] else { return try pairsOfEvents(of: month) }
        let inputs = inputs(of: month)
        if let bytes = cache.content(.merged, month, of: inputs), let table = try? PairTable(decoding: bytes) {
            return table
        }
        var table = try pairsOfEvents(of: month)
        table.merge(try counted.load())
        try cache.keep(table.encode(), .merged, month, of: inputs)
        return table
    }

    /// The events of a month by hour and type; kept beside the pairs, since those are large.
    package func hours(of month: Month) throws -> [HourCounts] {
        guard let records = records[month] else { return [] }
        let inputs = fingerprint(records, records.allHours)
        if let bytes = cache.content(.coverage, month, of: inputs), let hours = try? HourTable.decode(bytes) {
            return hours
        }
        let hours = try pairsOfEvents(of: month).hours
        try cache.keep(HourTable.encode(hours), .coverage, month, of: inputs)
        return hours
    }

    /// The pairs counted from events: those kept, with what the month's snapshots have beyond them.
    private func pairsOfEvents(of month: Month) throws -> PairTable {
        guard let records = records[month] else { return PairTable([]) }
        let inputs = fingerprint(records, records.allHours)
        if let bytes = cache.content(.pairs, month, of: inputs), let table = try? PairTable(decoding: bytes) {
            return table
        }
        let tally = try MonthCounter(records: records, counting: parameters.counting)
            .tally(from: keptTally(of: month, records))
        try cache.keep(tally.ledger.encode(), .ledger, month, of: inputs)
        try cache.keep(tally.table.encode(), .pairs, month, of: inputs)
        try cache.keep(HourTable.encode(tally.table.hours), .coverage, month, of: inputs)
        return tally.table
    }

    /// What was counted of a month by the present rules and names, from whichever of its snapshots; `nil` where that is not
    /// kept.
    private func keptTally(of month: Month, _ records: MonthRecords) -> MonthTally? {
        // Pairs and ledger are two files: a kill between the two leaves them apart.
        guard let ledgerEntry = cache.entry(.ledger, month),
            let ledger = try? MonthLedger(decoding: ledgerEntry.content),
            fingerprint(records, ledger.hours.mapValues(\.snapshots)) == ledgerEntry.fingerprint,
            let bytes = cache.content(.pairs, month, of: ledgerEntry.fingerprint),
            let table = try? PairTable(decoding: bytes)
        else { return nil }
        return MonthTally(table, ledger)
    }

    private func fingerprint(_ records: MonthRecords, _ hours: [Int64: [String]]) -> String {
        var fingerprint = Fingerprint("pairs 7")
        let counting = parameters.counting
        fingerprint.add("\(counting.everyEvent) \(counting.anyCommentIsValid) \(counting.closedPullRequestIsValid)")
        fingerprint.add(records.fingerprint(of: hours))
        return fingerprint.hex
    }

    /// Stands for all that the pairs of a month are made from.
    private func inputs(of month: Month) -> String {
        var fingerprint = Fingerprint("month 1")
        if let records = records[month] { fingerprint.add(self.fingerprint(records, records.allHours)) }
        counted[month]?.add(to: &fingerprint)
        return fingerprint.hex
    }

    // MARK: - Scores

    /// The scores of every month in order, handed on one by one; months whose inputs did not change are read back.
    package func forEachMonth(_ body: (MonthScores) throws -> Void) throws {
        var rules = Fingerprint("scoring 3")
        rules.add(parameters.canonicalText)
        for bot in bots { rules.add("\(bot.rawValue)") }
        var previous: MonthScores?
        for month in months {
            try Task.checkCancellation()
            var fingerprint = Fingerprint("scores 2")
            fingerprint.add(rules.hex)
            fingerprint.add(previous?.origin ?? "")
            fingerprint.add(inputs(of: month))
            let scores = try scores(of: month, after: previous, inputs: fingerprint.hex)
            try body(scores)
            previous = scores
        }
    }

    /// The scores of a month: those kept, where they were made from the same inputs, else solved with those for a guess.
    private func scores(of month: Month, after previous: MonthScores?, inputs: String) throws -> MonthScores {
        let kept = cache.entry(.scores, month)
        let last = kept.flatMap { try? MonthScores(decoding: $0.content) }.flatMap { $0.month == month ? $0 : nil }
        if let last, kept?.fingerprint == inputs { return last }
        var scores = try scorer.score(month, pairs(of: month), after: previous, guess: last)
        solved.append(SolvedMonth(scores, isWarm: last != nil))
        scores.origin = inputs
        // What did not move stays as it is, so that the months after it need no look.
        if let last, scores.agrees(with: last) { scores.takeValues(of: last) }
        try cache.keep(scores.encode(), .scores, month, of: inputs)
        return scores
    }
}
