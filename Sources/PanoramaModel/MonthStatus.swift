// SPDX-License-Identifier: Apache-2.0

/// What a reader must know of a month before trusting its numbers.
public enum MonthMark: String, Sendable, Codable, CaseIterable {
    /// No source holds data of the month.
    case missing
    /// Fewer than 24 of the 30 months before it have data, so scores have not reached their long-run level.
    case warmUp = "warm-up"
    /// Part of the month's data is missing: hours of events, or scores that other months have.
    case provisional
    /// Part of the month's events is lost for good, as when the public feed lost them.
    case tainted
}

/// A month of a landscape's history and how far its numbers can be trusted.
public struct MonthStatus: Hashable, Sendable, Codable {
    /// The month.
    public var month: Month
    /// What limits trust in it; empty for a complete month.
    public var marks: [MonthMark]
    /// Hours of the month whose events are there; `nil` where they are not known, as of published scores and counted pairs.
    public var hours: Int?
    /// Events of the month, each counted once; `nil` likewise.
    public var events: Int?
    /// Why it bears its marks of coverage, each a sentence with its figures.
    public var reasons: [String]

    /// Makes a status.
    public init(
        month: Month,
        marks: [MonthMark] = [],
        hours: Int? = nil,
        events: Int? = nil,
        reasons: [String] = []
    ) {
        self.month = month
        self.marks = marks
        self.hours = hours
        self.events = events
        self.reasons = reasons
    }

    /// What the marks say of the month's coverage, in one word.
    public var state: CoverageState {
        if marks.contains(.missing) { return .missing }
        if marks.contains(.tainted) { return .tainted }
        return marks.contains(.provisional) ? .provisional : .complete
    }
}
