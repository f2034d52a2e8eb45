// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// A number for every kind of thing done that makes activity: counts, and the weights by which they add up to it.
struct ByActivity<Number: Encodable>: Encodable {
    var issuesOpened: Number
    var issuesClosed: Number
    var issueComments: Number
    var reviewComments: Number
    var pullRequestsOpened: Number
    var pushes: Number
}

extension ByActivity<UInt32> {
    /// What was done.
    init(_ counts: ActivityCounts) {
        self.init(
            issuesOpened: counts.issuesOpened,
            issuesClosed: counts.issuesClosed,
            issueComments: counts.issueComments,
            reviewComments: counts.reviewComments,
            pullRequestsOpened: counts.pullRequestsOpened,
            pushes: counts.pushes
        )
    }
}

extension ByActivity<Double> {
    /// What each weighs.
    init(_ weights: ScoringParameters.Weights) {
        self.init(
            issuesOpened: weights.issueOpened,
            issuesClosed: weights.issueClosed,
            issueComments: weights.issueComment,
            reviewComments: weights.reviewComment,
            pullRequestsOpened: weights.pullRequestOpened,
            pushes: weights.push
        )
    }
}
