// SPDX-License-Identifier: Apache-2.0

/// A landscape as configured, apart from its plugins.
public struct LandscapeSettings: Hashable, Sendable, Codable {
    /// The key in the configuration; also the name of its output folder.
    public var id: String
    /// The title for people.
    public var title: String
    /// Where scores come from.
    public var scores: ScoreSource
    /// How the ecosystem grows from its seeds; `nil` when the candidates are those of the taxonomy and the include list.
    public var discovery: Discovery?
    /// The bar and the window.
    public var admission: Admission
    /// Repositories that are in, whatever their score: the curator's word.
    public var include: [RepositoryReference]
    /// Repositories that are out, whatever else says they are in.
    public var exclude: [RepositoryReference]

    /// Makes settings.
    public init(
        id: String,
        title: String,
        scores: ScoreSource = .computed,
        discovery: Discovery? = nil,
        admission: Admission,
        include: [RepositoryReference] = [],
        exclude: [RepositoryReference] = []
    ) {
        self.id = id
        self.title = title
        self.scores = scores
        self.discovery = discovery
        self.admission = admission
        self.include = include
        self.exclude = exclude
    }
}

/// Where a landscape's scores come from.
public enum ScoreSource: Hashable, Sendable, Codable {
    /// From the events taken in.
    case computed
    /// From dropped tables of published scores; of the vintage named, else of the last one by name.
    case published(vintage: String?)
}

/// How an ecosystem grows from its seeds, as for the published landscape of 2025.
///
/// A developer is active in a repository with at least one collaboration event there in the window; two repositories are
/// related by the number of developers active in both; each hop takes the most related ones.
public struct Discovery: Hashable, Sendable, Codable {
    /// Where it starts.
    public var seeds: [RepositoryReference]
    /// How often the circle is widened.
    public var hops: Int
    /// The least number of shared developers that relates a repository.
    public var sharedDevelopers: Int
    /// The most repositories taken per hop.
    public var limit: Int
    /// Whether accounts known as bots count as developers, as they did when the landscape of 2025 was made.
    public var countsBots: Bool

    /// Makes settings.
    public init(
        seeds: [RepositoryReference],
        hops: Int = 1,
        sharedDevelopers: Int = 10,
        limit: Int = 300,
        countsBots: Bool = false
    ) {
        self.seeds = seeds
        self.hops = hops
        self.sharedDevelopers = sharedDevelopers
        self.limit = limit
        self.countsBots = countsBots
    }
}

/// The bar a candidate must reach and the window it is measured over.
public struct Admission: Hashable, Sendable, Codable {
    /// The least mean monthly OpenRank over the window.
    public var meanOpenRank: Double
    /// The first month of the window; `nil` for eleven months before the last, but not before the oldest with data.
    public var from: Month?
    /// The last month of the window; `nil` for the newest month with data.
    public var to: Month?
    /// The most projects, from the top of the ranking down; what the curator included is not cut off.
    public var limit: Int

    /// Makes settings.
    public init(meanOpenRank: Double = 0, from: Month? = nil, to: Month? = nil, limit: Int = 500) {
        self.meanOpenRank = meanOpenRank
        self.from = from
        self.to = to
        self.limit = limit
    }
}
