// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
import PanoramaModel
import TestSupport
import Testing

@Suite
struct PairCountingTests {
    private func pair(_ events: [InventedEvent]) throws -> Pair {
        let snapshot = try read(events.map(\.line).joined(separator: "\n") + "\n")
        return try #require(PairTable(EventSegment.decode(snapshot.segment)).pairs.unpacked().first)
    }

    private func event(_ id: Int, _ type: String, _ payload: String, login: String? = nil) -> InventedEvent {
        InventedEvent(id: id, type: type, login: login, payload: payload)
    }

    @Test(arguments: [
        ("IssuesEvent", #"{"action":"opened","issue":{"id":1}}"#, 22.235, true),
        ("IssuesEvent", #"{"action":"closed","issue":{"id":1}}"#, 9.712, true),
        ("IssuesEvent", #"{"action":"reopened","issue":{"id":1}}"#, 0, false),
        ("IssueCommentEvent", #"{"action":"created","comment":{"id":1},"issue":{"id":2}}"#, 5.252, true),
        ("IssueCommentEvent", #"{"action":"edited","comment":{"id":1},"issue":{"id":2}}"#, 5.252, false),
        ("PullRequestEvent", #"{"action":"opened","pull_request":{"id":1}}"#, 40.679, true),
        ("PullRequestEvent", #"{"action":"closed","pull_request":{"id":1,"merged":true}}"#, 0, true),
        ("PullRequestEvent", #"{"action":"merged","pull_request":{"id":1}}"#, 0, true),
        ("PullRequestEvent", #"{"action":"reopened","pull_request":{"id":1}}"#, 0, false),
        ("PullRequestReviewCommentEvent", #"{"action":"created","comment":{"id":1}}"#, 7.427, true),
        ("PullRequestReviewEvent", #"{"action":"created","review":{"id":1}}"#, 0, false),
        ("PushEvent", #"{"push_id":1}"#, 14.695, false),
        ("WatchEvent", #"{"action":"started"}"#, 0, false),
        ("ForkEvent", #"{"forkee":{"id":1}}"#, 0, false),
        ("SponsorshipEvent", #"{"action":"created"}"#, 0, false),
    ])
    func anEventCountsByItsTypeAndAction(type: String, payload: String, activity: Double, isValid: Bool) throws {
        let pair = try pair([event(1, type, payload)])
        #expect(pair.counts.activity(ScoringParameters.Weights()) == activity)
        #expect(pair.isValid == isValid)
    }

    @Test
    func aThingDoneCountsOnceHoweverManyEventsSpeakOfIt() throws {
        let pair = try pair([
            event(1, "IssuesEvent", #"{"action":"closed","issue":{"id":1}}"#),
            event(2, "IssuesEvent", #"{"action":"reopened","issue":{"id":1}}"#),
            event(3, "IssuesEvent", #"{"action":"closed","issue":{"id":1}}"#),
            event(4, "IssuesEvent", #"{"action":"closed","issue":{"id":2}}"#),
            event(5, "IssueCommentEvent", #"{"action":"created","comment":{"id":9}}"#),
            event(6, "IssueCommentEvent", #"{"action":"edited","comment":{"id":9}}"#),
        ])
        #expect(pair.counts.issuesClosed == 2)
        #expect(pair.counts.issueComments == 1)
    }

    @Test
    func whatWeighsNothingIsCountedToo() throws {
        let counts = try pair([
            event(1, "PullRequestEvent", #"{"action":"closed","pull_request":{"id":1}}"#),
            event(2, "PullRequestEvent", #"{"action":"merged","pull_request":{"id":1}}"#),
            event(3, "PullRequestEvent", #"{"action":"closed","pull_request":{"id":2}}"#),
            event(4, "PullRequestReviewEvent", #"{"action":"created","review":{"id":1}}"#),
            event(5, "PullRequestReviewEvent", #"{"action":"dismissed","review":{"id":1}}"#),
            event(6, "WatchEvent", #"{"action":"started"}"#),
            event(7, "WatchEvent", #"{"action":"started"}"#),
            event(7, "WatchEvent", #"{"action":"started"}"#),
            event(8, "ForkEvent", #"{"forkee":{"id":1}}"#),
        ]).counts
        #expect(counts.pullRequestsClosed == 2)
        #expect(counts.reviews == 1)
        #expect(counts.stars == 2)
        #expect(counts.forks == 1)
    }

    @Test
    func openingAndClosingAnIssueAreTwoThings() throws {
        let pair = try pair([
            event(1, "IssuesEvent", #"{"action":"opened","issue":{"id":1}}"#),
            event(2, "IssuesEvent", #"{"action":"closed","issue":{"id":1}}"#),
        ])
        #expect(pair.counts.activity(ScoringParameters.Weights()) == 31.947)
    }

    @Test(arguments: ["[snyk] Security upgrade", "[Snyk] x", "[SNYK]"])
    func eventsOfSnykCountNothing(title: String) throws {
        let pair = try pair([
            event(1, "PullRequestEvent", #"{"action":"opened","pull_request":{"id":1,"title":"\#(title)"}}"#),
            event(
                2,
                "IssueCommentEvent",
                #"{"action":"created","issue":{"id":3,"title":"\#(title)"},"comment":{"id":4}}"#
            ),
        ])
        #expect(pair.counts == ActivityCounts())
        #expect(!pair.isValid)
        let mention = try self.pair([
            event(1, "PullRequestEvent", #"{"action":"opened","pull_request":{"id":1,"title":"Fix [snyk] badge"}}"#)
        ])
        #expect(mention.isValid)
    }

    @Test(arguments: [
        ("dependabot[bot]", true), ("Renovate[Bot]", true), ("robot", false), ("[bot]x", false), ("bot]", false),
        ("a{bot]", false), ("a[BOT]", true),
    ])
    func loginsThatEndInBotAreBots(login: String, isBot: Bool) throws {
        #expect(try pair([event(1, "PushEvent", #"{"push_id":1}"#, login: login)]).isBot == isBot)
    }

    @Test
    func anEventThatTwoFilesTellDifferentlyCountsOnce() throws {
        let full = InventedEvent(id: 2, type: "PushEvent", payload: #"{"push_id":77}"#)
        let bare = InventedEvent(id: 2, type: "PushEvent", payload: "{}")
        let moved = InventedEvent(id: 2, type: "PushEvent", repository: 101, payload: "{}")
        let retold = [
            InventedEvent(id: 3, payload: #"{"action":"opened","issue":{"id":5}}"#),
            InventedEvent(id: 3, payload: #"{"action":"reopened","issue":{"id":5}}"#),
        ]
        var tables: Set<PairTable> = []
        for order in [[full, bare, moved] + retold, retold.reversed() + [moved, bare, full]] {
            let snapshot = try read(order.map(\.line).joined(separator: "\n") + "\n")
            tables.insert(PairTable(try EventSegment.decode(snapshot.segment)))
        }
        #expect(tables.count == 1)
        let table = try #require(tables.first)
        #expect(table.events == 2)
        #expect(
            try table.pairs.unpacked().map(\.repository.rawValue) == [100],
            "the record that names its push is the one taken"
        )
        #expect(try table.pairs.unpacked().first?.counts.pushes == 1)
    }

    @Test
    func anIdAloneDoesNotMakeAnEvent() throws {
        let events = [
            InventedEvent(id: 2, payload: #"{"action":"opened","issue":{"id":1}}"#, time: "2025-01-01T00:00:00Z"),
            InventedEvent(id: 2, payload: #"{"action":"opened","issue":{"id":2}}"#, time: "2025-01-01T00:00:01Z"),
            InventedEvent(id: 2, type: "PushEvent", payload: #"{"push_id":3}"#, time: "2025-01-01T00:00:00Z"),
        ]
        let snapshot = try read(events.map(\.line).joined(separator: "\n") + "\n")
        #expect(PairTable(try EventSegment.decode(snapshot.segment)).events == 3)
    }

    @Test
    func eventsAreCountedByTheirHourAndType() throws {
        let push = InventedEvent(id: 1, type: "PushEvent", payload: #"{"push_id":1}"#, time: "2025-01-31T23:59:59Z")
        let events = [
            push, push,
            InventedEvent(id: 2, payload: #"{"action":"opened","issue":{"id":1}}"#, time: "2025-01-01T00:00:00Z"),
            InventedEvent(id: 3, payload: #"{"action":"closed","issue":{"id":1}}"#, time: "2025-01-01T00:59:59Z"),
            InventedEvent(id: 4, type: "WatchEvent", payload: "{}", time: "2025-01-01T00:30:00Z"),
        ]
        let snapshot = try read(events.map(\.line).joined(separator: "\n") + "\n")
        let table = PairTable(try EventSegment.decode(snapshot.segment))
        let first = HourCounts.hour(ofEpochSeconds: try #require(Month("2025-01")).startEpochSeconds)
        #expect(
            table.hours == [
                HourCounts(hour: first, counts: [.issues: 2, .watch: 1]),
                HourCounts(hour: first + 743, counts: [.push: 1]),
            ]
        )
        #expect(try HourTable.decode(HourTable.encode(table.hours)[...]) == table.hours)
        #expect(try PairTable(decoding: table.encode()[...]) == table)
    }

    @Test
    func damagedHoursAreAnErrorNotATrap() throws {
        let bytes = try HourTable.encode([HourCounts(hour: 482_136, counts: [.push: 300])])
        for end in bytes.indices { #expect(throws: SegmentError.self) { try HourTable.decode(bytes[..<end]) } }
    }

    @Test(arguments: UInt64(0)..<40)
    func orderAndRepetitionChangeNothing(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let records = (0..<200).map { _ in
            EventRecord(
                developer: .random(in: 1...6, using: &random),
                repository: .random(in: 1...5, using: &random),
                key: .random(in: 1...8, using: &random),
                id: .random(in: 1...1_000, using: &random),
                time: .random(in: 0...1_000, using: &random),
                month: 0,
                kind: EventKind.allCases.randomElement(using: &random) ?? .push,
                flags: EventRecord.Flags(rawValue: .random(in: 0...1, using: &random))
            )
        }
        let expected = PairTable(records)
        #expect(PairTable(records.shuffled(using: &random)) == expected)
        #expect(PairTable(records + records.shuffled(using: &random)) == expected)
        #expect(try PairTable(decoding: expected.encode()[...]) == expected)
    }
}
