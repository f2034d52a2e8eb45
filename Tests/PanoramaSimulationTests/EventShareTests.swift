// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaSimulation
import Testing

/// How much of what there is, and how large it is.
@Suite struct EventShareTests {
    @Test func pushesAreTheMajorityAndEveryTypeOccurs() throws {
        let events = try SimulatedEvents.archive.get().events
        let shares = Dictionary(grouping: events, by: \.type).mapValues { Double($0.count) / Double(events.count) }
        #expect(
            Set(shares.keys) == [
                "PushEvent", "CreateEvent", "DeleteEvent", "WatchEvent", "ForkEvent", "IssueCommentEvent",
                "IssuesEvent", "PullRequestEvent", "PullRequestReviewEvent", "PullRequestReviewCommentEvent",
                "ReleaseEvent", "GollumEvent", "MemberEvent", "PublicEvent", "CommitCommentEvent",
            ]
        )
        #expect(try #require(shares["PushEvent"]) > 0.5)
        #expect(try #require(shares["PullRequestEvent"]) > 0.05)
        #expect(try #require(shares["IssueCommentEvent"]) > 0.04)
        #expect(try #require(shares["PublicEvent"]) < 0.01)
    }

    @Test func discussionsOccurInTheLaterFeedOnly() throws {
        #expect(try SimulatedEvents.trimmed.get().events.contains { $0.type == "DiscussionEvent" })
        #expect(try !SimulatedEvents.archive.get().events.contains { $0.type == "DiscussionEvent" })
    }

    @Test func eventsAreAboutFourKilobytesBeforeTheTrimAndOneSince() throws {
        let archive = try SimulatedEvents.archive.get().summary
        #expect((3_300...4_900).contains(archive.jsonBytes / archive.events))
        let trimmed = try SimulatedEvents.trimmed.get().summary
        #expect((800...1_500).contains(trimmed.jsonBytes / trimmed.events))
    }

    @Test func everyLineIsAJSONObjectAndTextsHaveEscapesAndForeignLetters() throws {
        for simulation in [try SimulatedEvents.archive.get(), try SimulatedEvents.trimmed.get()] {
            #expect(simulation.unreadable == 0)
            #expect(simulation.events.count == simulation.summary.events)
        }
        let bodies = try SimulatedEvents.archive.get().events
            .compactMap { ($0.payload["comment"] as? [String: Any])?["body"] as? String }
        let lengths = bodies.map(\.utf8.count).sorted()
        #expect(bodies.contains { $0.contains("\n") })
        #expect(bodies.contains { $0.contains("\"") })
        #expect(bodies.contains { $0.contains("\\") })
        #expect(bodies.contains { $0.contains("🚀") })
        #expect(bodies.contains { $0.contains("数据") })
        #expect(lengths[lengths.count / 2] < 400)
        #expect(try #require(lengths.last) > 4_000)
    }

    @Test func filesHoldEventsOfTheHourBeforeInNoStrictOrder() throws {
        let events = try SimulatedEvents.archive.get().events
        let files = Dictionary(grouping: events, by: \.file)
        for (file, events) in files {
            let hour = try #require(file.split(separator: "-").last.flatMap { Int($0.split(separator: ".")[0]) })
            let hours = Set(events.map { Int($0.created.dropFirst(11).prefix(2)) ?? -1 })
            #expect(hours.contains(hour))
            #expect(hours.isSubset(of: [hour, (hour + 23) % 24, (hour + 1) % 24]))
            let times = events.map(\.created)
            #expect(times != times.sorted())
        }
        #expect(files.values.contains { Set($0.map { $0.created.prefix(13) }).count > 1 })
    }
}
