// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// The edges that some developers have in a month graph, by developer, then repository.
struct MonthEdges: Sendable {
    /// The developers with edges, ascending.
    private(set) var developers: [Int64] = []
    /// The number of edges of each.
    private(set) var degrees: [Int32] = []
    /// For each edge the place of its repository.
    private(set) var repositories: [Int32] = []
    /// For each edge its activity.
    private(set) var activities: [Double] = []

    /// Takes from pairs those that take part.
    ///
    /// They have activity above 0 and a valid event, and are of nobody who is a bot or active in too many repositories.
    /// All pairs of a developer must be among them; repositories are places in a table.
    ///
    /// - Complexity: O(pairs).
    init(_ pairs: [Pair], _ parameters: ScoringParameters, bots: Set<DeveloperID>) {
        repositories.reserveCapacity(pairs.count)
        activities.reserveCapacity(pairs.count)
        var start = 0
        while start < pairs.count {
            let developer = pairs[start].developer
            let before = activities.count
            var end = start
            while end < pairs.count, pairs[end].developer == developer {
                let pair = pairs[end]
                if pair.isValid, !pair.isBot, case let activity = pair.counts.activity(parameters.weights), activity > 0
                {
                    repositories.append(Int32(truncatingIfNeeded: pair.repository.rawValue))
                    activities.append(activity)
                }
                end += 1
            }
            let degree = activities.count - before
            if degree > parameters.repositoryLimit || bots.contains(developer) {
                repositories.removeLast(degree)
                activities.removeLast(degree)
            } else if degree > 0 {
                developers.append(developer.rawValue)
                degrees.append(Int32(truncatingIfNeeded: degree))
            }
            start = end
        }
    }

    /// The edges to repositories that are kept, with their new places.
    ///
    /// - Parameter places: for each place the new one; below 0 for those that are dropped.
    /// - Returns: these edges, of the developers that are left.
    /// - Complexity: O(edges).
    func renumbered(_ places: [Int32]) -> MonthEdges {
        var kept = self
        kept.developers.removeAll(keepingCapacity: true)
        kept.degrees.removeAll(keepingCapacity: true)
        var (next, edge) = (0, 0)
        for (developer, degree) in zip(developers, degrees) {
            let before = next
            for _ in 0..<degree {
                let place = places[Int(repositories[edge])]
                if place >= 0 {
                    kept.repositories[next] = place
                    kept.activities[next] = activities[edge]
                    next += 1
                }
                edge += 1
            }
            guard next > before else { continue }
            kept.developers.append(developer)
            kept.degrees.append(Int32(truncatingIfNeeded: next - before))
        }
        kept.repositories.removeLast(edge - next)
        kept.activities.removeLast(edge - next)
        return kept
    }
}
