// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
import PanoramaModel
import PanoramaStore

/// The pairs of every month, brought up to date when asked for and kept in the cache.
final class PairBook {
    private let cache: MonthCache
    private let counting: ScoringParameters.Counting
    private var records: [Month: MonthRecords] = [:]
    private var counted: [Month: MonthCountedPairs] = [:]
    /// The pairs made last, until they are asked for; as long as no others are made where the cache may not be written.
    private var made: (month: Month, table: PairTable, digest: String)?
    /// What is still to be written of the pairs made last.
    private var unwritten: [() throws -> Void] = []

    /// Opens the book over what the catalogue holds now; who is meant by names must be known before it is asked, see
    /// ``identify()``.
    init(_ store: Store, _ counting: ScoringParameters.Counting) throws {
        cache = MonthCache(store: store)
        self.counting = counting
        let sources = try store.pairSources(pairs: Snapshot.Kind.pairs.rawValue)
        let hours = Dictionary(grouping: sources.events) { Month(epochSeconds: $0.key * 3_600) }
        for (month, hours) in hours {
            records[month] = try MonthRecords(
                month,
                hours: Dictionary(uniqueKeysWithValues: hours.map { ($0.key, $0.value) }),
                hasStandIns: sources.standIns.contains(month),
                store
            )
        }
        for (month, snapshots) in sources.pairs {
            counted[month] = try MonthCountedPairs(
                month,
                snapshots: snapshots,
                hasStandIns: sources.standIns.contains(month),
                store
            )
        }
    }

    /// Finds out who is meant by names that came without numbers, by what the tables of names say; once.
    func identify() throws {
        let names = records.values.compactMap(\.names) + counted.values.compactMap(\.names)
        try MonthNames.identify(names, cache.store)
    }

    /// Whether any month has names that came without numbers.
    var hasStandIns: Bool {
        records.values.contains { $0.names != nil } || counted.values.contains { $0.names != nil }
    }

    /// Brings the pairs of the newest month up to date, if that needs no names: those may be folded meanwhile.
    func makeNewest() throws {
        guard let month = months.last, records[month]?.names == nil, counted[month]?.names == nil else { return }
        _ = try digest(of: month)
    }

    /// Names of cache files that belong to the present inputs.
    var cacheNames: Set<String> {
        let ofEvents = records.keys.flatMap { month in
            [.pairs, .ledger, .coverage].map { MonthCache.name($0, month) }
        }
        let ofNames = records.values.compactMap(\.cacheName) + counted.values.compactMap(\.cacheName)
        return Set(ofEvents + counted.keys.map { MonthCache.name(.merged, $0) } + ofNames)
    }

    /// The months from the first with data to the last, months without any in between included.
    var months: [Month] {
        let months = Array(records.keys) + counted.keys
        guard let first = months.min(), let last = months.max() else { return [] }
        return Array(first...last)
    }

    /// Whether a month has events.
    func hasEvents(_ month: Month) -> Bool { records[month] != nil }

    /// Whether a month has counted pairs, alone or beside events.
    func hasCountedPairs(_ month: Month) -> Bool { counted[month] != nil }

    /// Whether a month has events or counted pairs.
    func hasData(_ month: Month) -> Bool { hasEvents(month) || hasCountedPairs(month) }

    // MARK: - Pairs

    /// Stands for the pairs of a month: equal pairs have equal digests, whatever they were made from.
    ///
    /// - Throws: ``StoreError`` when a segment is missing or damaged.
    /// - Complexity: O(snapshots of the month) where its pairs are up to date.
    func digest(of month: Month) throws -> String {
        guard hasData(month) else { return "" }
        if let made, made.month == month { return made.digest }
        let (use, inputs) = inputs(of: month)
        if let head = cache.head(use, month), head.inputs == inputs { return head.digest }
        try make(month)
        return made?.digest ?? ""
    }

    /// The pairs of a month, by developer and repository: those counted from its events, merged with counted pairs.
    ///
    /// - Throws: ``StoreError`` when a segment is missing or damaged.
    func pairs(of month: Month) throws -> PairTable {
        guard hasData(month) else { return PairTable([]) }
        if made?.month != month {
            try writeMade()
            let (use, inputs) = inputs(of: month)
            if let kept = kept(use, month, of: inputs) { return kept.table }
            try make(month)
        }
        defer { if !cache.store.isReadOnly { made = nil } }
        return made?.table ?? PairTable([])
    }

    /// The events of a month by hour and type; kept beside the pairs, since those are large.
    func hours(of month: Month) throws -> [HourCounts] {
        guard let records = records[month] else { return [] }
        try writeMade()
        let inputs = inputs(records, records.allHours)
        if let kept = cache.entry(.coverage, month, of: inputs), let hours = try? HourTable.decode(kept.content) {
            return hours
        }
        let hours = try pairsOfEvents(of: month).table.hours
        try cache.keep(HourTable.encode(hours), .coverage, month, of: inputs)
        return hours
    }

    /// Writes what was made last to the cache; whoever waits for scores does not wait for that.
    func writeMade() throws {
        let writes = unwritten
        unwritten = []
        var failure: (any Error)?
        for write in writes {
            do { try write() } catch { failure = failure ?? error }
        }
        if let failure { throw failure }
    }

    private func later(_ write: @escaping () throws -> Void) {
        if !cache.store.isReadOnly { unwritten.append(write) }
    }

    private func make(_ month: Month) throws {
        try writeMade()
        made = nil
        var (table, digest) = try pairsOfEvents(of: month)
        if let counted = counted[month] {
            try table.merge(try counted.load())
            digest = try Self.digest(of: table.pairs)
            keep(table, digest, .merged, month, of: inputs(of: month).inputs)
        }
        made = (month, table, digest)
    }

    /// The pairs counted from events: those kept, with what the month's snapshots have beyond them.
    private func pairsOfEvents(of month: Month) throws -> (table: PairTable, digest: String) {
        guard let records = records[month] else { return (PairTable([]), "") }
        let inputs = inputs(records, records.allHours)
        if let kept = kept(.pairs, month, of: inputs) { return kept }
        let tally = try MonthCounter(records: records, counting: counting).tally(from: keptTally(of: month, records))
        let digest = try Self.digest(of: tally.table.pairs)
        later { [cache] in try cache.keep(tally.ledger.encode(), .ledger, month, of: inputs) }
        keep(tally.table, digest, .pairs, month, of: inputs)
        later { [cache] in try cache.keep(HourTable.encode(tally.table.hours), .coverage, month, of: inputs) }
        return (tally.table, digest)
    }

    private func kept(_ use: MonthCache.Use, _ month: Month, of inputs: String) -> (table: PairTable, digest: String)? {
        guard let kept = cache.entry(use, month, of: inputs), let table = try? PairTable(decoding: kept.content) else {
            return nil
        }
        return (table, kept.digest)
    }

    private func keep(
        _ table: PairTable,
        _ digest: String,
        _ use: MonthCache.Use,
        _ month: Month,
        of inputs: String
    ) {
        later { [cache] in try cache.keep(table.encode(), use, month, of: inputs, digest: digest) }
    }

    /// What was counted of a month by the present rules and names, from whichever of its snapshots; `nil` where that is not
    /// kept.
    private func keptTally(of month: Month, _ records: MonthRecords) -> MonthTally? {
        // Pairs and ledger are two files: a kill between the two leaves them apart.
        guard let head = cache.head(.ledger, month), head.inputs == cache.head(.pairs, month)?.inputs,
            let bytes = cache.entry(.ledger, month, of: head.inputs)?.content,
            let ledger = try? MonthLedger(decoding: bytes),
            inputs(records, ledger.hours.mapValues(\.snapshots)) == head.inputs,
            let kept = kept(.pairs, month, of: head.inputs)
        else { return nil }
        return MonthTally(kept.table, ledger)
    }

    // MARK: - Fingerprints

    /// Stands for pairs.
    private static func digest(of pairs: PairList) throws -> String {
        var fingerprint = Fingerprint("list of pairs 1")
        fingerprint.add(pairs.repositories)
        for digest in try pairs.blocks.concurrentMap({ Fingerprint.digest(of: $0.columns) }) { fingerprint.add(digest) }
        return fingerprint.hex
    }

    /// Where the pairs of a month are kept, and what stands for all that they are made from.
    private func inputs(of month: Month) -> (use: MonthCache.Use, inputs: String) {
        let ofEvents = records[month].map { inputs($0, $0.allHours) } ?? ""
        guard let counted = counted[month] else { return (.pairs, ofEvents) }
        var fingerprint = Fingerprint("merged 2")
        fingerprint.add(ofEvents)
        counted.add(to: &fingerprint)
        return (.merged, fingerprint.hex)
    }

    /// Stands for events of some hours from some snapshots, and the rules they are counted by.
    private func inputs(_ records: MonthRecords, _ hours: [Int64: [String]]) -> String {
        var fingerprint = Fingerprint("pairs 8")
        fingerprint.add("\(counting.everyEvent) \(counting.anyCommentIsValid) \(counting.closedPullRequestIsValid)")
        fingerprint.add(records.fingerprint(of: hours))
        return fingerprint.hex
    }
}
