// SPDX-License-Identifier: Apache-2.0

/// The events of a calendar hour, each counted once, by type.
public struct HourCounts: Hashable, Sendable {
    /// Hours since 1970-01-01T00:00:00Z.
    public var hour: Int64
    /// The events by type.
    public var counts: EventTypeCounts

    /// Makes the counts of an hour.
    public init(hour: Int64, counts: EventTypeCounts = EventTypeCounts()) {
        self.hour = hour
        self.counts = counts
    }

    /// The number of events of the hour.
    public var total: Int { counts.total }

    /// The hour that holds an instant, given in seconds since 1970-01-01T00:00:00Z.
    public static func hour(ofEpochSeconds seconds: Int64) -> Int64 {
        seconds >= 0 ? seconds / 3_600 : (seconds + 1) / 3_600 - 1
    }
}
