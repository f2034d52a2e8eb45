// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel
import PanoramaPluginKit
import PanoramaTesting
import Testing

/// The compatibility suite itself: plugins that break a promise are caught.
@Suite struct SuiteTests {
    private func suite(_ subject: PluginSubject, settings: any PluginConfiguration = Loose()) -> PluginCompatibility {
        let ready = ReadySettings(settings)
        return PluginCompatibility(subject, folder: "/nonexistent") { _ in ready }
    }

    @Test func aSampleThatDiffersFromTheDefaultsIsCaught() {
        var settings = Loose()
        #expect(suite(PluginSubject(exporter: Faulty.self), settings: settings).sampleEqualsDefaults() == [])
        settings.mode = .unsafe
        #expect(suite(PluginSubject(exporter: Faulty.self), settings: settings).sampleEqualsDefaults().count == 1)
        #expect(suite(PluginSubject(exporter: Faulty.self), settings: NoSettings()).sampleEqualsDefaults().count == 1)
    }

    @Test func settingsThatEncodingChangesAreCaught() {
        var settings = Loose()
        #expect(suite(PluginSubject(exporter: Faulty.self), settings: settings).settingsSurviveEncoding() == [])
        settings.lost = "something"
        #expect(suite(PluginSubject(exporter: Faulty.self), settings: settings).settingsSurviveEncoding().count == 1)
    }

    @Test(.timeLimit(.minutes(5)))
    func aPluginThatNeedsAProjectIsCaught() async {
        #expect(await failures(.needy) { await $0.emptyInputWorks() } > 0)
        #expect(await failures(.sound) { await $0.emptyInputWorks() } == 0)
    }

    @Test(.timeLimit(.minutes(5)))
    func outputInTheOrderOfTheInputIsCaught() async {
        #expect(await failures(.unordered) { await $0.shuffledInputGivesEqualOutput() } > 0)
        #expect(await failures(.sound) { await $0.shuffledInputGivesEqualOutput() } == 0)
    }

    @Test(.timeLimit(.minutes(5)))
    func outputThatIsNeverTheSameIsCaught() async {
        #expect(await failures(.random) { await $0.outputIsTheSameTwice() } > 0)
        #expect(await failures(.sound) { await $0.outputIsTheSameTwice() } == 0)
    }

    @Test(.timeLimit(.minutes(5)))
    func pathsThatLeaveTheEditionAreCaught() async {
        #expect(await failures(.unsafe) { await $0.outcomeIsWellFormed() } > 0)
        #expect(await failures(.sound) { await $0.outcomeIsWellFormed() } == 0)
    }

    @Test(.timeLimit(.minutes(5)))
    func labelsForOtherProjectsAreCaught() async {
        let failures = await suite(PluginSubject(classifier: Overeager.self)).outcomeIsWellFormed()
        #expect(failures.contains { $0.hasSuffix("labels 4242, which was not given") })
    }

    @Test(.timeLimit(.minutes(5)))
    func findingsOfAnotherDetectorAndOutOfPlaceAreCaught() async {
        let failures = await suite(PluginSubject(detector: Imposter.self)).outcomeIsWellFormed()
        #expect(failures.contains { $0.hasSuffix("a 2 claims to be of 'other'") })
        #expect(failures.contains { $0.hasSuffix("a 2 is out of place") })
        #expect(failures.contains { $0.hasSuffix("a 2 has a number without end") })
    }

    @Test(.timeLimit(.minutes(5)))
    func aPluginWithoutCasesIsCaught() async {
        #expect(await suite(PluginSubject(exporter: Faulty.self)).everyCaseMatches().count == 1)
    }

    @Test(.timeLimit(.minutes(5)))
    func casesAreComparedByteForByteAndRecordingFails() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "panorama-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let place = folder.appending(path: "first")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let input = """
            {"window":{"from":"2025-01","to":"2025-01"},"months":{"from":"2025-01","to":"2025-01"}}
            {"id":1,"repository":"a/b","scores":[1]}
            """
        try Data(input.utf8).write(to: place.appending(path: "input.jsonl"))
        let ready = ReadySettings(Loose())
        var runner = CaseRunner(folder: folder.path(percentEncoded: false)) { _ in ready }
        let subject = PluginSubject(exporter: Faulty.self)
        runner.isRecording = false
        #expect(await runner.failures(of: subject).count == 2)
        runner.isRecording = true
        #expect(await runner.failures(of: subject).count == 1)
        runner.isRecording = false
        #expect(await runner.failures(of: subject) == [])
        let expected = place.appending(path: "expected.names.txt")
        #expect(try String(contentsOf: expected, encoding: .utf8) == "a/b\n")
        try Data("a/c\n".utf8).write(to: expected)
        #expect(
            await runner.failures(of: subject) == ["first: expected.names.txt: line 1: expected 'a/c', found 'a/b'"]
        )
        try Data("a/b\n".utf8).write(to: expected)
        try Data().write(to: place.appending(path: "expected.more.txt"))
        #expect(await runner.failures(of: subject).count == 1)
    }

    private func failures(
        _ mode: Loose.Mode,
        _ check: (PluginCompatibility) async -> [String]
    ) async -> Int {
        var settings = Loose()
        settings.mode = mode
        return await check(suite(PluginSubject(exporter: Faulty.self), settings: settings)).count
    }
}

/// Settings of which one does not survive encoding.
private struct Loose: PluginConfiguration {
    enum Mode: String, Codable {
        case sound
        case needy
        case unordered
        case random
        case unsafe
    }

    enum CodingKeys: String, CodingKey {
        case mode
        case lost
    }

    var mode = Mode.sound
    var lost = ""

    init() {}

    init(from decoder: any Decoder) throws {
        mode = try decoder.container(keyedBy: CodingKeys.self).decode(Mode.self, forKey: .mode)
    }
}

/// An exporter of names that breaks a promise on demand.
private struct Faulty: Exporter {
    static let id: PluginID = "faulty"
    static let summary = "Breaks a promise"
    var mode: Loose.Mode

    init(configuration: Loose, context: PluginContext) { mode = configuration.mode }

    func export(_ landscape: Landscape) throws -> [ExportedFile] {
        if mode == .needy, landscape.projects.isEmpty { throw PluginError("there are no projects") }
        var names = landscape.projects.map(\.repository)
        if mode != .unordered { names.sort() }
        if mode == .random { names.append(UUID().uuidString) }
        let text = names.map { $0 + "\n" }.joined()
        return [ExportedFile(path: mode == .unsafe ? "../names.txt" : "names.txt", text: text)]
    }
}

private struct Overeager: Classifier {
    static let id: PluginID = "overeager"
    static let summary = "Labels what it was not given"

    init(configuration: Loose, context: PluginContext) {}

    func classify(_ projects: [Project]) -> [DomainLabel] {
        let path = TaxonomyPath(layer: "L", domain: "D")
        return [DomainLabel(project: RepositoryID(rawValue: 4_242), path: path, confidence: 1, rule: "guess")]
    }
}

private struct Imposter: TrendDetector {
    static let id: PluginID = "imposter"
    static let summary = "Claims to be another"

    init(configuration: Loose, context: PluginContext) {}

    func detect(in history: LandscapeHistory) -> [Finding] {
        [
            Finding(
                detector: "other",
                kind: "a",
                subject: .landscape,
                place: 2,
                window: history.window,
                numbers: ["n": .nan],
                sentence: "Something."
            )
        ]
    }
}
