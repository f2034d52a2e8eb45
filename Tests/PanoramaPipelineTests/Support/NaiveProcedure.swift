// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel

/// The whole procedure of OpenRank, month after month, written from its definition without regard to cost.
///
/// It shares nothing with the program but the numbers of a preset: events are counted by sets, and every month is solved
/// by plain iteration of the definition over a dense matrix.
struct NaiveProcedure {
    /// What somebody did.
    struct Deed: Hashable {
        var developer: Int64
        var repository: Int64
        var type: String
        var action: String
        var key: Int64
        var isBot = false
        var isSnyk = false
    }

    /// A node is told by its kind and id.
    struct Node: Hashable {
        var isDeveloper: Bool
        var id: Int64
    }

    /// The values that were published last, by node, with the month.
    private(set) var published: [Node: (value: Double, month: Int)] = [:]
    let is2024: Bool

    init(is2024: Bool) { self.is2024 = is2024 }

    /// Scores a month; the values of the nodes that took part.
    mutating func score(_ month: Int, _ deeds: [Deed]) -> [Node: Double] {
        let activity = activities(deeds)
        let nodes = Set(activity.keys.flatMap { [developer($0), repository($0)] })
            .sorted { ($0.isDeveloper ? 0 : 1, $0.id) < ($1.isDeveloper ? 0 : 1, $1.id) }
        var totals: [Node: Double] = [:]
        for (pair, value) in activity {
            totals[developer(pair), default: 0] += value
            totals[repository(pair), default: 0] += value
        }
        var start: [Node: Double] = [:]
        for node in nodes {
            let new = node.isDeveloper ? 1 / (1 + exp(0.10425 * (44.08 - (totals[node] ?? 0)))) : 0
            start[node] = carried(node, into: month) + new
        }
        var value = start
        var background = 0.0
        for _ in 0..<400 {
            var next: [Node: Double] = [:]
            for node in nodes {
                let keep = node.isDeveloper ? 0.5 : 0.3
                next[node] = keep * (start[node] ?? 0) + (1 - keep) * background / Double(nodes.count)
            }
            for (pair, weight) in activity {
                let (u, r) = (developer(pair), repository(pair))
                next[u, default: 0] += 0.5 * 0.95 * weight / (totals[r] ?? 1) * (value[r] ?? 0)
                next[r, default: 0] += 0.7 * 0.95 * weight / (totals[u] ?? 1) * (value[u] ?? 0)
            }
            background = 0.85 * 0.05 * nodes.reduce(0) { $0 + (value[$1] ?? 0) }
            value = next
        }
        var result: [Node: Double] = [:]
        for node in nodes { result[node] = (value[node] ?? 0) + background / Double(nodes.count) }
        forget(month, keeping: result)
        for (node, value) in result { published[node] = (value, month) }
        return result
    }

    private func developer(_ pair: [Int64]) -> Node { Node(isDeveloper: true, id: pair[0]) }

    private func repository(_ pair: [Int64]) -> Node { Node(isDeveloper: false, id: pair[1]) }

    private func carried(_ node: Node, into month: Int) -> Double {
        guard let last = published[node] else { return 0 }
        let value = last.value * pow(0.85, Double(month - last.month))
        return is2024 || value > 0.01 ? value : 0
    }

    /// In 2024 a node that takes no part is forgotten when it was worth no more than 1 as the month began.
    private mutating func forget(_ month: Int, keeping active: [Node: Double]) {
        guard is2024 else { return }
        published = published.filter { node, last in
            active[node] != nil || last.value * pow(0.85, Double(month - 1 - last.month)) > 1
        }
    }

    /// The activity of the pairs that take part.
    private func activities(_ deeds: [Deed]) -> [[Int64]: Double] {
        var counted: [[Int64]: [String: [Int64]]] = [:]
        var valid: Set<[Int64]> = []
        for deed in deeds where !deed.isBot && !deed.isSnyk {
            let pair = [deed.developer, deed.repository]
            let what = deed.type + (["IssuesEvent", "PullRequestEvent"].contains(deed.type) ? deed.action : "")
            counted[pair, default: [:]][what, default: []].append(deed.key)
            switch what {
            case "IssuesEventopened", "IssuesEventclosed", "PullRequestEventopened": valid.insert(pair)
            case "PullRequestEventclosed", "PullRequestEventmerged": if !is2024 { valid.insert(pair) }
            case "IssueCommentEvent", "PullRequestReviewCommentEvent":
                if is2024 || deed.action == "created" { valid.insert(pair) }
            default: break
            }
        }
        let weights = [
            "IssuesEventopened": 22.235, "IssueCommentEvent": 5.252, "IssuesEventclosed": 9.712,
            "PullRequestReviewCommentEvent": 7.427, "PullRequestEventopened": 40.679, "PushEvent": 14.695,
        ]
        var activity: [[Int64]: Double] = [:]
        for (pair, things) in counted where valid.contains(pair) {
            let sum = things.reduce(0) { sum, thing in
                sum + (weights[thing.key] ?? 0) * Double(is2024 ? thing.value.count : Set(thing.value).count)
            }
            if sum > 0 { activity[pair] = (sum * 1_000).rounded() / 1_000 }
        }
        guard !is2024 else { return activity }
        let reach = Dictionary(grouping: activity.keys) { $0[0] }
        activity = activity.filter { (reach[$0.key[0]]?.count ?? 0) <= 300 }
        let left = Dictionary(grouping: activity) { $0.key[1] }.mapValues { $0.reduce(0) { $0 + $1.value } }
        return activity.filter { (left[$0.key[1]] ?? 0) >= 1 }
    }
}
