// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
import PanoramaStore

/// The names that some ids bore, put together from snapshots: of each name the first and last time count.
struct NamesLeft {
    /// Whether suspects that no snapshot speaks of are left out.
    var sparesSuspects = false
    private var asked: Set<Int64> = []
    /// Ids that a lost list may have told of.
    private var suspects: Set<Int64> = []
    private let table: NameList.Table
    private var spans: [Key: ClosedRange<Int64>] = [:]
    /// When ids were seen that no list speaks of, and which bore their first names then.
    private var unlisted: [Int64: ClosedRange<Int64>] = [:]

    /// A name of an id; names that differ in their bytes alone are two.
    private struct Key: Hashable {
        var id: Int64
        var name: String

        static func == (left: Self, right: Self) -> Bool {
            left.id == right.id && left.name.utf8.elementsEqual(right.name.utf8)
        }
    }

    init(_ table: NameList.Table) { self.table = table }

    /// The ids whose names were asked for.
    ///
    /// - Complexity: O(ids + names).
    var ids: Set<Int64> {
        sparesSuspects ? asked.union(spans.keys.lazy.map(\.id)).union(unlisted.keys) : asked.union(suspects)
    }

    /// Asks for the names of all ids that a snapshot names.
    mutating func ask(_ snapshot: NamesOfSnapshot) {
        snapshot.forEachListed(table) { asked.insert($0.id) }
        snapshot.forEachUnlisted(table) { asked.insert($0.id) }
    }

    /// Asks for the names of ids that a lost list may have told of.
    mutating func ask(suspects: Set<Int64>) { self.suspects = suspects }

    private func isAsked(_ id: Int64) -> Bool { asked.contains(id) || suspects.contains(id) }

    /// Takes what a snapshot says of these ids.
    ///
    /// - Complexity: O(names + events) of the snapshot.
    mutating func add(_ snapshot: NamesOfSnapshot) {
        snapshot.forEachListed(table) { name in
            guard isAsked(name.id), name.first <= name.last else { return }
            Self.extend(&spans[Key(id: name.id, name: name.name)], by: name.first...name.last)
        }
        snapshot.forEachUnlisted(table) { sighting in
            guard isAsked(sighting.id) else { return }
            Self.extend(&unlisted[sighting.id], by: sighting.time...sighting.time)
        }
    }

    private static func extend(_ known: inout ClosedRange<Int64>?, by span: ClosedRange<Int64>) {
        guard let old = known else {
            known = span
            return
        }
        known = min(old.lowerBound, span.lowerBound)...max(old.upperBound, span.upperBound)
    }

    /// Puts the names together.
    ///
    /// - Parameter first: the first name of each id.
    /// - Returns: the names by id, each once: the first of an id, where it is left, before its others, and these by name.
    func rows(first: [Int64: String]) -> [Store.NameRow] {
        var spans = spans
        for (id, span) in unlisted {
            if let name = first[id] { Self.extend(&spans[Key(id: id, name: name)], by: span) }
        }
        let rows = spans.map { key, span in
            (isLater: first[key.id].map { !$0.utf8.elementsEqual(key.name.utf8) } ?? true, key: key, span: span)
        }
        return rows.sorted { left, right in
            if left.key.id != right.key.id { return left.key.id < right.key.id }
            if left.isLater != right.isLater { return right.isLater }
            return left.key.name.utf8.lexicographicallyPrecedes(right.key.name.utf8)
        }
        .map { ($0.key.id, $0.key.name, $0.span.lowerBound, $0.span.upperBound) }
    }
}
