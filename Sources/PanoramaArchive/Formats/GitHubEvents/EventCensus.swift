// SPDX-License-Identifier: Apache-2.0

/// What a file's events are: how many of each type and action, of which era, from when to when, and what they lack.
///
/// Every event counts as it stands in the file, repeated ones too. Memory is bounded: names are cut, and there is room for
/// many more types and actions than the feed has ever had, but not for as many as a file can make up.
package struct EventCensus: Sendable {
    /// The events of a type and action.
    package struct Count: Hashable, Sendable {
        /// The type as written, such as `IssuesEvent`.
        package var type: String
        /// The action as written; `nil` where the events have none.
        package var action: String?
        /// How many they are.
        package var events: Int
    }

    /// Whether they stand one to a line, as in GH Archive, and not as an API answers.
    package internal(set) var isOneToALine = false
    private var names = CountedNames()
    private var eraCounts = [Int](repeating: 0, count: EventEra.allCases.count)
    /// Events whose shape is that of several eras.
    package private(set) var ofSeveralEras = 0
    /// Events that say nothing of who did it.
    package private(set) var withoutDeveloper = 0
    /// Events that say nothing of where it was done.
    package private(set) var withoutRepository = 0
    /// Events without an id of their own; they are told apart by their content.
    package private(set) var withoutID = 0
    /// The first and last `created_at` in seconds since 1970-01-01T00:00:00Z; `nil` when there are no events.
    package private(set) var span: ClosedRange<Int64>?

    init() {}

    /// Counts an event.
    ///
    /// - Complexity: O(1) expected, and the length of the names.
    @inline(never)
    mutating func add(_ event: EventParser.Event) {
        unsafe names.count(event.typeName, event.actionName)
        if let era = event.era {
            eraCounts[era.place] += 1
        } else {
            ofSeveralEras += 1
        }
        let record = event.record
        if record.developer == 0 { withoutDeveloper += 1 }
        if record.repository == 0 { withoutRepository += 1 }
        if record.flags.contains(.hashed) { withoutID += 1 }
        span =
            span.map { min($0.lowerBound, record.time)...max($0.upperBound, record.time) } ?? record.time...record.time
    }

    /// The events of an era, as far as their shape tells it.
    package func events(of era: EventEra) -> Int { eraCounts[era.place] }

    /// The events by type and action, the most frequent first, then by name.
    package var counts: [Count] { names.counts }

    /// The events of types and actions beyond those that there is room for.
    package var furtherEvents: Int { names.furtherCount }
}

extension EventEra {
    /// The place of the era among all.
    fileprivate var place: Int {
        switch self {
        case .beta: 0
        case .timeline: 1
        case .full: 2
        case .trimmed: 3
        }
    }
}
