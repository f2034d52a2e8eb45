// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaArchive

/// What `panorama inspect` says of the events of a file; its JSON form is a contract.
struct InspectedEvents: Encodable {
    /// The events of a type and action, repeated ones included.
    struct TypeCount: Encodable {
        var type: String
        var action: String?
        var events: Int
    }

    /// The events of an era, repeated ones included.
    struct EraCount: Encodable {
        private enum CodingKeys: String, CodingKey { case era, events }

        /// `beta`, `timeline`, `full`, `trimmed`, or `several` for events that look alike in several eras.
        var era: String
        /// The era for people.
        var label: String
        var events: Int
    }

    /// Whether they stand one to a line, as GH Archive has them.
    var oneToALine: Bool
    /// Those that count: each once.
    var distinct = 0
    var repeated = 0
    var pairs = 0
    /// The first and last `created_at`, in UTC.
    var first: String?
    var last: String?
    var eras: [EraCount]
    var withoutDeveloper: Int
    var withoutRepository: Int
    var withoutID: Int
    /// The most frequent first, then by name.
    var types: [TypeCount]
    /// Events of further types and actions, where a file makes up too many of them.
    var ofFurtherTypes: Int

    init(_ census: EventCensus) {
        oneToALine = census.isOneToALine
        first = census.span.map { Self.text($0.lowerBound) }
        last = census.span.map { Self.text($0.upperBound) }
        eras = EventEra.allCases.map { EraCount(era: Self.key($0), label: $0.rawValue, events: census.events(of: $0)) }
        eras.append(EraCount(era: "several", label: "alike in several eras", events: census.ofSeveralEras))
        eras.removeAll { $0.events == 0 }
        withoutDeveloper = census.withoutDeveloper
        withoutRepository = census.withoutRepository
        withoutID = census.withoutID
        types = census.counts.map { TypeCount(type: $0.type, action: $0.action, events: $0.events) }
        ofFurtherTypes = census.furtherEvents
    }

    private static func key(_ era: EventEra) -> String {
        switch era {
        case .beta: "beta"
        case .timeline: "timeline"
        case .full: "full"
        case .trimmed: "trimmed"
        }
    }

    private static func text(_ time: Int64) -> String {
        Date(timeIntervalSince1970: TimeInterval(time)).formatted(.iso8601)
    }
}
