// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
import PanoramaStore

/// What a snapshot says of names.
///
/// Of events whose list was folded only exceptions are kept, so that a name stands once in the catalogue and not again with
/// every hour: an id of the segment that is no exception bore its first name, see ``Store/firstNames(of:_:)``, at the times
/// of its events, and no other.
struct NamesOfSnapshot {
    /// An id seen in an event, under its first name.
    struct Sighting {
        var id: Int64
        var time: Int64
    }

    private let names: [(table: NameList.Table, name: NameObservation)]
    private let exceptions: (developers: Set<Int64>, repositories: Set<Int64>)
    private let records: [EventRecord]

    /// Reads a list, or its exceptions and the segment.
    ///
    /// - Throws: ``StoreError`` or ``SegmentError`` when one of them is lost.
    /// - Complexity: O(names + events).
    init(_ list: SnapshotList, _ store: Store) throws {
        let kept = try store.exceptions(of: list)
        var names: [(table: NameList.Table, name: NameObservation)] = []
        try NameList.forEach(kept ?? store.bytes(of: list)) { names.append(($0, $1)) }
        records = try kept.map { _ in try EventSegment.decode(store.segment(list.sha256)) } ?? []
        exceptions = (
            Set(names.lazy.filter { $0.table == .developers }.map(\.name.id)),
            Set(names.lazy.filter { $0.table == .repositories }.map(\.name.id))
        )
        self.names = names
    }

    /// Hands on the names of a table that are listed.
    func forEachListed(_ table: NameList.Table, _ body: (NameObservation) -> Void) {
        for name in names where name.table == table && !name.name.name.isEmpty { body(name.name) }
    }

    /// Hands on what was seen under its first name; an id as often as there are events of it.
    func forEachUnlisted(_ table: NameList.Table, _ body: (Sighting) -> Void) {
        switch table {
        case .developers:
            for record in records where record.developer != 0 && !exceptions.developers.contains(record.developer) {
                body(Sighting(id: record.developer, time: record.time))
            }
        case .repositories:
            for record in records where record.repository != 0 && !exceptions.repositories.contains(record.repository) {
                body(Sighting(id: record.repository, time: record.time))
            }
        }
    }
}
