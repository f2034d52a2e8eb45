// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import PanoramaStore

/// What a landscape is made from: computed or published scores, behind one face.
struct LandscapeSources {
    /// The months that have data.
    let data: MonthSpan
    /// The candidates where nothing limits them; `nil` for those that have a score in the window.
    let everyone: Set<RepositoryID>?
    /// The scores of some repositories, of every one when none are named.
    let history: (_ repositories: Set<RepositoryID>?, _ window: MonthSpan) throws -> ScoreHistory
    /// The repository that a name means, without regard to case.
    let resolve: (_ name: String) throws -> RepositoryID?
    /// The names that repositories bore, oldest first.
    let names: (_ repositories: Set<RepositoryID>) throws -> [RepositoryID: [String]]
    /// Whether the configuration's name of a repository goes before the newest one of the data.
    let prefersReferenceNames: Bool

    /// Scores computed from events; `nil` when there are none yet.
    init?(_ computed: ComputedScores, _ store: Store) {
        guard let data = computed.data else { return nil }
        self.data = data
        everyone = nil
        history = { try computed.history(of: $0, window: $1, data: data) }
        resolve = { try store.repository(named: $0) }
        names = { try store.names(of: $0) }
        prefersReferenceNames = false
    }

    /// Scores that somebody published; `nil` when there are none yet.
    init?(_ published: PublishedScores) {
        guard let data = published.data else { return nil }
        self.data = data
        everyone = published.repositories
        history = { published.history(of: $0, window: $1, data: data) }
        resolve = { published.repository(named: $0) }
        names = { _ in published.names }
        prefersReferenceNames = true
    }

    /// The repository that references mean, by its names in the order given: by its number, but in the tables of others,
    /// which may lack numbers, by a name.
    func repository(_ references: [RepositoryReference]) throws -> RepositoryID? {
        let id = references.lazy.compactMap(\.id).first
        if let id, !prefersReferenceNames { return id }
        for name in references.compactMap(\.name) {
            if let id = try resolve(name) { return id }
        }
        return id
    }
}
