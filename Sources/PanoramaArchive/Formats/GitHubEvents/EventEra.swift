// SPDX-License-Identifier: Apache-2.0

import CSimdjson

/// The shapes that the feed has had, told apart by what an event holds and never by its date.
package enum EventEra: String, Sendable, CaseIterable, Codable {
    /// 2011-02 to 2012-03: objects with ids, the names repeated in the payload.
    case beta = "2011 beta"
    /// 2012-03 to 2014: no event ids, developers by login, local times.
    case timeline = "2012–2014 timeline"
    /// 2015 to 2025-10-07: whole payloads.
    case full = "2015–2025"
    /// Since 2025-10-07: payloads without sizes, commits and whole pull requests.
    case trimmed = "since 2025-10, trimmed"

    /// The era of a shape; `nil` for events that look alike in several.
    init?(shape: panorama_event_shape) {
        switch shape {
        case panorama_shape_beta: self = .beta
        case panorama_shape_timeline: self = .timeline
        case panorama_shape_full: self = .full
        case panorama_shape_trimmed: self = .trimmed
        default: return nil
        }
    }
}
