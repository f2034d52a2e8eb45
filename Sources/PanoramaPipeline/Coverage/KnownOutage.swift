// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// A time in which the public archive of GitHub's events is known to be without part of them.
struct KnownOutage: Hashable, Sendable {
    /// What went wrong.
    enum Kind: Hashable, Sendable {
        /// The hours are not in the archive, or as good as empty there: they never come.
        case gap
        /// About this share of all events is lost.
        case loss(Double)
        /// Events lost part of their payload; none is lost.
        case trim
        /// The file of an hour is flawed: it holds broken lines or events of other hours, or it breaks off.
        case flaw
    }

    /// What went wrong.
    var kind: Kind
    /// The hours, in UTC; of a time that has not ended, up to the end of the year 9999.
    var hours: HourSpan
    /// Whether it has not ended.
    var isOpen = false
    /// Where it is documented.
    var source: String

    /// The hours as the documentation has them.
    var span: String { isOpen ? "\(HourSpan.text(hours.first))…" : hours.description }

    /// Whether it is a loss of part of the events.
    var isLoss: Bool {
        if case .loss = kind { return true }
        return false
    }

    /// Whether an hour lies in it.
    func contains(_ hour: Int64) -> Bool { hours.first <= hour && hour <= hours.last }

    /// Whether a month has hours in it.
    func touches(_ month: Month) -> Bool {
        let first = HourCounts.hour(ofEpochSeconds: month.startEpochSeconds)
        return hours.first < first + Int64(month.hours) && first <= hours.last
    }
}
