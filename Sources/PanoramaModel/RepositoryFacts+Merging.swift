// SPDX-License-Identifier: Apache-2.0

extension RepositoryFacts {
    /// Adds what another observation of the same repository says.
    ///
    /// Of each fact the newest that was given stands. Facts are therefore kept with the times of their own, see ``older``:
    /// were they kept with ``seen`` alone, a gap filled from an old observation would pass for new, and what fills it would
    /// depend on the order in which observations come. Of two that were given at the same time, the greater stands (of
    /// texts by their bytes). Each fact so becomes the greatest by time and value of all that were given, which makes
    /// merging associative, commutative and idempotent.
    public mutating func merge(_ other: RepositoryFacts) {
        guard other.id == id else { return }
        // Short cuts: the rule below gives the same.
        if seen > other.seen, isWhole { return }
        if seen < other.seen, other.isWhole {
            self = other
            return
        }
        let both = (self, other)
        seen = max(seen, other.seen)
        older = [:]
        settle(.name, \.name, both, Self.precedes)
        settle(.description, \.description, both, Self.precedes)
        settle(.language, \.language, both, Self.precedes)
        settle(.topics, \.topics, both) { $0.lexicographicallyPrecedes($1, by: Self.precedes) }
        settle(.stars, \.stars, both, <)
        settle(.forks, \.forks, both, <)
        settle(.licence, \.licence, both, Self.precedes)
        settle(.createdAt, \.createdAt, both, <)
        settle(.isArchived, \.isArchived, both) { !$0 && $1 }
        settle(.isFork, \.isFork, both) { !$0 && $1 }
    }

    /// Whether all is the same to the byte: texts that differ in their bytes alone count as equal otherwise, and merging
    /// tells them apart.
    package func isIdentical(to other: Self) -> Bool {
        func same(_ left: String?, _ right: String?) -> Bool {
            left.map { $0.utf8.elementsEqual((right ?? "").utf8) } ?? true
        }
        return self == other && same(name, other.name) && same(description, other.description)
            && same(language, other.language) && same(licence, other.licence)
            && zip(topics ?? [], other.topics ?? []).allSatisfy(same)
    }

    /// Whether every fact is known and none is older than the rest.
    private var isWhole: Bool { older.isEmpty && Field.allCases.allSatisfy(isKnown) }

    /// The time a fact was seen at, if it was given.
    public func time(of field: Field) -> Int64 { older[field] ?? seen }

    /// Takes a fact of two from whichever gives the newer.
    private mutating func settle<Value>(
        _ field: Field,
        _ value: WritableKeyPath<Self, Value?>,
        _ both: (Self, Self),
        _ precedes: (Value, Value) -> Bool
    ) {
        let times = (both.0.time(of: field), both.1.time(of: field))
        let chosen: (value: Value, time: Int64)?
        switch (both.0[keyPath: value], both.1[keyPath: value]) {
        case (let left?, let right?):
            let isRight = times.0 == times.1 ? precedes(left, right) : times.0 < times.1
            chosen = isRight ? (right, times.1) : (left, times.0)
        case (let left?, nil): chosen = (left, times.0)
        case (nil, let right?): chosen = (right, times.1)
        case (nil, nil): chosen = nil
        }
        self[keyPath: value] = chosen?.value
        if let chosen, chosen.time < seen { older[field] = chosen.time }
    }

    /// Orders texts by their bytes: texts that differ in these alone count as equal otherwise.
    private static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}
