// SPDX-License-Identifier: Apache-2.0

import Foundation
import Logging
import PanoramaModel
import PanoramaPipeline
import PanoramaPluginKit
import PanoramaStore
import TestSupport

/// An inbox, a state and an output of a test's own.
struct Workplace {
    let folder: TemporaryFolder
    /// How scores are computed.
    var scoring: ScoringParameters

    init(scoring: ScoringParameters = ScoringParameters()) throws {
        folder = try TemporaryFolder()
        self.scoring = scoring
    }

    /// Drops a file by renaming it in.
    func drop(_ bytes: some Sequence<UInt8>, as name: String) throws {
        try folder.write(bytes, to: "outside/\(name)")
        let target = folder.url.appending(path: "inbox/\(name)")
        try FileManager.default.createDirectory(
            at: target.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try FileManager.default.moveItem(at: folder.url.appending(path: "outside/\(name)"), to: target)
    }

    /// Works on the inbox once.
    @discardableResult
    func once(
        _ settings: LandscapeSettings,
        _ plugins: PluginSet = PluginSet(exporters: [Listing()]),
        badLines: Double = 0.5
    ) async throws -> Engine.Summary {
        try await Engine(
            engineSettings(settings, plugins, badLines),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        ).once()
    }

    func engineSettings(_ settings: LandscapeSettings, _ plugins: PluginSet, _ badLines: Double) -> EngineSettings {
        EngineSettings(
            inbox: folder.path("inbox"),
            state: folder.path("state"),
            output: folder.path("output"),
            intake: IntakeSettings(settle: 0, quiet: 0, badLines: badLines),
            scoring: scoring,
            landscapes: [LandscapePlan(settings: settings, plugins: plugins, configurationText: "\(settings)")],
            version: "test"
        )
    }

    /// The files that snapshots keep in the state, in order.
    func keptFiles(endingIn ending: String = "") throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path("state/segments"))
            .filter { $0.contains(".") && $0.hasSuffix(ending) }.map { "state/segments/\($0)" }.sorted()
    }

    /// Forgets snapshots, as a run of the command does.
    @discardableResult
    func forget(_ subjects: String...) throws -> [Forgetter.Forgotten] { try forget(subjects).forgotten }

    /// Forgets snapshots, and says also which lists are lost for good.
    func forget(_ subjects: [String]) throws -> (forgotten: [Forgetter.Forgotten], losses: [Forgetter.Loss]) {
        try Forgetter(inbox: folder.path("inbox"), state: folder.path("state")).forget(subjects)
    }

    /// The pairs and scores of the state.
    func book() throws -> MonthBook { try MonthBook(Store(directory: folder.path("state")), scoring) }

    /// The files of the latest edition by name, the manifest without the time it was made.
    func edition(of landscape: String = "test") throws -> [String: String] {
        let latest = folder.url.appending(path: "output/\(landscape)/latest").resolvingSymlinksInPath()
        var files: [String: String] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: latest.path) {
            let lines = try String(contentsOf: latest.appending(path: name), encoding: .utf8).split(separator: "\n")
            files[name] = lines.filter { name != "manifest.json" || !$0.contains("\"made\"") }.joined(separator: "\n")
        }
        return files
    }

    /// A file of the latest edition.
    func latest(_ name: String, of landscape: String = "test") throws -> String {
        try String(contentsOf: folder.url.appending(path: "output/\(landscape)/latest/\(name)"), encoding: .utf8)
    }
}

/// An exporter that lists projects with exact scores.
struct Listing: Exporter {
    static let id: PluginID = "listing"
    static let summary = "Lists projects."

    init(configuration: NoSettings, context: PluginContext) {}
    init() {}

    func export(_ landscape: Landscape) -> [ExportedFile] {
        let lines = landscape.projects.map {
            "\($0.rank) \($0.id.rawValue) \($0.repository) \($0.openrank) \($0.admission)"
        }
        let months = landscape.history.months.map { status in
            let figures = [status.events, status.hours].map { $0.map(String.init) ?? "?" }
            return "\(status.month) \(figures[0]) \(figures[1]) \(status.marks.map(\.rawValue))"
        }
        return [ExportedFile(path: "list.txt", text: (lines + months + landscape.notices).joined(separator: "\n"))]
    }
}
