// SPDX-License-Identifier: Apache-2.0

package import Foundation

/// Counts events the plain way, with Foundation and dictionaries: the verifier beside the reader.
///
/// It shares no code with the reader. Pairs are keyed by month, developer and repository; each counter holds the
/// distinct ids it has seen.
package struct NaiveCounter {
    package struct Pair: Hashable {
        package var month: String
        package var developer: Int
        package var repository: Int

        package init(month: String, developer: Int, repository: Int) {
            self.month = month
            self.developer = developer
            self.repository = repository
        }
    }

    package struct Counts: Equatable {
        package var issuesOpened: Set<Int> = []
        package var issuesClosed: Set<Int> = []
        package var issueComments: Set<Int> = []
        package var reviewComments: Set<Int> = []
        package var pullRequestsOpened: Set<Int> = []
        package var pushes: Set<Int> = []
        package var isValid = false

        package init() {}

        package var activity: Double {
            let sum =
                22.235 * Double(issuesOpened.count) + 5.252 * Double(issueComments.count)
                + 9.712 * Double(issuesClosed.count) + 7.427 * Double(reviewComments.count)
                + 40.679 * Double(pullRequestsOpened.count) + 14.695 * Double(pushes.count)
            return (sum * 1_000).rounded() / 1_000
        }
    }

    package private(set) var pairs: [Pair: Counts] = [:]
    package private(set) var events = 0

    package init() {}

    package mutating func add(_ content: Data) throws {
        for line in content.split(separator: 0x0a) {
            let object = try JSONSerialization.jsonObject(with: line) as? [String: Any] ?? [:]
            add(object)
        }
    }

    private mutating func add(_ event: [String: Any]) {
        events += 1
        let payload = event["payload"] as? [String: Any] ?? [:]
        func id(_ key: String) -> Int { (payload[key] as? [String: Any])?["id"] as? Int ?? 0 }
        func title(_ key: String) -> String { (payload[key] as? [String: Any])?["title"] as? String ?? "" }
        guard let actor = event["actor"] as? [String: Any], let repository = event["repo"] as? [String: Any],
            let time = event["created_at"] as? String, let login = actor["login"] as? String,
            !login.hasSuffix("[bot]"),
            !title("issue").lowercased().hasPrefix("[snyk]"),
            !title("pull_request").lowercased().hasPrefix("[snyk]")
        else { return }
        let pair = Pair(
            month: String(time.prefix(7)),
            developer: actor["id"] as? Int ?? 0,
            repository: repository["id"] as? Int ?? 0
        )
        var counts = pairs[pair] ?? Counts()
        let action = payload["action"] as? String ?? ""
        switch (event["type"] as? String ?? "", action) {
        case ("IssuesEvent", "opened"):
            counts.issuesOpened.insert(id("issue"))
            counts.isValid = true
        case ("IssuesEvent", "closed"):
            counts.issuesClosed.insert(id("issue"))
            counts.isValid = true
        case ("IssueCommentEvent", _):
            counts.issueComments.insert(id("comment"))
            if action == "created" { counts.isValid = true }
        case ("PullRequestReviewCommentEvent", _):
            counts.reviewComments.insert(id("comment"))
            if action == "created" { counts.isValid = true }
        case ("PullRequestEvent", "opened"):
            counts.pullRequestsOpened.insert(id("pull_request"))
            counts.isValid = true
        case ("PullRequestEvent", "closed"), ("PullRequestEvent", "merged"):
            counts.isValid = true
        case ("PushEvent", _):
            counts.pushes.insert(payload["push_id"] as? Int ?? 0)
        default: break
        }
        pairs[pair] = counts
    }

    /// The pairs that take part in scoring, with their activity.
    package var scored: [Pair: Double] {
        pairs.filter { $0.value.isValid && $0.value.activity > 0 }.mapValues(\.activity)
    }
}
