// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import Testing

@Suite struct ActivityCountsTests {
    @Test func everyCounterIsACountOfItsOwn() {
        var counts = ActivityCounts()
        for (value, counter) in zip(UInt32(1)..., ActivityCounts.Counter.allCases) { counts[counter] = value }
        for (value, counter) in zip(UInt32(1)..., ActivityCounts.Counter.allCases) {
            #expect(counts[counter] == value)
        }
    }

    @Test func attentionWeighsNothing() {
        var counts = ActivityCounts()
        counts.stars = 1
        counts.forks = 2
        counts.reviews = 3
        counts.pullRequestsClosed = 4
        #expect(counts.activity(ScoringParameters.Weights()) == 0)
        counts.pushes = 1
        #expect(counts.activity(ScoringParameters.Weights()) == 14.695)
    }
}
