// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
import PanoramaModel
import PanoramaStore

/// The events of a month from all its snapshots, names put down to the numbers that bore them.
struct MonthRecords {
    /// The cache file of the month's stand-ins; `nil` where every event gave its numbers.
    let cacheName: String?
    private let store: Store
    private let month: Month
    private let snapshots: [String]
    private let identities: Identities?

    /// Finds out what the month's records depend on.
    ///
    /// - Parameters:
    ///   - month: the month.
    ///   - snapshots: those with records of it, by hash.
    ///   - hasStandIns: whether any of them holds records without numbers.
    ///   - store: where everything is.
    /// - Throws: ``StoreError`` when a segment is missing or damaged.
    init(_ month: Month, snapshots: [String], hasStandIns: Bool, _ store: Store) throws {
        self.month = month
        self.snapshots = snapshots
        self.store = store
        guard hasStandIns else {
            cacheName = nil
            identities = nil
            return
        }
        var fingerprint = Fingerprint("stand-ins 1")
        for sha256 in snapshots { fingerprint.add(sha256) }
        fingerprint.add(month.description)
        let name = "stand-ins-\(fingerprint.hex)"
        cacheName = name
        let standIns: StandIns
        if let bytes = store.cached(name), let cached = try? StandIns(decoding: bytes) {
            standIns = cached
        } else {
            standIns = StandIns(try Self.decode(snapshots, month, store))
            try store.cache(standIns.encode(), as: name)
        }
        identities = try Identities(standIns, in: month, store)
    }

    /// Adds to a fingerprint all that the records depend on.
    func add(to fingerprint: inout Fingerprint) {
        fingerprint.add(month.description)
        for sha256 in snapshots { fingerprint.add(sha256) }
        identities?.add(to: &fingerprint)
    }

    /// The records, repeated ones included.
    ///
    /// - Complexity: O(records).
    func load() throws -> [EventRecord] {
        var records = try Self.decode(snapshots, month, store)
        identities?.resolve(&records)
        return records
    }

    private static func decode(_ snapshots: [String], _ month: Month, _ store: Store) throws -> [EventRecord] {
        var records: [EventRecord] = []
        for sha256 in snapshots {
            do {
                records += try EventSegment.decode(store.segment(sha256), month: month)
            } catch let error as SegmentError {
                throw StoreError(.damaged, "the segment of snapshot \(sha256) is damaged: \(error.message)")
            }
        }
        return records
    }
}
