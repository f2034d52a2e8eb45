// SPDX-License-Identifier: Apache-2.0

/// All sequences of numbers that events draw from.
struct Identifiers {
    /// Events of the full form.
    private var archiveEvents = IdentifierSequence(base: 11_200_000_000, stretch: 1_000_000)
    /// Events of the trimmed form: pushes, branches and tags.
    private var trimmedEvents = IdentifierSequence(base: 4_600_000_000, stretch: 1_000_000, restarts: true)
    /// Events of the trimmed form, all others: an hour behind, so that the two sequences overlap as the real ones do.
    private var otherTrimmedEvents = IdentifierSequence(base: 4_600_000_000, stretch: 1_000_000, lag: 1, restarts: true)
    /// Issues, and pull requests as issues.
    var issues = IdentifierSequence(base: 550_000_000, stretch: 200_000)
    /// Pull requests.
    var pulls = IdentifierSequence(base: 360_000_000, stretch: 150_000)
    /// Comments on issues and pull requests.
    var comments = IdentifierSequence(base: 570_000_000, stretch: 250_000)
    /// Comments in reviews, and on commits.
    var reviewComments = IdentifierSequence(base: 360_000_000, stretch: 120_000)
    /// Reviews.
    var reviews = IdentifierSequence(base: 330_000_000, stretch: 150_000)
    /// Pushes.
    var pushes = IdentifierSequence(base: 4_400_000_000, stretch: 800_000)
    /// Releases and discussions.
    var releases = IdentifierSequence(base: 22_000_000, stretch: 60_000)
    /// Forks.
    var forks = IdentifierSequence(base: 1_200_000_000, stretch: 80_000)

    /// Starts an hour of so many events.
    mutating func begin(hour: Int64, events: Int) {
        archiveEvents.begin(hour: hour, atMost: events)
        trimmedEvents.begin(hour: hour, atMost: events)
        otherTrimmedEvents.begin(hour: hour, atMost: events)
        issues.begin(hour: hour, atMost: events / 3)
        pulls.begin(hour: hour, atMost: events / 4)
        comments.begin(hour: hour, atMost: events / 3)
        reviewComments.begin(hour: hour, atMost: events / 6)
        reviews.begin(hour: hour, atMost: events / 4)
        pushes.begin(hour: hour, atMost: events)
        releases.begin(hour: hour, atMost: events / 10)
        forks.begin(hour: hour, atMost: events / 8)
    }

    /// The number of the next event.
    mutating func event(trimmed: Bool, isReference: Bool, _ random: inout RandomSource) -> Int64 {
        if !trimmed { return archiveEvents.next(&random) }
        return isReference ? trimmedEvents.next(&random) : otherTrimmedEvents.next(&random)
    }
}
