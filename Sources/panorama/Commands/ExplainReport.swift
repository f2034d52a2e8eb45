// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel
import PanoramaPipeline

/// What `panorama explain --json` prints; a contract, described in `Documentation/Explain.md`.
struct ExplainReport: Encodable {
    /// A former name, and when it was seen.
    struct FormerName: Encodable {
        var name: String
        var first: String
        var last: String
    }

    /// Where the score comes from; with the contributions, the parts add up to it.
    struct Parts: Encodable {
        var carried: Double
        var activity: Double
        var contributions: Double
        var background: Double
        var backgroundShare: Double
    }

    /// What the node started the month with.
    struct Start: Encodable {
        var value: Double
        var retention: Double
        var carriedFrom: String?
        var carriedScore: Double?
    }

    /// What a neighbour adds.
    struct ContributionEntry: Encodable {
        var id: Int64?
        var name: String?
        var value: Double
        var activity: Double
        var totalActivity: Double
        var openrank: Double
        var counts: ByActivity<UInt32>
    }

    /// Who was at work in a month.
    struct Community: Encodable {
        var participants: Int
        var contributors: Int
        var bots: Int

        init(_ participation: Participation) {
            participants = participation.participants
            contributors = participation.scored
            bots = participation.bots
        }
    }

    /// A month of the history.
    struct HistoryEntry: Encodable {
        var month: String
        var openrank: Double?
        var rank: Int?
        var of: Int?
        var community: Community
        var marks: [MonthMark]
    }

    /// What is there of the month's events.
    struct Coverage: Encodable {
        var state: CoverageState
        var marks: [MonthMark]
        var hours: Int?
        var events: Int?
        var reasons: [String]
    }

    var kind: NodeKind
    var id: Int64?
    var name: String
    var formerNames: [FormerName]
    var namesakes: [Int64]
    var month: String
    var preset: String
    var verdict: Participation.Verdict
    var openrank: Double?
    var rank: Int?
    var of: Int?
    var parts: Parts?
    var start: Start?
    var weights: ByActivity<Double>
    var contributions: [ContributionEntry]
    var community: Community
    var coverage: Coverage
    var history: [HistoryEntry]
    var landscapes: [LandscapeEntry]
    var notices: [String]

    /// Decimals of scores and their parts.
    static let decimals = Standing.decimals

    /// Rounds an explanation.
    init(_ explanation: NodeExplanation, _ standings: [LandscapeStanding], _ parameters: ScoringParameters) {
        let node = explanation.node
        let (standing, status) = (explanation.point.standing, explanation.point.status)
        kind = node.kind
        id = node.id > 0 ? node.id : nil
        name = node.name
        formerNames = node.formerNames.map {
            FormerName(name: $0.name, first: Self.text($0.first), last: Self.text($0.last))
        }
        namesakes = node.namesakes
        month = "\(explanation.month)"
        preset = explanation.preset
        verdict = explanation.point.participation.verdict
        openrank = standing?.score.rounded(decimals: Self.decimals)
        rank = standing?.rank
        of = standing?.count
        community = Community(explanation.point.participation)
        coverage = Coverage(
            state: status.state,
            marks: status.marks,
            hours: status.hours,
            events: status.events,
            reasons: status.reasons
        )
        history = explanation.history.map { point in
            HistoryEntry(
                month: "\(point.status.month)",
                openrank: point.standing?.score.rounded(decimals: Self.decimals),
                rank: point.standing?.rank,
                of: point.standing?.count,
                community: Community(point.participation),
                marks: point.status.marks
            )
        }
        landscapes = standings.map(LandscapeEntry.init)
        notices = explanation.notices
        weights = ByActivity(parameters.weights)
        contributions = []
        guard let parts = explanation.parts, let standing else { return }
        let printed = PrintedParts(parts, of: standing.score, decimals: Self.decimals)
        self.parts = Parts(
            carried: printed.carried,
            activity: printed.added,
            contributions: printed.neighbours,
            background: printed.background,
            backgroundShare: printed.backgroundShare
        )
        start = Start(
            value: parts.start.rounded(decimals: Self.decimals),
            retention: parts.retention,
            carriedFrom: parts.source.map { "\(Month(ordinal: $0.month))" },
            carriedScore: parts.source?.value.rounded(decimals: Self.decimals)
        )
        contributions = zip(parts.contributions, printed.contributions).map { contribution, value in
            ContributionEntry(
                id: contribution.id > 0 ? contribution.id : nil,
                name: explanation.neighbourNames[contribution.id],
                value: value,
                activity: contribution.activity.rounded(decimals: 3),
                totalActivity: contribution.totalActivity.rounded(decimals: 3),
                openrank: contribution.score.rounded(decimals: Self.decimals),
                counts: ByActivity(explanation.counts[contribution.id] ?? ActivityCounts())
            )
        }
    }

    /// A time in UTC.
    static func text(_ time: Int64) -> String {
        Date(timeIntervalSince1970: TimeInterval(time)).formatted(.iso8601)
    }
}
