// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Grows an ecosystem from its seeds by the developers that repositories share.
///
/// The pairs of the window are gone through month by month, twice for each hop. What is held of them is only of developers
/// who are active in the circle, so it grows with the ecosystem and not with all that happened in the window.
struct Discoverer {
    let discovery: Discovery
    let bots: Set<DeveloperID>
    /// The months of the window.
    let months: [Month]
    /// What a function finds in the pairs of a month, called for one block of them after the other or for several at once.
    let find: (Month, @Sendable ([Pair]) -> [Activity]) throws -> [[Activity]]

    /// That a developer is active in a repository.
    struct Activity: Hashable, Comparable {
        var developer: DeveloperID
        var repository: RepositoryID

        static func < (left: Activity, right: Activity) -> Bool {
            left.developer == right.developer
                ? left.repository < right.repository : left.developer < right.developer
        }
    }

    /// How near a repository outside the circle came to it in a hop.
    struct Relation: Hashable {
        /// The hop, from 1.
        var hop: Int
        /// Developers shared with the circle.
        var sharedDevelopers: Int
        /// Its place among the repositories that are related enough, from 1; `nil` when it is not.
        var place: Int?
    }

    /// The repositories found, each with the reason in words, and how near one came in each hop that began without it.
    ///
    /// Each hop takes the repositories most related to the circle so far: by the number of distinct developers active both
    /// there and in any repository of the circle; equal numbers by id. Seeds are in with the reason `seed`.
    ///
    /// - Parameters:
    ///   - seeds: where it starts.
    ///   - watched: the repository whose way is followed, if any.
    /// - Returns: the reason for each repository that is in; the relations of the one watched.
    /// - Throws: what ``find`` throws.
    /// - Complexity: O(hops · pairs), and what it takes to sort the activities of developers active in the circle.
    func grow(
        seeds: Set<RepositoryID>,
        watching watched: RepositoryID? = nil
    ) throws -> (reasons: [RepositoryID: String], relations: [Relation]) {
        var reasons = Dictionary(uniqueKeysWithValues: seeds.map { ($0, "seed") })
        var relations: [Relation] = []
        var (circle, joined) = (seeds, seeds)
        var developers: Set<DeveloperID> = []
        // Developers shared with the circle: each counts from the hop on in which the circle reached one of theirs.
        var shared: [RepositoryID: Int] = [:]
        for hop in stride(from: 1, through: discovery.hops, by: 1) {
            let met = try activeDevelopers(in: joined, without: developers)
            developers.formUnion(met)
            for activity in try activities(of: met) { shared[activity.repository, default: 0] += 1 }
            let related = shared.filter { !circle.contains($0.key) && $0.value >= discovery.sharedDevelopers }
                .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            if let watched, !circle.contains(watched) {
                let place = related.firstIndex { $0.key == watched }.map { $0 + 1 }
                relations.append(Relation(hop: hop, sharedDevelopers: shared[watched] ?? 0, place: place))
            }
            let found = related.prefix(discovery.limit)
            if found.isEmpty { break }
            joined = Set(found.map(\.key))
            circle.formUnion(joined)
            for (repository, count) in found {
                reasons[repository] = "hop \(hop): \(count) developers shared with the circle"
            }
        }
        return (reasons, relations)
    }

    /// The developers active in any of some repositories, but for those known already.
    private func activeDevelopers(
        in repositories: Set<RepositoryID>,
        without known: Set<DeveloperID>
    ) throws -> Set<DeveloperID> {
        let (bots, countsBots) = (bots, discovery.countsBots)
        var developers: Set<DeveloperID> = []
        for month in months {
            let blocks = try find(month) { pairs in
                pairs.compactMap { pair in
                    guard pair.isActive, countsBots || !pair.isBot, repositories.contains(pair.repository),
                        !known.contains(pair.developer), countsBots || !bots.contains(pair.developer)
                    else { return nil }
                    return Activity(developer: pair.developer, repository: pair.repository)
                }
            }
            for block in blocks { developers.formUnion(block.lazy.map(\.developer)) }
        }
        return developers
    }

    /// Everything that some developers are active in, each once; none of them is a bot that does not count by its number.
    private func activities(of developers: Set<DeveloperID>) throws -> [Activity] {
        guard !developers.isEmpty else { return [] }
        let countsBots = discovery.countsBots
        var activities: [Activity] = []
        var distinct = 0
        for month in months {
            let blocks = try find(month) { pairs in
                // Pairs come by developer, so that one look is enough for many of them.
                var latest: (developer: DeveloperID, isWanted: Bool)?
                return pairs.compactMap { pair in
                    guard pair.isActive, countsBots || !pair.isBot else { return nil }
                    if latest?.developer != pair.developer {
                        latest = (pair.developer, developers.contains(pair.developer))
                    }
                    guard latest?.isWanted == true else { return nil }
                    return Activity(developer: pair.developer, repository: pair.repository)
                }
            }
            for block in blocks { activities += block }
            // What many months tell again must not pile up.
            if activities.count > 2 * distinct {
                activities.unify()
                distinct = activities.count
            }
        }
        activities.unify()
        return activities
    }
}

extension [Discoverer.Activity] {
    /// Sorts, and leaves one of each.
    ///
    /// - Complexity: O(count) where a few sorted runs follow each other, as months do.
    fileprivate mutating func unify() {
        sort()
        var end = startIndex
        for index in indices where index == startIndex || self[index] != self[end - 1] {
            self[end] = self[index]
            end += 1
        }
        removeLast(count - end)
    }
}
