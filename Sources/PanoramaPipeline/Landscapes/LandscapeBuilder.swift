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
        let names = ProjectNames(sources, references)
        let ranking = candidates.admitted(by: settings.admission, history, window, everyone: sources.everyone)
        var selection = Selection(
            window: window,
            candidates: candidates,
            history: history,
            chosen: [],
            watched: watchedID,
            relations: relations
        )
        selection.chosen = try choose(from: ranking, selection, names)
        if let watchedID, !selection.chosen.contains(where: { $0.id == watchedID }) {
            selection.placeBeyondLimit = try ranking.place(of: watchedID) { alike in
                try names.names(of: alike).mapValues(\.current)
            }
        }
        return selection
    }

    /// The repositories of the landscape in its order: the first up to the limit, and what the curator included.
    private func choose(from ranking: Ranking, _ selection: Selection, _ names: ProjectNames) throws -> [Project] {
        let limit = settings.admission.limit
        let (included, history) = (selection.candidates.included, selection.history)
        let contenders = ranking.contenders(limit: limit, including: included)
        let known = try names.names(of: Set(contenders.map(\.id)))
        let ordered = contenders.map { entry in
            (entry: entry, printed: Ranking.printed(entry.value), name: known[entry.id]?.current ?? "")
        }
        .sorted { ($1.printed, $0.name, $0.entry.id) < ($0.printed, $1.name, $1.entry.id) }
        let chosen = ordered.prefix(limit) + ordered.dropFirst(limit).filter { included.contains($0.entry.id) }
        return chosen.map { entry, _, name in
            let series = history.series(of: entry.id)
            let reason = selection.candidates.reason(for: entry.id)
            var project = Project(id: entry.id, repository: "", scores: series, admission: reason)
            project.openrank = entry.value
            project.lastMonth = history.index(of: selection.window.last).map { series[$0] } ?? 0
            project.rename(to: name, known[entry.id]?.all ?? [])
            return project
        }
    }

    /// The projects of a selection, ranked, with what is known of them.
    func projects(of selection: Selection) throws -> [Project] {
        var projects = selection.chosen
        try addFacts(to: &projects)
        rank(&projects)
        return projects
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
        let discoverer = Discoverer(discovery: discovery, bots: bots, months: Array(window.months)) { month, body in
            try Task.checkCancellation()
            return try book.pairs(of: month).pairs.concurrentMap(body)
        }
        return try discoverer.grow(seeds: seeds, watching: watched)
    }

    /// Adds what is known of the repositories; of one whose number no source gave, what is known of the last bearer of its
    /// name.
    private func addFacts(to projects: inout [Project]) throws {
        let ids = try projects.map { project in
            project.id.isIdentified ? project.id : try store.repository(named: project.repository) ?? project.id
        }
        let facts = try store.facts(of: ids)
        for (index, id) in zip(projects.indices, ids) { projects[index].facts = facts[id] }
    }

    /// Numbers the projects in their order, and tells apart those with the same short name.
    private func rank(_ projects: inout [Project]) {
        for (place, index) in projects.indices.enumerated() { projects[index].rank = place + 1 }
        // Where the short names of two repositories are the same, the owners tell them apart.
        let bearers = Dictionary(grouping: projects, by: { $0.title.lowercased() }).mapValues(\.count)
        for index in projects.indices where bearers[projects[index].title.lowercased()] != 1 {
            projects[index].title = projects[index].repository
        }
    }
}
