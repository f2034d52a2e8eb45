// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
import PanoramaModel
import PanoramaStore

/// Follows a repository's way into a landscape, by the steps that make it.
struct LandscapeExaminer {
    let store: Store
    let book: MonthBook
    let parameters: ScoringParameters
    let plan: LandscapePlan
    /// Whether to find out why a repository has no score, which takes the pairs of the whole window.
    let looksForReasons: Bool

    private var settings: LandscapeSettings { plan.settings }

    /// Where a repository stands; it is given by all its names, the one it was asked by first.
    ///
    /// - Throws: ``StoreError``.
    func standing(of repository: [RepositoryReference]) async throws -> LandscapeStanding {
        var standing = LandscapeStanding(settings)
        var runner = PluginRunner(plan.plugins)
        let builder = LandscapeBuilder(store: store, book: book, parameters: parameters, settings: settings)
        let selection: Selection?
        do {
            selection = try builder.select(listed: runner.listed, watching: repository)
        } catch let error as PipelineError {
            standing.obstacles = [Obstacle(rule: .noData, message: "The landscape cannot be made: \(error).")]
            return standing
        }
        guard let selection else {
            let kind = settings.scores == .computed ? "events or counted pairs" : "published scores"
            standing.obstacles = [Obstacle(rule: .noData, message: "There are no \(kind) yet.")]
            return standing
        }
        standing.window = selection.window
        standing.preset = selection.history.preset
        standing.notices = selection.notices
        let projects = try builder.projects(of: selection)
        standing.count = projects.count
        guard let id = selection.watched else {
            standing.obstacles = [neverSeen(repository)]
            return standing
        }
        standing.openrank = selection.history.mean(of: id, over: selection.window)
        if let project = projects.first(where: { $0.id == id }) {
            standing.rank = project.rank
            standing.admission = project.admission
            standing.label = await runner.classify(projects)[id]
        } else {
            standing.obstacles = try obstacles(to: id, repository, selection)
            if standing.obstacles.first?.rule == .neverSeen { standing.openrank = nil }
        }
        return standing
    }

    private func neverSeen(_ repository: [RepositoryReference]) -> Obstacle {
        Obstacle(rule: .neverSeen, message: "No data knows \(repository.first.map { "\($0)" } ?? "it").")
    }

    // MARK: - What keeps it out

    private func obstacles(
        to id: RepositoryID,
        _ repository: [RepositoryReference],
        _ selection: Selection
    ) throws -> [Obstacle] {
        let candidates = selection.candidates
        var obstacles: [Obstacle] = []
        if candidates.excluded.contains(id) {
            obstacles.append(Obstacle(rule: .excluded, message: "The configuration excludes it ('exclude')."))
        }
        guard !candidates.included.contains(id) else { return obstacles }
        if let reasons = candidates.reasons, reasons[id] == nil {
            obstacles.append(try settings.discovery.map { try relation(selection, $0) } ?? notListed)
        }
        let bar = settings.admission.meanOpenRank
        let mean = selection.history.mean(of: id, over: selection.window)
        if mean == 0, bar > 0 || candidates.reasons == nil {
            if let obstacle = try noScore(id, repository, selection.window) {
                // What was never seen is that before anything else.
                obstacles.insert(obstacle, at: obstacle.rule == .neverSeen ? 0 : obstacles.count)
            }
        }
        if mean < bar {
            let message =
                "Its mean OpenRank over \(selection.window) is \(mean.fixed(decimals: 4)), "
                + "\((bar - mean).fixed(decimals: 4)) below the bar of \(bar.fixed(decimals: 4)) ('admit: mean-openrank')."
            obstacles.append(Obstacle(rule: .belowBar, message: message, value: mean, need: bar))
        }
        if let place = selection.placeBeyondLimit {
            let limit = settings.admission.limit
            let message = "It is number \(place) of those that reach the bar, and \(limit) are taken ('admit: limit')."
            let (value, need) = (Double(place), Double(limit))
            obstacles.append(Obstacle(rule: .beyondLimit, message: message, value: value, need: need))
        }
        return obstacles
    }

    private var notListed: Obstacle {
        Obstacle(rule: .notListed, message: "Neither the taxonomy nor 'include' lists it.")
    }

    /// What the discovery found: the hop in which it came nearest.
    private func relation(_ selection: Selection, _ discovery: Discovery) throws -> Obstacle {
        let relations = selection.relations
        let need = discovery.sharedDevelopers
        if let near = relations.last(where: { $0.place != nil }), let place = near.place {
            let message =
                "It shares \(counted(near.sharedDevelopers, "developer", "developers")) with the circle in hop \(near.hop), "
                + "\(need) are needed, but it is number \(place) there and \(discovery.limit) are taken ('discover: limit')."
            return Obstacle(
                rule: .beyondHopLimit,
                message: message,
                value: Double(place),
                need: Double(discovery.limit)
            )
        }
        guard try knowsSeeds(selection, discovery) else {
            let message =
                discovery.seeds.count == 1
                ? "Nothing is related to its seed, \(discovery.seeds[0]): no data knows it ('discover: seeds')."
                : "Nothing is related to the seeds: none of its \(discovery.seeds.count) seeds is known to the data "
                    + "('discover: seeds')."
            return Obstacle(rule: .unknownSeeds, message: message)
        }
        let nearest = relations.max { $0.sharedDevelopers < $1.sharedDevelopers }
        let shared = nearest?.sharedDevelopers ?? 0
        let most = relations.count > 1 ? "at most " : ""
        let place = nearest.map { " in hop \($0.hop)" } ?? ""
        let message =
            "It shares \(most)\(counted(shared, "developer", "developers")) with the circle around the seeds\(place), and \(need) are "
            + "needed ('discover: shared-developers')."
        return Obstacle(rule: .notRelated, message: message, value: Double(shared), need: Double(need))
    }

    /// Whether the data knows any seed: a name by resolving it, a number by its names, pairs or scores.
    private func knowsSeeds(_ selection: Selection, _ discovery: Discovery) throws -> Bool {
        if selection.candidates.knowsNamedSeed { return true }
        let numbers = Set(discovery.seeds.compactMap(\.id))
        return try numbers.contains { id in
            try selection.history.mean(of: id, over: selection.window) > 0
                || !store.names(of: id.rawValue, .repositories).isEmpty
        }
            || selection.window.months.contains { month in
                let pairs = try book.pairs(of: month).pairs
                return numbers.contains { pairs.contains($0) }
            }
    }

    /// Why it has no score in the window; `nil` where that is not asked.
    private func noScore(
        _ id: RepositoryID,
        _ repository: [RepositoryReference],
        _ window: MonthSpan
    ) throws -> Obstacle? {
        guard looksForReasons else { return nil }
        guard settings.scores == .computed else {
            return Obstacle(rule: .noScore(.noEvents), message: "No published score of \(window) is of it.")
        }
        let bots = Set(try store.developers(named: parameters.bots))
        var participation = Participation()
        try book.forEachMonth { scores in
            guard window.months.contains(scores.month) else { return }
            let pairs = try book.pairs(of: scores.month).pairs
            let counter = ParticipationCounter(pairs: pairs, parameters: parameters, bots: bots, scores: scores)
            participation += try counter.participation(of: id.rawValue, .repository)
        }
        if participation.pairs == 0, try store.names(of: id.rawValue, .repositories).isEmpty {
            return neverSeen(repository)
        }
        let message = participation.reason(.repository, in: "\(window)", parameters)
        return message.map { Obstacle(rule: .noScore(participation.verdict), message: $0) }
    }
}
