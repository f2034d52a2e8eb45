// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// The names by which a landscape calls repositories.
struct ProjectNames {
    private let sources: LandscapeSources
    /// What the configuration calls repositories whose numbers it gives.
    private var references: [RepositoryID: String] = [:]

    /// Where several references name a repository, the first goes before the others.
    init(_ sources: LandscapeSources, _ references: [RepositoryReference]) {
        self.sources = sources
        for reference in references.reversed() {
            if let id = reference.id, let name = reference.name { self.references[id] = name }
        }
    }

    /// What each of some repositories is called, and all names it bore, oldest first.
    func names(of ids: Set<RepositoryID>) throws -> [RepositoryID: (current: String, all: [String])] {
        let known = try sources.names(ids)
        return Dictionary(
            uniqueKeysWithValues: ids.map { id in
                let all = known[id] ?? []
                let current = sources.prefersReferenceNames ? references[id] ?? all.last : all.last ?? references[id]
                return (id, (current ?? "#\(id.rawValue)", all))
            }
        )
    }
}
