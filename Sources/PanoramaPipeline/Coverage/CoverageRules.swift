// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// The thresholds by which the coverage of a month is judged; the documentation gives the reasons for each.
enum CoverageRules {
    /// An hour with less than one of so many parts of the events of busy hours is not present.
    static let thinness = 20
    /// Months with less than this share of what is usual do not hold the hours of the whole feed.
    static let presentShare = 1 / Double(thinness)
    /// Of so many hours of a month one that the archive never had is worth a taint; fewer are only told.
    static let tolerance = 100
    /// A month with more than so many pushes of a hundred events, of at least ``pushOnlyEvents`` is push-only.
    static let pushOnlyPercent = 90
    /// The least number of events that a month can be push-only with.
    static let pushOnlyEvents = 1_000

    /// Below this share of what is usual, all events together are taken to be lost in part.
    static let totalShare = 0.65
    /// Below this share of what is usual, the events of a type are taken to be lost in part.
    static let typeShare = 0.5
    /// From this share of what is usual on, a month is sound again after months that were not, or spared by a known loss.
    static let recoveredShare = 0.75

    /// Levels are compared among months with at least so many hours.
    static let comparedHours = 24
    /// Levels are compared among months whose hours lie on at least so many days, so that a holiday is not taken for a month.
    static let comparedDays = 7
    /// Levels are compared among months with at least so many hours of the day in common.
    static let comparedSlots = 6
    /// From so many hours on, weekends are compared with weekends.
    static let weekHours = 168
    /// The most months before, and the most after, that a month is compared with.
    static let neighbours = 6
    /// How many months back a month of reference may lie.
    static let reach = 24
    /// How many months back it may lie where a known loss is to be disproved, and how many ahead where there is none before.
    static let nearReach = 12
    /// The fewest months before that are enough of a reference.
    static let enoughBefore = 2
    /// The number of events to be expected from which on too few of them are no chance: all together, and of a type.
    static let expectedEvents = (total: 1_000.0, type: 200.0)
    /// The share of all events from which on a type matters.
    static let typeWeight = 0.01
    /// The types whose events are counted in pairs; others may come and go without a taint.
    static let types: [EventType] = [
        .push, .issues, .issueComment, .pullRequest, .pullRequestReview, .pullRequestReviewComment, .watch, .fork,
    ]
    /// The most spans of missing hours that a reason names.
    static let namedSpans = 3
}
