// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
import PanoramaModel
import PanoramaStore

/// Who is meant by the names that a month's snapshots give without numbers; which names these are is kept in the cache.
struct MonthNames {
    /// The cache file of the month's stand-ins.
    let cacheName: String
    /// Who is meant by them.
    let identities: Identities

    /// Finds the names, from the cache where it holds them.
    ///
    /// - Parameters:
    ///   - month: the month.
    ///   - use: what the snapshots are read for, so that two uses keep their own.
    ///   - snapshots: those that give the names, by hash.
    ///   - store: where everything is.
    ///   - gather: finds the names in the snapshots themselves.
    /// - Throws: ``StoreError``; what `gather` throws.
    init(
        _ month: Month,
        for use: String,
        snapshots: [String],
        _ store: Store,
        gather: () throws -> StandIns
    ) throws {
        var fingerprint = Fingerprint(use)
        for sha256 in snapshots { fingerprint.add(sha256) }
        fingerprint.add(month.description)
        cacheName = "stand-ins-\(fingerprint.hex)"
        let standIns: StandIns
        if let bytes = store.cached(cacheName), let cached = try? StandIns(decoding: bytes) {
            standIns = cached
        } else {
            standIns = try gather()
            try store.cache(standIns.encode(), as: cacheName)
        }
        identities = try Identities(standIns, in: month, store)
    }
}
