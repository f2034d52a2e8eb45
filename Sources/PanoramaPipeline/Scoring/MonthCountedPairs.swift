// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
import PanoramaModel
import PanoramaStore

/// The counted pairs of a month from all its snapshots, names put down to the numbers that bore them.
struct MonthCountedPairs {
    /// The cache file of the month's stand-ins; `nil` where every row gave its numbers.
    var cacheName: String? { names?.cacheName }
    /// The names that come without numbers; `nil` where none does.
    let names: MonthNames?
    private let store: Store
    private let month: Month
    private let snapshots: [String]

    /// Finds out what the month's pairs depend on.
    ///
    /// - Parameters:
    ///   - month: the month.
    ///   - snapshots: those with pairs of it, by hash.
    ///   - hasStandIns: whether any may hold pairs without numbers.
    ///   - store: where everything is.
    /// - Throws: ``StoreError`` when a segment is damaged or missing.
    init(_ month: Month, snapshots: [String], hasStandIns: Bool, _ store: Store) throws {
        self.month = month
        self.snapshots = snapshots
        self.store = store
        guard hasStandIns else {
            names = nil
            return
        }
        names = try MonthNames(month, for: "stand-ins of counted pairs 1", snapshots: snapshots, store) {
            var standIns = StandIns()
            standIns.add(try Self.decode(snapshots, month, store))
            return standIns
        }
    }

    /// Adds to a fingerprint all that the pairs depend on.
    func add(to fingerprint: inout Fingerprint) {
        fingerprint.add("counted pairs")
        for sha256 in snapshots { fingerprint.add(sha256) }
        names?.identities.add(to: &fingerprint)
    }

    /// The pairs, of one pair as many as files tell of it.
    ///
    /// - Complexity: O(pairs).
    func load() throws -> [Pair] {
        var pairs = try Self.decode(snapshots, month, store)
        names?.identities.resolve(&pairs, at: month.startEpochSeconds)
        return pairs
    }

    private static func decode(_ snapshots: [String], _ month: Month, _ store: Store) throws -> [Pair] {
        var pairs: [Pair] = []
        for sha256 in snapshots {
            do {
                pairs += try CountedPairSegment.decode(store.segment(sha256), month: month)
            } catch let error as SegmentError {
                throw StoreError(.damaged, "the segment of snapshot \(sha256) is damaged: \(error.message)")
            }
        }
        return pairs
    }
}
