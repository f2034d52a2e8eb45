// SPDX-License-Identifier: Apache-2.0

/// One configured ecosystem as exporters draw it: ranked, classified, its trends found.
public struct Landscape: Hashable, Sendable {
    /// The key of the landscape in the configuration.
    public var id: String
    /// The title for people.
    public var title: String
    /// The edition this is, a name derived from inputs and configuration; every artefact cites it.
    public var edition: String
    /// Where the scores come from: `computed` or `published`.
    public var scores: String
    /// The scoring preset with its overrides, or the vintage of published scores.
    public var preset: String
    /// Projects by rank, the months they are scored in, and the window they are ranked over.
    public var history: LandscapeHistory
    /// Places of the taxonomy in the order they are drawn.
    public var taxonomy: [TaxonomyPath]
    /// Findings, by detector in the order configured, kind and place.
    public var findings: [Finding]
    /// What a reader must be told beside the numbers, each a sentence, such as that the events are invented.
    public var notices: [String]

    /// Makes a landscape.
    public init(
        id: String,
        title: String,
        edition: String,
        scores: String,
        preset: String,
        history: LandscapeHistory,
        taxonomy: [TaxonomyPath] = [],
        findings: [Finding] = [],
        notices: [String] = []
    ) {
        self.id = id
        self.title = title
        self.edition = edition
        self.scores = scores
        self.preset = preset
        self.history = history
        self.taxonomy = taxonomy
        self.findings = findings
        self.notices = notices
    }

    /// The projects by rank.
    public var projects: [Project] { history.projects }

    /// The window that projects are ranked over.
    public var window: MonthSpan { history.window }
}
