// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// The things that some records speak of, each once: by kind, then key, developer and repository.
struct Things: Sendable {
    /// For each kind, by its raw value, the things in order.
    private(set) var byKind: [[Thing]]

    /// None.
    init() { byKind = Array(repeating: [], count: EventKind.allCases.count) }

    /// Gathers the things of records, in any order.
    ///
    /// - Complexity: O(records), as far as few share a key.
    init(_ records: some Sequence<EventRecord>) {
        self.init()
        for record in records {
            if let thing = Thing(record) { byKind[Int(thing.kind.rawValue)].append(thing) }
        }
        for kind in byKind.indices { byKind[kind] = Self.distinct(byKind[kind]) }
    }

    /// The things of all of some.
    ///
    /// - Complexity: O(things), as far as few share a key, on all cores.
    init(joining all: [Things]) throws {
        byKind = try Array(EventKind.allCases.indices).concurrentMap { kind in
            Self.distinct(all.flatMap { $0.byKind[kind] })
        }
    }

    /// Whether there is none.
    var isEmpty: Bool { byKind.allSatisfy(\.isEmpty) }

    private static func distinct(_ things: [Thing]) -> [Thing] {
        var result: [Thing] = []
        result.reserveCapacity(things.count)
        RadixOrder.forEachRun(of: things, by: \.key) { run in
            guard run.count > 1 else { return result += run }
            for thing in run.sorted(by: { $0.precedes(developer: $1.developer, repository: $1.repository) })
            where thing != result.last {
                result.append(thing)
            }
        }
        return result
    }
}
