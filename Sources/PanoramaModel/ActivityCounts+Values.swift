// SPDX-License-Identifier: Apache-2.0

extension ActivityCounts {
    /// The counts in the order of ``Counter``, to go over them without asking for each by name.
    package var values: InlineArray<10, UInt32> {
        [
            issuesOpened, issuesClosed, issueComments, reviewComments, pullRequestsOpened, pullRequestsClosed, reviews,
            pushes, stars, forks,
        ]
    }

    /// Takes up counts in the order of ``Counter``.
    package init(values: InlineArray<10, UInt32>) {
        self.init()
        (issuesOpened, issuesClosed, issueComments, reviewComments) = (values[0], values[1], values[2], values[3])
        (pullRequestsOpened, pullRequestsClosed, reviews) = (values[4], values[5], values[6])
        (pushes, stars, forks) = (values[7], values[8], values[9])
    }
}
