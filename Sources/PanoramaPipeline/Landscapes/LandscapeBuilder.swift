// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
import PanoramaModel
import PanoramaStore

/// Makes a landscape from scores: candidates, admission, names, rank, classification, trends.
struct LandscapeBuilder {
    let store: Store
    let book: MonthBook
    let parameters: ScoringParameters
    let settings: LandscapeSettings

    /// A landscape and what it rests on.
    struct Result {
        var landscape: Landscape
        /// What is there of each month of the history.
        var coverage: [MonthCoverage]
    }

    /// Builds the landscape; `nil` when there is no data for it yet.
    func build(_ runner: inout PluginRunner) async throws -> Result? {
        guard let selection = try select(listed: runner.listed) else { return nil }
        let (history, window) = (selection.history, selection.window)
        var projects = try projects(of: selection)
        let labels = await runner.classify(projects)
        for index in projects.indices {
            projects[index].label = labels[projects[index].id]
            if let title = projects[index].label?.title { projects[index].title = title }
        }
        var timeline = LandscapeHistory(months: history.months, window: window, projects: projects)
        for index in projects.indices {
            timeline.projects[index].yearOverYear = timeline.yearOverYear(of: projects[index], over: window)
        }
        let landscape = Landscape(
            id: settings.id,
            title: settings.title,
            edition: "",
            scores: history.source,
            preset: history.preset,
            history: timeline,
            taxonomy: runner.taxonomy,
            findings: await runner.detect(in: timeline),
            notices: selection.notices
        )
        return Result(landscape: landscape, coverage: history.coverage)
    }

    /// Selects the repositories of the landscape.
    ///
    /// - Parameters:
    ///   - listed: the repositories that classifiers know.
    ///   - watched: a repository, by all its names, whose way is followed whether it gets in or not.
    /// - Returns: the selection; `nil` when there is no data for it yet.
    /// - Throws: ``PipelineError`` when the window has no data; ``StoreError``.
    func select(listed: [RepositoryReference], watching watched: [RepositoryReference] = []) throws -> Selection? {
        let references = references + listed
        guard let sources = try sources(references) else { return nil }
        let window = try settings.admission.window(data: sources.data)
        guard window.first <= sources.data.last, sources.data.first <= window.last else {
            throw PipelineError("no month of the window \(window) has data; there is data of \(sources.data)")
        }
        let watchedID = try sources.repository(watched)
        var relations: [Discoverer.Relation] = []
        let candidates = try Candidates(
            settings,
            listed: listed,
            resolve: sources.resolve,
            discover: { discovery, seeds in
                let found = try discover(discovery, seeds, window, watching: watchedID)
                relations = found.relations
                return found.reasons
            }
        )
        let history = try sources.history(
            candidates.reasons.map { Set($0.keys).union(watchedID.map { [$0] } ?? []) },
            window
        )
        var projects = candidates.admitted(by: settings.admission, history, window)
        try name(&projects, sources, references)
        // By what is printed: beyond that, equal scores may differ by the accuracy of a solve.
        let printed = Dictionary(projects.map { ($0.id, $0.openrank.rounded(decimals: Standing.decimals)) }) { $1 }
        projects.sort { left, right in
            let (first, second) = (printed[left.id] ?? 0, printed[right.id] ?? 0)
            return (second, left.repository, left.id) < (first, right.repository, right.id)
        }
        return Selection(
            window: window,
            candidates: candidates,
            history: history,
            admitted: projects,
            watched: watchedID,
            relations: relations
        )
    }

    /// The projects of a selection: cut off at the limit but for what the curator included, with what is known of them.
    func projects(of selection: Selection) throws -> [Project] {
        let (admitted, included) = (selection.admitted, selection.candidates.included)
        let beyond = admitted.dropFirst(settings.admission.limit).filter { included.contains($0.id) }
        var projects = admitted.prefix(settings.admission.limit) + beyond
        try addFacts(to: &projects)
        rank(&projects)
        return Array(projects)
    }

    /// Every repository that the settings name.
    private var references: [RepositoryReference] {
        (settings.discovery?.seeds ?? []) + settings.include + settings.exclude
    }

    private func sources(_ references: [RepositoryReference]) throws -> LandscapeSources? {
        switch settings.scores {
        case .computed:
            LandscapeSources(ComputedScores(store: store, book: book, parameters: parameters), store)
        case .published(let vintage):
            LandscapeSources(try PublishedScores(store, vintage: vintage, references: references))
        }
    }

    private func discover(
        _ discovery: Discovery,
        _ seeds: Set<RepositoryID>,
        _ window: MonthSpan,
        watching watched: RepositoryID?
    ) throws -> (reasons: [RepositoryID: String], relations: [Discoverer.Relation]) {
        let bots = Set(try store.developers(named: parameters.bots))
        let pairs = try window.months.flatMap { try book.pairs(of: $0).pairs.unpacked() }
        return Discoverer(discovery: discovery, bots: bots).grow(seeds: seeds, pairs: pairs, watching: watched)
    }

    private func name(
        _ projects: inout [Project],
        _ sources: LandscapeSources,
        _ references: [RepositoryReference]
    ) throws {
        let names = try sources.names(Set(projects.map(\.id)))
        var referenceNames: [RepositoryID: String] = [:]
        for reference in references.reversed() {
            if let id = reference.id, let name = reference.name { referenceNames[id] = name }
        }
        for index in projects.indices {
            let id = projects[index].id
            let known = names[id] ?? []
            let reference = referenceNames[id]
            let current = sources.prefersReferenceNames ? reference ?? known.last : known.last ?? reference
            projects[index].rename(to: current ?? "#\(id.rawValue)", known)
        }
    }

    /// Adds what is known of the repositories; of one whose number no source gave, what is known of the last bearer of its
    /// name.
    private func addFacts(to projects: inout ArraySlice<Project>) throws {
        let ids = try projects.map { project in
            project.id.isIdentified ? project.id : try store.repository(named: project.repository) ?? project.id
        }
        let facts = try store.facts(of: ids)
        for (index, id) in zip(projects.indices, ids) { projects[index].facts = facts[id] }
    }

    /// Numbers the projects in their order, and tells apart those with the same short name.
    private func rank(_ projects: inout ArraySlice<Project>) {
        for (place, index) in projects.indices.enumerated() { projects[index].rank = place + 1 }
        // Where the short names of two repositories are the same, the owners tell them apart.
        let bearers = Dictionary(grouping: projects, by: { $0.title.lowercased() }).mapValues(\.count)
        for index in projects.indices where bearers[projects[index].title.lowercased()] != 1 {
            projects[index].title = projects[index].repository
        }
    }
}
