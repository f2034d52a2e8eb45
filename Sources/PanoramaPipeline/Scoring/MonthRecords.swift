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
    private let store: Store
    private let month: Month
    private let snapshots: [String]

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
            names = nil
            return
        }
        names = try MonthNames(month, for: "stand-ins 1", snapshots: snapshots, store) {
            StandIns(try Self.decode(snapshots, month, store))
        }
    }

    /// Adds to a fingerprint all that the records depend on.
    func add(to fingerprint: inout Fingerprint) {
        fingerprint.add(month.description)
        for sha256 in snapshots { fingerprint.add(sha256) }
        names?.identities.add(to: &fingerprint)
    }

    /// The records, repeated ones included.
    ///
    /// - Complexity: O(records).
    func load() throws -> [EventRecord] {
        var records = try Self.decode(snapshots, month, store)
        names?.identities.resolve(&records)
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
