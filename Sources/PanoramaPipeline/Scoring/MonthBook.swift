// SPDX-License-Identifier: Apache-2.0

package import PanoramaArchive
package import PanoramaModel
package import PanoramaStore

/// Pairs and scores of every month, computed when asked for and kept in the cache under a fingerprint of their inputs.
///
/// A month is computed again only if its snapshots, the scoring parameters or a month before it changed; everything else
/// is read back. The cache holds no truth: deleting it costs time alone.
package final class MonthBook {
    private let store: Store
    private let scorer: MonthScorer
    private let counting: ScoringParameters.Counting
    private var records: [Month: MonthRecords] = [:]
    private var counted: [Month: MonthCountedPairs] = [:]
    private let names: [Month: CacheNames]
    /// Months that were solved rather than read back.
    package private(set) var solved: [Month] = []

    /// Opens the book over what the catalogue holds now.
    package init(_ store: Store, _ parameters: ScoringParameters) throws {
        self.store = store
        counting = parameters.counting
        let bots = try store.developers(named: parameters.bots)
        scorer = MonthScorer(parameters, bots: bots)
        let inputs = try store.snapshotsByMonth(kind: Snapshot.Kind.events.rawValue)
        var fingerprint = Fingerprint("scoring 2")
        fingerprint.add(parameters.canonicalText)
        for bot in bots { fingerprint.add("\(bot.rawValue)") }
        let standIns = try store.monthsWithStandIns()
        for (month, snapshots) in inputs {
            records[month] = try MonthRecords(
                month,
                snapshots: snapshots,
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
        names = Self.names(records, counted, counting, after: fingerprint.hex)
    }

    /// Names of cache files that belong to the present inputs.
    package var cacheNames: Set<String> {
        Set(
            names.values.flatMap { [$0.pairs, $0.hours, $0.scores] } + records.values.compactMap(\.cacheName)
                + counted.values.compactMap(\.cacheName)
        )
    }

    /// The cache files of a month.
    private struct CacheNames {
        var pairs: String
        var hours: String
        var scores: String
    }

    /// The cache files of every month, named by what goes into them: a month's scores by all months up to it.
    private static func names(
        _ records: [Month: MonthRecords],
        _ counted: [Month: MonthCountedPairs],
        _ counting: ScoringParameters.Counting,
        after scoring: String
    ) -> [Month: CacheNames] {
        var names: [Month: CacheNames] = [:]
        var before = scoring
        for month in months(records, counted) {
            var pairs = Fingerprint("pairs 5")
            pairs.add(month.description)
            pairs.add("\(counting.everyEvent) \(counting.anyCommentIsValid) \(counting.closedPullRequestIsValid)")
            records[month]?.add(to: &pairs)
            counted[month]?.add(to: &pairs)
            var scores = Fingerprint("scores 1")
            scores.add(before)
            scores.add(pairs.hex)
            before = scores.hex
            names[month] = CacheNames(
                pairs: "pairs-\(pairs.hex)",
                hours: "coverage-\(pairs.hex)",
                scores: "scores-\(scores.hex)"
            )
        }
        return names
    }

    /// The months from the first with data to the last, months without any in between included.
    package var months: [Month] { Self.months(records, counted) }

    private static func months(
        _ records: [Month: MonthRecords],
        _ counted: [Month: MonthCountedPairs]
    ) -> [Month] {
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

    /// The pairs of a month, by developer and repository: those counted from its events, merged with counted pairs.
    package func pairs(of month: Month) throws -> PairTable {
        guard let names = names[month] else { return PairTable([]) }
        if let bytes = store.cached(names.pairs), let table = try? PairTable(decoding: bytes) { return table }
        var table = PairTable(try records[month]?.load() ?? [], counting)
        table.merge(try counted[month]?.load() ?? [])
        try store.cache(table.encode(), as: names.pairs)
        try store.cache(HourTable.encode(table.hours), as: names.hours)
        return table
    }

    /// The events of a month by hour and type; kept beside the pairs, since those are large.
    package func hours(of month: Month) throws -> [HourCounts] {
        guard hasEvents(month), let name = names[month]?.hours else { return [] }
        if let bytes = store.cached(name), let hours = try? HourTable.decode(bytes) { return hours }
        let hours = try pairs(of: month).hours
        try store.cache(HourTable.encode(hours), as: name)
        return hours
    }

    /// The scores of every month in order, handed on one by one; months whose inputs did not change are read back.
    package func forEachMonth(_ body: (MonthScores) throws -> Void) throws {
        var previous: MonthScores?
        for month in months {
            try Task.checkCancellation()
            guard let name = names[month]?.scores else { continue }
            let scores: MonthScores
            if let bytes = store.cached(name), let cached = try? MonthScores(decoding: bytes), cached.month == month {
                scores = cached
            } else {
                scores = try scorer.score(month, pairs(of: month), after: previous)
                try store.cache(scores.encode(), as: name)
                solved.append(month)
            }
            try body(scores)
            previous = scores
        }
    }
}
