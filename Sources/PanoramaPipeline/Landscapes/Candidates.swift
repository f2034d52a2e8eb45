// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// The repositories that may be in a landscape, before their scores are looked at.
struct Candidates {
    /// The reason for each; `nil` when everything that has a score is a candidate.
    private(set) var reasons: [RepositoryID: String]? = [:]
    /// What the curator included, whatever its score.
    private(set) var included: Set<RepositoryID> = []
    /// What the curator excluded, whatever else says it is in.
    private(set) var excluded: Set<RepositoryID> = []
    /// Whether any seed given by name is known to the data; a number stands for itself.
    private(set) var knowsNamedSeed = false
    private var unknown: [String] = []
    private let resolve: (String) throws -> RepositoryID?

    /// Gathers the candidates of a landscape.
    ///
    /// - Parameters:
    ///   - settings: the landscape's.
    ///   - listed: the repositories that classifiers know.
    ///   - resolve: the repository that a name means.
    ///   - discover: grows the ecosystem from its seeds.
    /// - Throws: what the two closures throw.
    init(
        _ settings: LandscapeSettings,
        listed: [RepositoryReference],
        resolve: @escaping (String) throws -> RepositoryID?,
        discover: (Discovery, Set<RepositoryID>) throws -> [RepositoryID: String]
    ) throws {
        self.resolve = resolve
        if let discovery = settings.discovery {
            let seeds = try ids(discovery.seeds, in: "seeds")
            knowsNamedSeed = unknown.count < discovery.seeds.count { $0.id == nil }
            reasons = try discover(discovery, seeds)
        } else if listed.isEmpty, settings.include.isEmpty {
            reasons = nil
        } else {
            for id in try ids(listed, in: "taxonomy") { reasons?[id] = "listed in the taxonomy" }
        }
        included = try ids(settings.include, in: "include")
        for id in included { reasons?[id] = "included by the curator" }
        excluded = try ids(settings.exclude, in: "exclude")
    }

    /// What a reader must be told: which names no data knows.
    var notices: [String] {
        guard !unknown.isEmpty else { return [] }
        let count = unknown.count == 1 ? "one repository" : "\(unknown.count) repositories"
        let shown = unknown.prefix(10).joined(separator: ", ") + (unknown.count > 10 ? ", …" : "")
        return ["No data knows \(count) named in the configuration: \(shown)."]
    }

    /// The repositories that references mean; those that no data knows are noted by name.
    private mutating func ids(_ references: [RepositoryReference], in place: String) throws -> Set<RepositoryID> {
        var ids: Set<RepositoryID> = []
        for reference in references {
            if let id = try reference.id ?? reference.name.flatMap(resolve) {
                ids.insert(id)
            } else {
                unknown.append("\(reference) (\(place))")
            }
        }
        return ids
    }

    /// The candidates that reach the bar, with their means.
    ///
    /// Where nothing limits the candidates they are `everyone`, or if that is `nil` all that have a score in the window.
    func admitted(
        by admission: Admission,
        _ history: ScoreHistory,
        _ window: MonthSpan,
        everyone: Set<RepositoryID>?
    ) -> Ranking {
        let candidates = reasons.map { Set($0.keys) } ?? everyone
        let means =
            candidates?.map { ScoreColumns.Entry(id: $0, value: history.mean(of: $0, over: window)) }
            ?? history.means(over: window)
        return Ranking(
            means.filter { candidate in
                !excluded.contains(candidate.id)
                    && (candidate.value >= admission.meanOpenRank || included.contains(candidate.id))
            }
        )
    }

    /// Why a candidate is one.
    func reason(for candidate: RepositoryID) -> String { reasons.map { $0[candidate] ?? "" } ?? "scored" }
}
