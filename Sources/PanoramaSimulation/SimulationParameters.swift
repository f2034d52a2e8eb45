// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel

/// What to invent: how large a GitHub, for which months, in which form, and from which seed.
///
/// The same parameters give the same bytes, on any machine and at any time.
package struct SimulationParameters: Sendable, Hashable {
    /// Which form of the feed the events have.
    package enum Era: String, Sendable, Hashable, CaseIterable {
        /// The full payloads up to 2025-10-06, whatever the date.
        case archive
        /// The trimmed payloads since 2025-10-07, whatever the date.
        case trimmed
        /// By the date of the hour.
        case automatic = "auto"
    }

    /// How the files are written.
    package enum Form: String, Sendable, Hashable, CaseIterable {
        /// One gzip member per file, `YYYY-MM-DD-H.json.gz`.
        case gzip = "gz"
        /// Lines of JSON as they are, `YYYY-MM-DD-H.json`.
        case plain = "json"
    }

    /// Decides everything that is left to chance.
    package var seed: UInt64
    /// The first month.
    package var first: Month
    /// The last month, itself included.
    package var last: Month
    /// How many hours of each month are written; a month that has fewer is written whole.
    package var hoursPerMonth: Int
    /// The mean number of events in an hour; hours of the day and days of the week vary around it.
    package var eventsPerHour: Int
    /// How many repositories there are, those of the landscape included.
    package var repositories: Int
    /// How many developers there are, bots aside.
    package var developers: Int
    /// Which form of the feed the events have.
    package var era: Era
    /// How the files are written.
    package var form: Form
    /// The directory the files go to; made when it does not exist.
    package var directory: String

    /// Makes parameters; ``validate()`` tells whether they can be used.
    package init(
        seed: UInt64 = 1,
        first: Month,
        last: Month,
        hoursPerMonth: Int = 12,
        eventsPerHour: Int = 2_000,
        repositories: Int = 2_000,
        developers: Int = 8_000,
        era: Era = .automatic,
        form: Form = .gzip,
        directory: String
    ) {
        self.seed = seed
        self.first = first
        self.last = last
        self.hoursPerMonth = hoursPerMonth
        self.eventsPerHour = eventsPerHour
        self.repositories = repositories
        self.developers = developers
        self.era = era
        self.form = form
        self.directory = directory
    }
}

extension SimulationParameters {
    /// The ranges that the numbers must lie in.
    package enum Limits {
        /// Months that can be simulated: the payloads have the fields of 2025, so earlier years would be wrong.
        package static let months = Month(ordinal: 2020 * 12)...Month(ordinal: 2034 * 12 + 11)
        /// Hours in a month.
        package static let hoursPerMonth = 1...744
        /// Events in an hour.
        package static let eventsPerHour = 1...500_000
        /// Repositories: the landscape's and some beside them.
        package static let repositories = 200...1_000_000
        /// Developers.
        package static let developers = 100...1_000_000
    }

    /// Checks every value.
    ///
    /// - Throws: ``SimulationError`` with code `invalidParameter`, naming the first value that is out of its range.
    package func validate() throws(SimulationError) {
        func check(_ value: Int, _ name: String, _ range: ClosedRange<Int>) throws(SimulationError) {
            guard range.contains(value) else {
                throw .invalidParameter("\(name) must be from \(range.lowerBound) to \(range.upperBound), not \(value)")
            }
        }
        for (month, name) in [(first, "first month"), (last, "last month")] where !Limits.months.contains(month) {
            throw .invalidParameter(
                "\(name) must be from \(Limits.months.lowerBound) to \(Limits.months.upperBound), not \(month)"
            )
        }
        guard first <= last else {
            throw .invalidParameter("last month \(last) is before first month \(first)")
        }
        try check(hoursPerMonth, "hours per month", Limits.hoursPerMonth)
        try check(eventsPerHour, "events per hour", Limits.eventsPerHour)
        try check(repositories, "repositories", Limits.repositories)
        try check(developers, "developers", Limits.developers)
        guard !directory.isEmpty, !directory.utf8.contains(0) else {
            throw .invalidParameter("output directory must be a path, not empty")
        }
    }
}
