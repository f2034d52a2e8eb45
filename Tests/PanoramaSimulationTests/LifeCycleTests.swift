// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaSimulation
import Testing

/// What follows from what.
@Suite struct LifeCycleTests {
    @Test func everyIssueAndPullRequestIsOpenedBeforeAnythingElseHappensToIt() throws {
        let events = try SimulatedEvents.archive.get().events.sorted { $0.created < $1.created }
        let later = try SimulatedEvents.trimmed.get().events.sorted { $0.created < $1.created }
        for events in [events, later] {
            var issues: [Int64: String] = [:]
            var pulls: [Int64: String] = [:]
            for event in events where event.action == "opened" {
                if let issue = event.payload["issue"] as? [String: Any] { issues[id(issue)] = event.created }
                if let pull = event.payload["pull_request"] as? [String: Any] { pulls[id(pull)] = event.created }
            }
            var followers = 0
            for event in events where event.action != "opened" {
                if let pull = event.payload["pull_request"] as? [String: Any] {
                    let opened = try #require(pulls[id(pull)])
                    #expect(opened < event.created)
                    followers += 1
                } else if let issue = event.payload["issue"] as? [String: Any], issue["pull_request"] == nil {
                    let opened = try #require(issues[id(issue)])
                    #expect(opened < event.created)
                    #expect(issue["created_at"] as? String == opened)
                    followers += 1
                }
            }
            #expect(followers > 500)
        }
    }

    @Test func mergingIsAClosedPullRequestBeforeTheTrimAndAnActionSince() throws {
        let before = try SimulatedEvents.archive.get().events.filter { $0.type == "PullRequestEvent" }
        let merged = before.filter { $0.action == "closed" && flag($0, "merged") }
        let refused = before.filter { $0.action == "closed" && !flag($0, "merged") }
        #expect(merged.count > refused.count)
        #expect(!refused.isEmpty)
        #expect(!before.contains { $0.action == "merged" })
        let since = try SimulatedEvents.trimmed.get().events.filter { $0.type == "PullRequestEvent" }
        #expect(Set(since.map(\.action)) == ["opened", "closed", "merged", "reopened", "assigned"])
    }

    @Test func numbersOfPushesRiseWithTimeAndAreUnique() throws {
        let pushes = try SimulatedEvents.archive.get().events.filter { $0.type == "PushEvent" }
        var seen: Set<Int64> = []
        var byKey: Set<String> = []
        for push in pushes where byKey.insert(push.key).inserted {
            let number = try #require(push.payload["push_id"] as? NSNumber).int64Value
            #expect(seen.insert(number).inserted)
        }
        let hours = Dictionary(grouping: pushes, by: \.file)
        #expect(hours.count == 4)
        let order = try SimulatedEvents.archive.get().summary.files
        for (earlier, later) in zip(order, order.dropFirst()) {
            func numbers(_ file: String) -> Set<Int64> {
                Set((hours[file] ?? []).compactMap { ($0.payload["push_id"] as? NSNumber)?.int64Value })
            }
            let before = numbers(earlier)
            // Copies of the file before are no part of the order.
            let after = numbers(later).subtracting(before)
            let highest = try #require(before.max())
            #expect(after.allSatisfy { $0 > highest })
        }
    }

    @Test func numbersOfEventsBeginAnewWithTheTrimAndThenOverlap() throws {
        let archive = try SimulatedEvents.archive.get().events.compactMap { Int64($0.id) }
        let trimmed = try SimulatedEvents.trimmed.get().events
        let highest = try #require(trimmed.compactMap { Int64($0.id) }.max())
        let lowest = try #require(archive.min())
        #expect(highest < lowest)
        let byID = Dictionary(grouping: trimmed, by: \.id)
        #expect(byID.values.contains { Set($0.map(\.type)).count > 1 })
        #expect(Set(trimmed.map(\.key)).count == (try SimulatedEvents.trimmed.get().summary.distinctEvents))
    }

    private func id(_ object: [String: Any]) -> Int64 { (object["id"] as? NSNumber)?.int64Value ?? 0 }

    private func flag(_ event: SimulatedEvents.Event, _ key: String) -> Bool {
        (event.payload["pull_request"] as? [String: Any])?[key] as? Bool ?? false
    }
}
