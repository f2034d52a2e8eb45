// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaArchive
import PanoramaModel
import PanoramaPipeline
import TestSupport
import Testing

@Suite(.enabled(if: RealData.hasReference, "the golden files are not here"))
struct GoldenMonthsTests {
    private struct Golden: Decodable {
        struct Count: Decodable {
            var user: String
            var repo: String
            var openIssue: UInt32?
            var closeIssue: UInt32?
            var issueComment: UInt32?
            var reviewComment: UInt32?
            var openPull: UInt32?
            var push: UInt32?
            var activity: Double
        }

        struct Exact: Decodable {
            var openrank: [String: Double]
            var background: Double
        }

        struct Step: Decodable {
            var month: String
            var counts: [Count]
            var exact: Exact
        }

        var months: [Step]
    }

    @Test
    func threeMonthsWithGapsNewNodesAndBackgroundHold() throws {
        let file = try #require(RealData.reference).appending(path: "openrank/golden_global_three_months.json")
        let golden = try JSONDecoder().decode(Golden.self, from: Data(contentsOf: file))
        let names = Set(golden.months.flatMap { $0.counts.flatMap { [$0.user, $0.repo] } }).sorted()
        let ids = Dictionary(uniqueKeysWithValues: zip(names, Int64(1)...))
        let parameters = ScoringParameters()
        let scorer = MonthScorer(parameters, bots: [])
        var previous: MonthScores?
        for step in golden.months {
            var pairs: [Pair] = []
            for count in step.counts {
                var counts = ActivityCounts()
                counts.issuesOpened = count.openIssue ?? 0
                counts.issuesClosed = count.closeIssue ?? 0
                counts.issueComments = count.issueComment ?? 0
                counts.reviewComments = count.reviewComment ?? 0
                counts.pullRequestsOpened = count.openPull ?? 0
                counts.pushes = count.push ?? 0
                #expect(counts.activity(parameters.weights) == count.activity)
                pairs.append(
                    Pair(
                        developer: DeveloperID(rawValue: try #require(ids[count.user])),
                        repository: RepositoryID(rawValue: try #require(ids[count.repo])),
                        counts: counts,
                        isValid: true
                    )
                )
            }
            pairs.sort { ($0.developer, $0.repository) < ($1.developer, $1.repository) }
            let month = try #require(Month(step.month))
            let scores = try scorer.score(month, PairTable(pairs), after: previous)
            #expect((scores.background - step.exact.background).magnitude < 1e-12)
            let nodes = (scores.developers + scores.repositories).filter { $0.month == month.ordinal }
            #expect(nodes.count == step.exact.openrank.count)
            for (name, exact) in step.exact.openrank {
                let value = try #require(nodes.first { $0.id == ids[name] }?.value)
                #expect((value - exact).magnitude < 1e-12, "\(name) in \(step.month)")
            }
            previous = scores
        }
    }
}
