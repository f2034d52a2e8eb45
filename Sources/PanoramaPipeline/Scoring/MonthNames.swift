// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
import PanoramaModel
import PanoramaStore

/// The names that a month's snapshots give without numbers, and who is meant by them.
///
/// Which names these are is kept in the cache; who is meant is looked up for all months at once, see ``identify(_:_:)``.
final class MonthNames {
    /// The cache file of the month's stand-ins.
    let cacheName: String
    /// Who is meant by them, once that was looked up.
    private(set) var identities = Identities()
    private let month: Month
    /// The names, until it is known who is meant.
    private var standIns: StandIns?

    /// Finds the names, from the cache where it holds them; who is meant is not known yet.
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
        self.month = month
        var fingerprint = Fingerprint(use)
        for sha256 in snapshots { fingerprint.add(sha256) }
        fingerprint.add(month.description)
        cacheName = "stand-ins-\(fingerprint.hex)"
        if let bytes = store.cached(cacheName), let cached = try? StandIns(decoding: bytes) {
            standIns = cached
        } else {
            let found = try gather()
            try store.cache([found.encode()], as: cacheName)
            standIns = found
        }
    }

    /// Looks up who is meant by the names of all months, in one pass over the names of developers and one over those of
    /// repositories: most names are of many months.
    ///
    /// - Complexity: O(names · months), most of it in the names.
    static func identify(_ all: [MonthNames], _ store: Store) throws {
        guard !all.isEmpty else { return }
        try identify(all.map { ($0, $0.standIns?.developers ?? []) }, .developers, \.developers, store)
        try identify(all.map { ($0, $0.standIns?.repositories ?? []) }, .repositories, \.repositories, store)
        for names in all { names.standIns = nil }
    }

    private static func identify(
        _ all: [(names: MonthNames, standIns: [Int64])],
        _ subject: Store.NameSubject,
        _ table: WritableKeyPath<Identities, Identities.Names>,
        _ store: Store
    ) throws {
        // The place of every month in its stand-ins, which ascend as those of the store do.
        var places = Array(repeating: 0, count: all.count)
        try store.forEachStandIn(subject) { standIn, bearers in
            let history = NameHistory(bearers)
            for (index, (names, standIns)) in all.enumerated() {
                while places[index] < standIns.count, standIns[places[index]] < standIn { places[index] += 1 }
                guard places[index] < standIns.count, standIns[places[index]] == standIn else { continue }
                names.identities[keyPath: table].add(standIn, history.reigns(in: names.month))
            }
        }
    }
}
