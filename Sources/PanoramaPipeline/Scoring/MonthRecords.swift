// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
import PanoramaModel
import PanoramaStore

/// The events of a month from all its snapshots, names put down to the numbers that bore them.
struct MonthRecords {
    /// The cache file of the month's stand-ins; `nil` where every event gave its numbers.
    var cacheName: String? { names?.cacheName }
    /// The names that come without numbers; `nil` where none does.
    let names: MonthNames?
    /// The snapshots that hold events of each hour, by hash.
    let hours: [Int64: [Store.HourShare]]
    private let store: Store
    private let month: Month

    /// Finds out what the month's records depend on.
    ///
    /// - Parameters:
    ///   - month: the month.
    ///   - hours: the snapshots that hold events of each hour of it, by hash.
    ///   - hasStandIns: whether any of them holds records without numbers.
    ///   - store: where everything is.
    /// - Throws: ``StoreError`` when a segment is missing or damaged.
    init(_ month: Month, hours: [Int64: [Store.HourShare]], hasStandIns: Bool, _ store: Store) throws {
        self.month = month
        self.hours = hours
        self.store = store
        guard hasStandIns else {
            names = nil
            return
        }
        let snapshots = Set(hours.values.flatMap { $0.map(\.sha256) }).sorted()
        names = try MonthNames(month, for: "stand-ins 1", snapshots: snapshots, store) {
            var standIns = StandIns()
            for snapshot in snapshots { standIns.add(try Self.decode(snapshot, month, nil, store)) }
            return standIns
        }
    }

    /// All hours with the hashes of their snapshots.
    var allHours: [Int64: [String]] { hours.mapValues { $0.map(\.sha256) } }

    /// Stands for the events of some hours from some snapshots.
    func fingerprint(of hours: [Int64: [String]]) -> String {
        var fingerprint = Fingerprint("events 2")
        fingerprint.add(month.description)
        for (hour, snapshots) in hours.sorted(by: { $0.key < $1.key }) {
            fingerprint.add(hour)
            fingerprint.add(Int64(snapshots.count))
            for snapshot in snapshots { fingerprint.add(snapshot) }
        }
        names?.identities.add(to: &fingerprint)
        return fingerprint.hex
    }

    /// The events of some hours from some snapshots, each once, in no particular order, in parts.
    ///
    /// - Throws: ``StoreError`` when a segment is missing or damaged.
    /// - Complexity: O(records of the blocks that hold such hours), on all cores.
    func events(of hours: [Int64: [String]]) throws -> [[EventRecord]] {
        // Copies of an event bear one time, so where every hour is of one snapshot there are none in others.
        let areApart = hours.values.allSatisfy { $0.count == 1 }
        let parts = try decode(hours).concurrentMap { areApart ? DistinctEvents.of($0.records) : $0.records }
        return areApart ? parts : [DistinctEvents.of(Array(joining: parts))]
    }

    /// The events of some hours that their snapshots have beyond some of these, each once.
    ///
    /// - Parameters:
    ///   - hours: the hours with all their snapshots.
    ///   - counted: of each of them the snapshots whose events are known.
    /// - Returns: the others; `nil` where all snapshots together don't say of every known event what those said.
    /// - Throws: ``StoreError`` when a segment is missing or damaged.
    /// - Complexity: O(records of the blocks that hold such hours), on all cores.
    func events(of hours: [Int64: [String]], beyond counted: [Int64: [String]]) throws -> [EventRecord]? {
        let parts = try decode(hours)
        let old = counted.mapValues(Set.init)
        let known = DistinctEvents.of(
            parts.flatMap { part in part.records.filter { old[$0.hour]?.contains(part.snapshot) == true } }
        )
        var (others, place): ([EventRecord], Int) = ([], 0)
        // Both are in the same order.
        for record in DistinctEvents.of(parts.flatMap(\.records)) {
            if place < known.count, known[place] == record { place += 1 } else { others.append(record) }
        }
        return place == known.count ? others : nil
    }

    /// The records of some hours, snapshot by snapshot.
    private func decode(_ hours: [Int64: [String]]) throws -> [(snapshot: String, records: [EventRecord])] {
        var wanted: [String: Set<Int64>] = [:]
        for (hour, snapshots) in hours {
            for snapshot in snapshots { wanted[snapshot, default: []].insert(hour) }
        }
        return try wanted.sorted { $0.key < $1.key }.concurrentMap {
            [month, store, identities = names?.identities] snapshot, hours in
            var records = try Self.decode(snapshot, month, hours, store)
            identities?.resolve(&records)
            return (snapshot, records)
        }
    }

    private static func decode(
        _ snapshot: String,
        _ month: Month,
        _ hours: Set<Int64>?,
        _ store: Store
    ) throws -> [EventRecord] {
        do {
            return try EventSegment.decode(store.segment(snapshot), month: month, hours: hours)
        } catch let error as SegmentError {
            throw StoreError(.damaged, "the segment of snapshot \(snapshot) is damaged: \(error.message)")
        }
    }
}
