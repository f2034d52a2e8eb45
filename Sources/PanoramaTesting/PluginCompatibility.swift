// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import PanoramaPluginKit

/// The suite that every plugin passes.
///
/// Each function checks one promise and returns what breaks it, an empty list when nothing does, so that a test is
/// `#expect(await suite.emptyInputWorks() == [])`. The plugin's folder holds `sample.yaml` and `Cases/`, see ``CaseRunner``.
public struct PluginCompatibility: Sendable {
    /// The plugin.
    public let subject: PluginSubject
    /// The plugin's folder.
    public let folder: String
    /// Reads settings from YAML.
    public let settings: SettingsSource
    /// The seeds of generated input.
    public var seeds: [UInt64] = [1, 2, 3, 4]

    /// Makes the suite for a plugin.
    public init(_ subject: PluginSubject, folder: String, settings: @escaping SettingsSource) {
        self.subject = subject
        self.folder = folder
        self.settings = settings
    }

    /// The runner of the plugin's cases.
    public var cases: CaseRunner { CaseRunner(folder: "\(folder)/Cases", settings: settings) }

    /// Everything that breaks a promise, each with the promise.
    public func failures() async -> [String] {
        var failures = sampleEqualsDefaults().map { "sample equals defaults: \($0)" }
        failures += settingsSurviveEncoding().map { "settings survive encoding: \($0)" }
        failures += await emptyInputWorks().map { "empty input works: \($0)" }
        failures += await shuffledInputGivesEqualOutput().map { "shuffled input gives equal output: \($0)" }
        failures += await outputIsTheSameTwice().map { "output is the same twice: \($0)" }
        failures += await outcomeIsWellFormed().map { "outcome is well formed: \($0)" }
        failures += await everyCaseMatches().map { "every case matches: \($0)" }
        return failures
    }

    /// The settings of `sample.yaml` decode and equal the defaults.
    ///
    /// A plugin whose defaults have problems, since it cannot work unless told what to do, shows settings without any.
    public func sampleEqualsDefaults() -> [String] {
        do {
            let sample = try subject.decode(settings("\(folder)/sample.yaml"))
            let problems = sample.problems()
            guard subject.defaults.problems().isEmpty else { return problems.map(Self.text) }
            let (found, expected) = (try CanonicalJSON.text(of: sample), try CanonicalJSON.text(of: subject.defaults))
            return found == expected ? [] : ["expected \(expected), found \(found)"]
        } catch { return ["\(error)"] }
    }

    /// The settings of the sample and of every case are without problems and the same after encoding and decoding.
    public func settingsSurviveEncoding() -> [String] {
        var failures: [String] = []
        for file in ["sample.yaml"] + cases.cases.map({ "Cases/\($0)/settings.yaml" }) {
            do {
                let configuration = try subject.decode(settings("\(folder)/\(file)"))
                failures += configuration.problems().map { "\(file): \(Self.text($0))" }
                let copy = try CanonicalJSON.copy(of: configuration)
                let (before, after) = (try CanonicalJSON.text(of: configuration), try CanonicalJSON.text(of: copy))
                if before != after { failures.append("\(file): was \(before), became \(after)") }
            } catch { failures.append("\(file): \(error)") }
        }
        return failures
    }

    /// A landscape without projects, and one without anything, is no reason to throw or to give odd files.
    public func emptyInputWorks() async -> [String] {
        await each { configuration, landscape in
            var empty = landscape
            empty.history.projects = []
            empty.findings = []
            var bare = empty
            bare.history.months = []
            bare.taxonomy = []
            bare.notices = []
            var failures: [String] = []
            for landscape in [empty, bare] {
                let outcome = try await subject.make(configuration)(landscape)
                failures += OutcomeCheck(subject: subject, landscape: landscape).failures(of: outcome)
            }
            return failures
        }
    }

    /// The order of the projects changes nothing.
    public func shuffledInputGivesEqualOutput() async -> [String] {
        await each { configuration, landscape in
            let expected = try await subject.make(configuration)(landscape)
            var random = SeededGenerator(seed: 0x5eed)
            var failures: [String] = []
            for _ in 0..<3 {
                var shuffled = landscape
                shuffled.history.projects = random.shuffled(landscape.history.projects)
                failures += Self.differences(expected, try await subject.make(configuration)(shuffled))
            }
            return failures
        }
    }

    /// The same input gives the same output again, from the same instance and from another.
    public func outputIsTheSameTwice() async -> [String] {
        await each { configuration, landscape in
            let work = try subject.make(configuration)
            let first = try await work(landscape)
            return Self.differences(first, try await work(landscape))
                + Self.differences(first, try await subject.make(configuration)(landscape))
        }
    }

    /// What comes out keeps the rules of its role.
    ///
    /// Labels are for given projects only and at most one each; findings carry the detector's id, finite numbers and places
    /// counted from 1; files have safe paths, each once.
    public func outcomeIsWellFormed() async -> [String] {
        await each { configuration, landscape in
            let outcome = try await subject.make(configuration)(landscape)
            return OutcomeCheck(subject: subject, landscape: landscape).failures(of: outcome)
        }
    }

    /// Every case gives what it is expected to give.
    public func everyCaseMatches() async -> [String] { await cases.failures(of: subject) }

    /// Generated landscapes with the settings of the sample, and those of all cases with theirs.
    private func each(
        _ check: (any PluginConfiguration, Landscape) async throws -> [String]
    ) async -> [String] {
        var failures: [String] = []
        func run(_ name: String, _ file: String, _ landscape: () throws -> Landscape) async {
            do {
                let configuration = try subject.decode(settings("\(folder)/\(file)"))
                failures += try await check(configuration, landscape()).map { "\(name): \($0)" }
            } catch { failures.append("\(name): \(error)") }
        }
        for seed in seeds {
            for (isHostile, hasMissingMonth) in [(false, false), (true, false), (false, true), (true, true)] {
                var generator = LandscapeGenerator(seed: seed)
                generator.isHostile = isHostile
                generator.hasMissingMonth = hasMissingMonth
                await run("seed \(seed)\(isHostile ? ", hostile" : "")", "sample.yaml") { generator.landscape() }
            }
        }
        for name in cases.cases {
            await run(name, "Cases/\(name)/settings.yaml") { try cases.input(of: name) }
        }
        return failures
    }

    private static func differences(_ left: PluginOutcome, _ right: PluginOutcome) -> [String] {
        guard left.files.map(\.path) == right.files.map(\.path) else {
            return ["files \(left.files.map(\.path)) became \(right.files.map(\.path))"]
        }
        return zip(left.files, right.files).compactMap { before, after in
            CaseRunner.difference(before.bytes, after.bytes).map { "\(before.path): \($0)" }
        }
    }

    private static func text(_ problem: SettingProblem) -> String {
        "\(problem.path.joined(separator: ".")): \(problem.message)"
    }
}
