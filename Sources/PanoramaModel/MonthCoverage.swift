// SPDX-License-Identifier: Apache-2.0

/// How far the events of a month are there, in one word.
public enum CoverageState: String, Sendable, Codable, CaseIterable {
    /// Everything that there is of the month is there.
    case complete
    /// Part of the month is missing and may still come.
    case provisional
    /// Part of what happened in the month is lost for good, so its numbers are not comparable with others.
    case tainted
    /// Nothing of the month is there.
    case missing
}

/// What is there of a month's events, and how that was judged.
public struct MonthCoverage: Hashable, Sendable, Codable {
    /// The month.
    public var month: Month
    /// The verdict; the gravest where several hold.
    public var state: CoverageState
    /// Hours of the month whose events are there; `nil` where hours are not known.
    public var hoursPresent: Int?
    /// Hours that the month has.
    public var hoursPossible: Int
    /// Hours that are missing and may still come.
    public var hoursAwaited: Int
    /// Events of the month, each once; `nil` where they are not known.
    public var events: Int?
    /// The same by type.
    public var eventsByType: EventTypeCounts?
    /// The hours that are missing, whether they may come or not.
    public var missing: [HourSpan]
    /// Why the month is not simply complete, each a sentence with its figures.
    public var reasons: [String]

    /// Makes a verdict.
    public init(
        month: Month,
        state: CoverageState,
        hoursPresent: Int? = nil,
        hoursAwaited: Int = 0,
        events: Int? = nil,
        eventsByType: EventTypeCounts? = nil,
        missing: [HourSpan] = [],
        reasons: [String] = []
    ) {
        self.month = month
        self.state = state
        self.hoursPresent = hoursPresent
        hoursPossible = month.hours
        self.hoursAwaited = hoursAwaited
        self.events = events
        self.eventsByType = eventsByType
        self.missing = missing
        self.reasons = reasons
    }

    /// The marks of a month of this coverage, in the order of ``MonthMark``; a tainted month may be provisional too.
    public var marks: [MonthMark] {
        switch state {
        case .complete: []
        case .provisional: [.provisional]
        case .tainted: hoursAwaited > 0 ? [.provisional, .tainted] : [.tainted]
        case .missing: [.missing]
        }
    }
}
