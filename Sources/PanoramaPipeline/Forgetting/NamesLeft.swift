// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
import PanoramaStore

/// The names that some ids bore, put together from lists: of each name the first and last time count.
struct NamesLeft {
    /// The ids.
    private(set) var ids: Set<Int64> = []
    private var spans: [Key: (first: Int64, last: Int64)] = [:]

    /// A name of an id; names that differ in their bytes alone are two.
    private struct Key: Hashable {
        var id: Int64
        var name: String

        static func == (left: Self, right: Self) -> Bool {
            left.id == right.id && left.name.utf8.elementsEqual(right.name.utf8)
        }
    }

    /// Asks for the names of an id.
    mutating func ask(for id: Int64) { ids.insert(id) }

    /// Takes a name that a list gives; those of other ids are passed over.
    ///
    /// - Complexity: O(1).
    mutating func add(_ name: NameObservation) {
        guard ids.contains(name.id) else { return }
        let key = Key(id: name.id, name: name.name)
        if let known = spans[key] {
            guard name.first < known.first || name.last > known.last else { return }
            spans[key] = (min(known.first, name.first), max(known.last, name.last))
        } else {
            spans[key] = (name.first, name.last)
        }
    }

    /// The names in the order of the table, each once.
    var rows: [Store.NameRow] {
        NameFolder.rows(
            spans.map { NameObservation(id: $0.key.id, name: $0.key.name, first: $0.value.first, last: $0.value.last) }
        )
    }
}
