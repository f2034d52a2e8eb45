// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaArchive
package import PanoramaModel
import PanoramaPluginKit
package import PanoramaStore

/// Makes a new edition of every landscape whose inputs moved.
package struct LandscapeService: Sendable {
    /// What became of a landscape.
    package enum Outcome: Hashable, Sendable {
        /// A new edition was made; its number, and what plugins failed.
        case made(Int, [PluginProblem])
        /// Nothing moved: the latest edition stands.
        case unchanged
        /// No data for it yet.
        case noData
        /// It could not be made.
        case failed(String)
    }

    let store: Store
    let folder: NameFolder
    let output: String
    let parameters: ScoringParameters
    let version: String

    package init(store: Store, folder: NameFolder, output: String, parameters: ScoringParameters, version: String) {
        self.store = store
        self.folder = folder
        self.output = output
        self.parameters = parameters
        self.version = version
    }

    /// Makes the editions; an error of one landscape costs that landscape alone.
    ///
    /// - Returns: the outcome of each landscape, the months that were solved, and what was wrong with the state.
    package func refresh(
        _ plans: [LandscapePlan]
    ) async throws -> (outcomes: [(String, Outcome)], solved: [SolvedMonth], problems: [String]) {
        guard !plans.isEmpty else {
            try store.record([] as [Store.LandscapeFailure])
            return ([], [], [])
        }
        let pairs = try PairBook(store, parameters.counting)
        let book = try MonthBook(store, parameters, pairs)
        var problems = try await update(book, pairs, isNeeded: plans.contains { $0.settings.scores == .computed })
        let snapshots = try store.snapshots()
        let latest = Dictionary(uniqueKeysWithValues: try store.latestEditions().map { ($0.landscape, $0) })
        var outcomes: [(String, Outcome)] = []
        var failures: [Store.LandscapeFailure] = []
        for plan in plans {
            try Task.checkCancellation()
            let id = plan.settings.id
            do {
                outcomes.append((id, try await refresh(plan, book, snapshots, latest[id])))
            } catch is CancellationError {
                throw CancellationError()
            } catch {
                outcomes.append((id, .failed("\(error)")))
                let now = Date.now.formatted(.iso8601)
                failures.append(Store.LandscapeFailure(landscape: id, reason: "\(error)", failedAt: now))
            }
        }
        try store.record(failures)
        do {
            try pairs.writeMade()
        } catch {
            // They are counted again another time.
            problems.append("pairs cannot be kept in the cache: \(error)")
        }
        try store.trimCache(keeping: book.cacheNames)
        do {
            try store.checkpoint()
        } catch {
            // The editions are made all the same.
            problems.append("the catalogue's log cannot be written back: \(error)")
        }
        return (outcomes, book.solved, problems)
    }

    /// Brings scores up to date and folds names.
    ///
    /// What goes wrong with scores goes wrong again where they are needed, and is told there.
    ///
    /// - Returns: what was wrong with lists of names.
    private func update(_ book: MonthBook, _ pairs: PairBook, isNeeded: Bool) async throws -> [String] {
        let problems: [String]
        if isNeeded, !pairs.hasStandIns, try knowsBots {
            // Scores need no names. Where a bot's name turns out to have another bearer too, they are made again.
            _ = try? book.update()
            try Task.checkCancellation()
            problems = try folder.fold()
        } else {
            async let folded = folder.fold()
            if isNeeded { try? pairs.makeNewest() }
            problems = try await folded
        }
        try book.identify()
        return problems
    }

    /// Whether some data knows every login that counts as a bot by the settings.
    private var knowsBots: Bool {
        get throws { try parameters.bots.allSatisfy { try !store.developers(named: [$0]).isEmpty } }
    }

    private func refresh(
        _ plan: LandscapePlan,
        _ book: MonthBook,
        _ snapshots: [CatalogueEntry],
        _ latest: Store.EditionEntry?
    ) async throws -> Outcome {
        let isPublished = plan.settings.scores != .computed
        let kinds: [Snapshot.Kind] = [.repositories] + (isPublished ? [.publishedScores] : [.events, .pairs])
        let inputs = snapshots.filter { snapshot in kinds.contains { $0.rawValue == snapshot.kind } }
        let writer = EditionWriter(output: output, landscape: plan.settings.id)
        let files = inputsKey(plan, inputs)
        // What events say of repositories is shown beside published scores too, though these do not rest on events.
        let key = isPublished ? "\(files) \(try store.factsRevision())" : files
        if let latest, latest.inputs == key, writer.isLatest(latest.edition) { return .unchanged }
        var runner = PluginRunner(plan.plugins)
        let builder = LandscapeBuilder(store: store, book: book, parameters: parameters, settings: plan.settings)
        guard let result = try await builder.build(&runner) else { return .noData }
        var landscape = result.landscape
        landscape.edition = try EditionName(plan, parameters, version: version).text(of: landscape, result.coverage)
        if let latest, latest.edition == landscape.edition, latest.inputs.hasPrefix(files),
            writer.isLatest(latest.edition)
        {
            try store.record(inputs: key, of: latest)
            return .unchanged
        }
        let exported = await runner.export(landscape)
        let written = exported + (try CoverageFiles(landscape, result.coverage).files)
        var configuration = Fingerprint("configuration 1")
        configuration.add(plan.configurationText)
        let made = Date.now.formatted(.iso8601)
        let number = try writer.write(
            written.sorted { $0.path < $1.path },
            Manifest(
                edition: landscape.edition,
                landscape: landscape.id,
                title: landscape.title,
                scores: landscape.scores,
                preset: landscape.preset,
                bots: parameters.bots,
                window: landscape.window,
                months: landscape.history.months.map(Manifest.MonthEntry.init),
                configuration: configuration.hex,
                program: Manifest.Program(version: version),
                made: made,
                inputs: inputs.map { input in
                    Manifest.Input(
                        path: input.path,
                        sha256: input.fileHash,
                        events: input.events,
                        accepted: input.accepted,
                        rejected: input.rejected
                    )
                },
                files: []
            ),
            after: latest?.number ?? 0
        )
        try store.record(
            Store.EditionEntry(
                landscape: landscape.id,
                number: number,
                edition: landscape.edition,
                inputs: key,
                madeAt: made
            ),
            problems: runner.problems.map { (plugin: $0.plugin.name, message: $0.message) }
        )
        return .made(number, runner.problems)
    }

    /// A key for all that goes into an edition: with an equal one nothing needs to be looked at again.
    private func inputsKey(_ plan: LandscapePlan, _ inputs: [CatalogueEntry]) -> String {
        var fingerprint = Fingerprint("inputs 2 \(version)")
        fingerprint.add(plan.configurationText)
        fingerprint.add(parameters.canonicalText)
        for input in inputs {
            fingerprint.add(input.path)
            fingerprint.add(input.sha256)
        }
        return fingerprint.hex
    }
}
