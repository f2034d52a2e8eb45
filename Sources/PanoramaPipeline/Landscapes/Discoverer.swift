// SPDX-License-Identifier: Apache-2.0

import PanoramaKernel
import PanoramaModel

/// Grows an ecosystem from its seeds by the developers that repositories share.
struct Discoverer {
    let discovery: Discovery
    let bots: Set<DeveloperID>

    /// How near a repository outside the circle came to it in a hop.
    struct Relation: Hashable {
        /// The hop, from 1.
        var hop: Int
        /// Developers shared with the circle.
        var sharedDevelopers: Int
        /// Its place among the repositories that are related enough, from 1; `nil` when it is not.
        var place: Int?
    }

    /// The repositories found, each with the reason in words.
    ///
    /// Each hop takes the repositories most related to the circle so far: by the number of distinct developers active both
    /// there and in any repository of the circle; equal numbers by id. Seeds are in with the reason `seed`.
    ///
    /// - Parameters:
    ///   - seeds: where it starts.
    ///   - pairs: pairs of all months of the window, in any order.
    /// - Returns: the reason for each repository that is in.
    /// - Complexity: O(hops · pairs · log(pairs)).
    func discover(seeds: Set<RepositoryID>, pairs: [Pair]) -> [RepositoryID: String] {
        grow(seeds: seeds, pairs: pairs, watching: nil).reasons
    }

    /// The same, with how near a repository came in each hop that began without it.
    func grow(
        seeds: Set<RepositoryID>,
        pairs: [Pair],
        watching watched: RepositoryID?
    ) -> (reasons: [RepositoryID: String], relations: [Relation]) {
        let active = pairs.filter { pair in
            pair.isActive && (discovery.countsBots || !(pair.isBot || bots.contains(pair.developer)))
        }
        let developers = Set(active.map(\.developer)).sorted()
        let repositories = Set(active.map(\.repository)).union(seeds).sorted()
        let developerRow = Dictionary(uniqueKeysWithValues: zip(developers, Int32(0)...))
        let repositoryRow = Dictionary(uniqueKeysWithValues: zip(repositories, Int32(0)...))
        let rows = active.compactMap { developerRow[$0.developer] }
        let columns = active.compactMap { repositoryRow[$0.repository] }

        var reasons = Dictionary(uniqueKeysWithValues: seeds.map { ($0, "seed") })
        var relations: [Relation] = []
        let watchedRow = watched.flatMap { repositoryRow[$0] }.map(Int.init)
        var circle = repositories.map(seeds.contains)
        for hop in stride(from: 1, through: discovery.hops, by: 1) {
            let counts = SharedDevelopers.counts(
                developers: rows,
                repositories: columns,
                developerCount: developers.count,
                repositoryCount: repositories.count,
                circle: circle
            )
            let related = repositories.indices
                .filter { !circle[$0] && counts[$0] >= discovery.sharedDevelopers }
                .sorted { (counts[$1], repositories[$0]) < (counts[$0], repositories[$1]) }
            if watched != nil, watchedRow.map({ circle[$0] }) != true {
                relations.append(
                    Relation(
                        hop: hop,
                        sharedDevelopers: watchedRow.map { counts[$0] } ?? 0,
                        place: watchedRow.flatMap(related.firstIndex).map { $0 + 1 }
                    )
                )
            }
            let found = related.prefix(discovery.limit)
            if found.isEmpty { break }
            for index in found {
                circle[index] = true
                reasons[repositories[index]] = "hop \(hop): \(counts[index]) developers shared with the circle"
            }
        }
        return (reasons, relations)
    }
}
