// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaSimulation
import Testing

/// Simulated events have the objects and keys of real ones.
@Suite struct ShapeTests {
    /// Objects of real samples that simulated events must have exactly, key for key.
    @Test(
        .enabled(if: SharedFiles.hasData),
        arguments: ["PushEvent", "CreateEvent", "DeleteEvent", "IssueCommentEvent", "ReleaseEvent", "IssuesEvent"]
    )
    func fullEventsHaveTheKeysOfRealOnesOf2025(type: String) throws {
        let samples = try SharedFiles.events("events-api/fwhyn-2025-08-GitHubEventsSuccessResponse.json")
        // Here the envelope was flattened by its publisher; the payloads are as they were.
        let payloads = try SharedFiles.events("events-api/raptor-gharchive_july13_2025.json")
        try compare(type, samples, payloadsOnly: payloads, with: SimulatedEvents.archive.get())
    }

    @Test(
        .enabled(if: SharedFiles.hasData),
        arguments: [
            "PushEvent", "CreateEvent", "DeleteEvent", "PullRequestEvent", "WatchEvent", "ForkEvent", "MemberEvent",
            "PublicEvent", "ReleaseEvent",
        ]
    )
    func trimmedEventsHaveTheKeysOfRealOnesSinceTheTrim(type: String) throws {
        let files = [
            "Panuwat08_miniProject_Django", "charlie2233_AtrakWebpage", "loopinlogsbro_EcceMe", "vinkabot_vinka-ai-bot",
        ]
        let samples = try files.flatMap { try SharedFiles.events("post-trim/\($0)-events.json") }
            .filter { ($0["created_at"] as? String ?? "") >= "2025-10-07" }
        try compare(type, samples, payloadsOnly: [], with: SimulatedEvents.trimmed.get())
    }

    /// Samples of 2021 and later whose fields have only been added to since.
    @Test(
        .enabled(if: SharedFiles.hasData),
        arguments: [
            "commit_comment", "create", "delete", "fork", "gollum", "issue_comment", "issues", "member",
            "pull_request", "push", "release", "watch",
        ]
    )
    func fullEventsHaveAtLeastTheKeysOfOlderOnes(sample: String) throws {
        // Read in 2026, these two show a repository's settings of that year.
        let later: Set<String> = ["has_pull_requests", "pull_request_creation_policy"]
        for event in try SharedFiles.events("events-api/octocrab/\(sample)_event.json") {
            let type = try #require(event["type"] as? String)
            var real = Shape()
            real.add(event, at: "")
            var simulated = Shape()
            for event in try SimulatedEvents.archive.get().events where event.type == type {
                simulated.add(event.json, at: "")
            }
            for place in real.keys.keys {
                let missing = real.union(place).subtracting(simulated.union(place)).subtracting(later)
                #expect(missing.isEmpty, "\(type) \(place) lacks \(missing.sorted())")
            }
        }
    }

    @Test func reviewsCarryThePullRequestWithoutItsCounts() throws {
        for event in try SimulatedEvents.archive.get().events where event.type.hasPrefix("PullRequest") {
            let pull = try #require(event.payload["pull_request"] as? [String: Any])
            #expect((pull["merged"] != nil) == (event.type == "PullRequestEvent"))
            #expect((pull["head"] as? [String: Any])?["repo"] is [String: Any])
        }
    }

    private func compare(
        _ type: String,
        _ samples: [[String: Any]],
        payloadsOnly: [[String: Any]],
        with simulation: SimulatedEvents
    ) throws {
        var real = Shape()
        for event in samples where event["type"] as? String == type { real.add(event, at: "") }
        for event in payloadsOnly where event["type"] as? String == type {
            real.add(try #require(event["payload"]), at: ".payload")
        }
        var simulated = Shape()
        for event in simulation.events where event.type == type { simulated.add(event.json, at: "") }
        try #require(!real.keys.isEmpty)
        // What one sample cannot show, as it depends on the case.
        let optional: Set<String> = ["org", "sub_issues_summary", "draft", "pull_request"]
        for (place, shapes) in real.keys {
            let ours = try #require(simulated.keys[place], "\(type) \(place) is never an object")
            for shape in shapes {
                let fits = ours.contains { $0.subtracting(optional) == shape.subtracting(optional) }
                #expect(fits, "\(type) \(place): no simulated object has the keys \(shape.sorted())")
            }
            let surplus = simulated.union(place).subtracting(real.union(place)).subtracting(optional)
            #expect(surplus.isEmpty, "\(type) \(place) has keys that real ones lack: \(surplus.sorted())")
        }
    }
}
