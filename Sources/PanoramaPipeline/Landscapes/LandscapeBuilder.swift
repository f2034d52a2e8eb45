// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
import PanoramaModel
import PanoramaPluginKit
import PanoramaStore

/// Makes a landscape from scores: candidates, admission, rank, classification, trends.
struct LandscapeBuilder {
    /// A landscape and what went wrong with its plugins.
    struct Result {
        var landscape: Landscape
        var problems: [PluginProblem]
    }

    let store: Store
    let book: MonthBook
    let parameters: ScoringParameters
    let plan: LandscapePlan

    /// What the curator included, once it is resolved.
    private var included: Set<RepositoryID> = []

    private var settings: LandscapeSettings { plan.settings }

    init(store: Store, book: MonthBook, parameters: ScoringParameters, plan: LandscapePlan) {
        self.store = store
        self.book = book
        self.parameters = parameters
        self.plan = plan
    }

    /// Builds the landscape; `nil` when there is no data for it yet.
    mutating func build(edition: String) async throws -> Result? {
        guard let sources = try sources() else { return nil }
        let window = try settings.admission.window(data: sources.data)
        var missing: [String] = []
        let candidates = try candidates(sources, window, &missing)
        let excluded = try Set(resolve(settings.exclude, "exclude", sources, &missing))
        let history = try sources.history(candidates.map { Set($0.keys) }, window)
        var projects = admit(candidates ?? history.series.mapValues { _ in "scored" }, excluded, history, window)
        try name(&projects, sources)
        rank(&projects)
        var problems: [PluginProblem] = []
        let labels = await classify(projects, &problems)
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
            edition: edition,
            scores: history.source,
            preset: history.preset,
            history: timeline,
            taxonomy: taxonomy,
            findings: await detect(timeline, &problems),
            notices: history.notices + Self.notice(missing)
        )
        return Result(landscape: landscape, problems: problems)
    }

    // MARK: - Sources

    /// Computed or published scores, behind one face.
    private struct Sources {
        var data: MonthSpan
        var history: (Set<RepositoryID>?, MonthSpan) throws -> ScoreHistory
        var resolve: (String) throws -> RepositoryID?
        var names: (Set<RepositoryID>) throws -> [RepositoryID: [String]]
        var prefersReferenceNames: Bool
    }

    private func sources() throws -> Sources? {
        switch settings.scores {
        case .computed:
            let computed = ComputedScores(store: store, book: book, parameters: parameters)
            guard let data = computed.data else { return nil }
            return Sources(
                data: data,
                history: { try computed.history(of: $0, window: $1, data: data) },
                resolve: { try store.repository(named: $0) },
                names: { try store.names(of: $0) },
                prefersReferenceNames: false
            )
        case .published(let vintage):
            let published = try PublishedScores(store, vintage: vintage, references: references)
            guard let data = published.data else { return nil }
            return Sources(
                data: data,
                history: { published.history(of: $0, window: $1, data: data) },
                resolve: { published.repository(named: $0) },
                names: { _ in published.names },
                prefersReferenceNames: true
            )
        }
    }

    /// Every repository that the configuration names.
    private var references: [RepositoryReference] {
        (settings.discovery?.seeds ?? []) + settings.include + settings.exclude
            + plan.plugins.classifiers.flatMap(\.candidates)
    }

    // MARK: - Candidates and admission

    /// The candidates with the reason for each; `nil` when everything that has a score is one.
    private mutating func candidates(
        _ sources: Sources,
        _ window: MonthSpan,
        _ missing: inout [String]
    ) throws -> [RepositoryID: String]? {
        var candidates: [RepositoryID: String] = [:]
        if let discovery = settings.discovery {
            let seeds = try Set(resolve(discovery.seeds, "seeds", sources, &missing))
            let bots = Set(try store.developers(named: parameters.bots))
            let pairs = try window.months.flatMap { try book.pairs(of: $0).pairs }
            candidates = Discoverer(discovery: discovery, bots: bots).discover(seeds: seeds, pairs: pairs)
        } else {
            let listed = plan.plugins.classifiers.flatMap(\.candidates)
            if listed.isEmpty, settings.include.isEmpty { return nil }
            for id in try resolve(listed, "taxonomy", sources, &missing) { candidates[id] = "listed in the taxonomy" }
        }
        for id in try resolve(settings.include, "include", sources, &missing) {
            candidates[id] = "included by the curator"
            included.insert(id)
        }
        return candidates
    }

    /// The repositories that references mean; those that no data knows are told by name.
    private func resolve(
        _ references: [RepositoryReference],
        _ place: String,
        _ sources: Sources,
        _ missing: inout [String]
    ) throws -> [RepositoryID] {
        try references.compactMap { reference in
            if let id = reference.id { return id }
            if let name = reference.name, let id = try sources.resolve(name) { return id }
            missing.append("\(reference) (\(place))")
            return nil
        }
    }

    /// Says which references were not found, the first of them by name.
    private static func notice(_ missing: [String]) -> [String] {
        guard !missing.isEmpty else { return [] }
        let shown = missing.prefix(10).joined(separator: ", ") + (missing.count > 10 ? ", …" : "")
        return [
            "No data knows \(missing.count == 1 ? "one repository" : "\(missing.count) repositories") named here: \(shown)."
        ]
    }

    private func admit(
        _ candidates: [RepositoryID: String],
        _ excluded: Set<RepositoryID>,
        _ history: ScoreHistory,
        _ window: MonthSpan
    ) -> [Project] {
        candidates.compactMap { id, reason in
            let mean = history.mean(of: id, over: window)
            guard !excluded.contains(id), included.contains(id) || mean >= settings.admission.meanOpenRank,
                let series = history.series[id]
            else { return nil }
            var project = Project(id: id, repository: "", scores: series, admission: reason)
            project.openrank = mean
            project.lastMonth = history.index(of: window.last).map { series[$0] } ?? 0
            return project
        }
    }

    private func name(_ projects: inout [Project], _ sources: Sources) throws {
        let names = try sources.names(Set(projects.map(\.id)))
        var referenceNames: [RepositoryID: String] = [:]
        for reference in references.reversed() {
            if let id = reference.id, let name = reference.name { referenceNames[id] = name }
        }
        for index in projects.indices {
            let id = projects[index].id
            let known = names[id] ?? []
            let reference = referenceNames[id]
            let current =
                (sources.prefersReferenceNames ? reference ?? known.last : known.last ?? reference) ?? "#\(id.rawValue)"
            var named = Project(
                id: id,
                repository: current,
                formerNames: known.filter { $0 != current },
                scores: projects[index].scores,
                admission: projects[index].admission
            )
            named.openrank = projects[index].openrank
            named.lastMonth = projects[index].lastMonth
            projects[index] = named
        }
    }

    private func rank(_ projects: inout [Project]) {
        projects.sort { ($1.openrank, $0.repository, $0.id) < ($0.openrank, $1.repository, $1.id) }
        let beyond = projects.dropFirst(settings.admission.limit).filter { included.contains($0.id) }
        projects = projects.prefix(settings.admission.limit) + beyond
        for index in projects.indices { projects[index].rank = index + 1 }
    }

    // MARK: - Plugins

    private var taxonomy: [TaxonomyPath] {
        var seen: Set<TaxonomyPath> = []
        return plan.plugins.classifiers.flatMap(\.taxonomy).filter { seen.insert($0).inserted }
    }

    private func classify(_ projects: [Project], _ problems: inout [PluginProblem]) async -> [RepositoryID: DomainLabel]
    {
        let known = Set(projects.map(\.id))
        var labels: [RepositoryID: DomainLabel] = [:]
        for classifier in plan.plugins.classifiers {
            do {
                for label in try await classifier.classify(projects) where known.contains(label.project) {
                    if labels[label.project] == nil { labels[label.project] = label }
                }
            } catch {
                problems.append(PluginProblem(type(of: classifier).id, error))
            }
        }
        return labels
    }

    private func detect(_ history: LandscapeHistory, _ problems: inout [PluginProblem]) async -> [Finding] {
        var findings: [Finding] = []
        for detector in plan.plugins.detectors {
            do {
                findings += try await detector.detect(in: history)
            } catch {
                problems.append(PluginProblem(type(of: detector).id, error))
            }
        }
        return findings
    }
}
