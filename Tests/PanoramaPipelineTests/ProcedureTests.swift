// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaArchive
import PanoramaModel
import PanoramaPipeline
import TestSupport
import Testing

/// From events to scores over months, by both presets, against the definition written out.
@Suite
struct ProcedureTests {
    private static let first = Month(ordinal: 2024 * 12 + 3)

    private static func deeds(_ random: inout SplitMix) -> [NaiveProcedure.Deed] {
        let kinds: [(String, [String])] = [
            ("IssuesEvent", ["opened", "closed", "reopened"]), ("IssueCommentEvent", ["created", "edited"]),
            ("PullRequestEvent", ["opened", "closed", "merged", "reopened"]),
            ("PullRequestReviewCommentEvent", ["created", "edited"]), ("PullRequestReviewEvent", ["created"]),
            ("PushEvent", [""]), ("WatchEvent", ["started"]),
        ]
        return (0..<Int.random(in: 5...60, using: &random)).map { _ in
            let (type, actions) = kinds[Int.random(in: 0..<kinds.count, using: &random)]
            let developer = Int64.random(in: 1...14, using: &random)
            return NaiveProcedure.Deed(
                developer: developer,
                repository: .random(in: 100...109, using: &random),
                type: type,
                action: actions[Int.random(in: 0..<actions.count, using: &random)],
                // Few enough that events speak of one thing several times.
                key: .random(in: 1...12, using: &random),
                isBot: developer == 14,
                isSnyk: type == "IssuesEvent" && Int.random(in: 0..<8, using: &random) == 0
            )
        }
    }

    private static func payload(_ deed: NaiveProcedure.Deed) -> String {
        let title = deed.isSnyk ? "[Snyk] Upgrade" : "It breaks"
        return switch deed.type {
        case "IssuesEvent": #"{"action":"\#(deed.action)","issue":{"id":\#(deed.key),"title":"\#(title)"}}"#
        case "IssueCommentEvent", "PullRequestReviewCommentEvent":
            #"{"action":"\#(deed.action)","comment":{"id":\#(deed.key)},"issue":{"id":5,"title":"a"}}"#
        case "PullRequestEvent": #"{"action":"\#(deed.action)","pull_request":{"id":\#(deed.key),"title":"a"}}"#
        case "PullRequestReviewEvent": #"{"action":"created","review":{"id":\#(deed.key)}}"#
        case "PushEvent": #"{"push_id":\#(deed.key),"size":1}"#
        default: #"{"action":"started"}"#
        }
    }

    @Test(arguments: ["opendigger-2024", "opendigger-2026"], UInt64(1)...25)
    func scoresAreThoseOfTheDefinitionMonthAfterMonth(preset: String, seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let parameters = try #require(ScoringParameters.presets[preset])
        let scorer = MonthScorer(parameters, bots: [])
        var naive = NaiveProcedure(is2024: preset == "opendigger-2024")
        var previous: MonthScores?
        var id = 0
        for step in 0..<12 {
            let month = Self.first.advanced(by: step)
            let deeds = Int.random(in: 0..<4, using: &random) == 0 ? [] : Self.deeds(&random)
            let lines = deeds.map { deed in
                id += 1
                return InventedEvent(
                    id: id,
                    type: deed.type,
                    developer: Int(deed.developer),
                    login: deed.isBot ? "robot[bot]" : nil,
                    repository: Int(deed.repository),
                    payload: Self.payload(deed),
                    time: "\(month)-11T07:30:00Z"
                ).line
            }
            var records: [EventRecord] = []
            if !lines.isEmpty {
                let folder = try TemporaryFolder()
                let file = try folder.write(
                    Array((lines + lines.shuffled(using: &random)).joined(separator: "\n").utf8),
                    to: "hour"
                )
                let handle = try FileHandle(forReadingFrom: file)
                defer { try? handle.close() }
                let reader = SnapshotReader(badLines: 0, awaitsRest: false, now: 1_800_000_000)
                records = try EventSegment.decode(reader.read(descriptor: handle.fileDescriptor).segment)
            }
            let scores = try scorer.score(month, PairTable(records, parameters.counting), after: previous)
            let expected = naive.score(month.ordinal, deeds)
            var found: [NaiveProcedure.Node: Double] = [:]
            for (isDeveloper, nodes) in [(true, scores.developers), (false, scores.repositories)] {
                for node in nodes where node.month == month.ordinal {
                    found[NaiveProcedure.Node(isDeveloper: isDeveloper, id: node.id)] = node.value
                }
            }
            #expect(Set(found.keys) == Set(expected.keys), "month \(month)")
            for (node, value) in expected {
                #expect(((found[node] ?? 0) - value).magnitude <= 1e-11 * max(value, 1), "\(node) in \(month)")
            }
            previous = scores
        }
    }
}
