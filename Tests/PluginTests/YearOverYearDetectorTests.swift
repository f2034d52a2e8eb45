// SPDX-License-Identifier: Apache-2.0

import PanoramaConfiguration
import PanoramaModel
import PanoramaPluginKit
import PanoramaTesting
import Testing
import YearOverYearDetector

@Suite struct YearOverYearDetectorTests {
    private let start = Month(ordinal: 2024 * 12)

    /// A history of 2024-01 to 2025-04 in which each project has one score in the base months and one in the window.
    private func history(
        _ projects: [(name: String, base: Double, current: Double)],
        marks: [Int: [MonthMark]] = [:]
    ) throws -> LandscapeHistory {
        LandscapeHistory(
            months: (0..<16).map { MonthStatus(month: start.advanced(by: $0), marks: marks[$0] ?? []) },
            window: try #require(MonthSpan(first: start.advanced(by: 12), last: start.advanced(by: 15))),
            projects: projects.enumerated().map { index, project in
                let scores =
                    Array(repeating: project.base, count: 12) + Array(repeating: project.current, count: 4)
                let id = RepositoryID(rawValue: Int64(index + 1))
                return Project(id: id, repository: "a/\(project.name)", scores: scores, admission: "included")
            }
        )
    }

    private func findings(
        _ history: LandscapeHistory,
        _ change: (inout YearOverYearSettings) -> Void = { _ in }
    ) throws -> [Finding] {
        var settings = YearOverYearSettings()
        change(&settings)
        return try YearOverYearDetector(configuration: settings, context: PluginContext(landscape: "test"))
            .detect(in: history)
    }

    private func summary(_ findings: [Finding]) -> [String] {
        findings.map { "\($0.kind) \($0.place): \($0.sentence)" }
    }

    @Test func changesAreOrderedBySizeThenName() throws {
        let history = try history([("c", 10, 20), ("b", 10, 40), ("A", 20, 30), ("d", 30, 10), ("e", 5, 5)])
        #expect(
            summary(try findings(history)) == [
                "faller 1: d fell by 20 (-67 %) to 10, from 30 in 2024-01…2024-04.",
                "riser 1: b rose by 30 (+300 %) to 40, from 10 in 2024-01…2024-04.",
                "riser 2: A rose by 10 (+50 %) to 30, from 20 in 2024-01…2024-04.",
                "riser 3: c rose by 10 (+100 %) to 20, from 10 in 2024-01…2024-04.",
            ]
        )
        #expect(
            summary(try findings(history) { $0.by = .percent }.filter { $0.kind == "riser" }) == [
                "riser 1: b rose by 30 (+300 %) to 40, from 10 in 2024-01…2024-04.",
                "riser 2: c rose by 10 (+100 %) to 20, from 10 in 2024-01…2024-04.",
                "riser 3: A rose by 10 (+50 %) to 30, from 20 in 2024-01…2024-04.",
            ]
        )
    }

    @Test func givesAsManyOfEachAsAskedFor() throws {
        let history = try history((1...9).map { ("r\($0)", 10, 10 + Double($0)) } + [("f", 10, 0), ("g", 10, 1)])
        let kinds = try findings(history) { $0.n = 1 }.map(\.kind)
        #expect(kinds == ["faller", "riser"])
        #expect(try findings(history).filter { $0.kind == "riser" }.count == 5)
    }

    @Test func aProjectThatWasNotThereCountsAsZero() throws {
        let history = try history([("bolt", 0, 215)])
        let finding = try #require(try findings(history).first)
        #expect(finding.numbers == ["absolute": 215, "base": 0, "current": 215])
        #expect(finding.sentence == "bolt rose by 215 to 215; it was not there in 2024-01…2024-04.")
        #expect(try findings(history) { $0.by = .percent } == [])
    }

    @Test(arguments: [
        (134.0, 0.0, "x fell by 134 (-100 %) to 0, from 134 in 2024-01…2024-04."),
        (8.25, 10.0, "x rose by 1.8 (+21 %) to 10.0, from 8.3 in 2024-01…2024-04."),
        (10.0, 10.25, "x rose by 0.25 (+2.5 %) to 10.25, from 10.00 in 2024-01…2024-04."),
        (1_000.0, 1_000.01, "x rose by 0.0100 (+0.00 %) to 1000.0100, from 1000.0000 in 2024-01…2024-04."),
    ])
    func smallChangesKeepTheirDigits(_ base: Double, _ current: Double, _ sentence: String) throws {
        #expect(try findings(history([("x", base, current)])).map(\.sentence) == [sentence])
    }

    @Test func whatAddingUpLeavesBehindIsNoChange() throws {
        var history = try history([("x", 0, 0)])
        history.projects[0].scores = [0.1, 0.2, 0.3, 0.4] + Array(repeating: 0, count: 8) + [0.4, 0.3, 0.2, 0.1]
        #expect(try findings(history) == [])
    }

    @Test func missingMonthsAreNamedInPlaceOfFalseChanges() throws {
        let marks: [Int: [MonthMark]] = [0: [.missing], 1: [.missing], 3: [.missing], 14: [.missing, .tainted]]
        let found = try findings(history([("x", 0, 10)], marks: marks))
        #expect(
            summary(found) == [
                "unknown 1: The change of 2025-01…2025-04 against 2024-01…2024-04 is unknown: there is no data of "
                    + "2024-01…2024-02, 2024-04 and 2025-03."
            ]
        )
        #expect(found.first?.subject == .landscape)
        #expect(found.first?.marks == [.missing, .tainted])
    }

    @Test func monthsBeforeTheHistoryAreMissing() throws {
        let found = try findings(history([("x", 1, 10)])) { $0.from = Month(ordinal: 2024 * 12 + 9) }
        #expect(found.map(\.kind) == ["unknown"])
        #expect(found.first?.numbers == ["missing": 3])
    }

    @Test func aMissingMonthOutsideBothPeriodsDoesNotMatter() throws {
        let found = try findings(history([("x", 1, 10)], marks: [6: [.missing]]))
        #expect(found.map(\.kind) == ["riser"])
        #expect(found.first?.marks == [])
    }

    @Test func findingsBearTheMarksOfBothPeriods() throws {
        let found = try findings(history([("x", 1, 10)], marks: [2: [.warmUp], 15: [.provisional], 6: [.tainted]]))
        #expect(found.first?.marks == [.warmUp, .provisional])
    }

    @Test func changesOverTaintedMonthsSayThatTheyMayBeALoss() throws {
        let found = try findings(
            history([("x", 10, 1)], marks: [1: [.tainted], 6: [.tainted], 14: [.tainted], 15: [.tainted]])
        )
        let sentence = try #require(found.first?.sentence)
        #expect(
            sentence.hasSuffix(
                " Events of 2024-02 and 2025-03…2025-04 are lost in part, so this may be the loss rather than a change."
            )
        )
        #expect(found.first?.marks == [.tainted])
    }

    @Test func aPeriodThatEndsBeforeTheWindowBeginsIsRefused() throws {
        let history = try history([("x", 1, 10)])
        #expect(throws: PluginError.self) { try findings(history) { $0.to = Month(ordinal: 2024 * 12 + 5) } }
    }

    @Test func settingsAreReadFromYAML() throws {
        let settings = try YAMLSettings.decode(
            "detect: year-over-year\nn: 3\nby: percent\nfrom: 2025-02\nto: 2025-03",
            detector: YearOverYearDetector.self
        )
        #expect(settings.n == 3)
        #expect(settings.by == .percent)
        #expect(settings.from == Month("2025-02"))
        #expect(settings.to == Month("2025-03"))
    }

    @Test(arguments: ["n: 0", "n: -1", "n: 1.5", "by: relative", "from: 2025", "from: 2025-02\nto: 2025-01", "top: 5"])
    func settingsOutOfRangeAreRefused(_ line: String) throws {
        let error = try #require(throws: ConfigurationError.self) {
            try YAMLSettings.decode("detect: year-over-year\n\(line)", detector: YearOverYearDetector.self)
        }
        #expect(error.diagnostics.count == 1)
    }

    @Test(arguments: 1...20)
    func everyRiserRoseAndNoLargerRiseIsLeftOut(_ seed: UInt64) throws {
        let history = LandscapeGenerator(seed: seed).landscape().history
        let found = try findings(history)
        let changes = history.projects.compactMap { history.yearOverYear(of: $0, over: history.window)?.absolute }
        let risers = found.filter { $0.kind == "riser" }.compactMap { $0.numbers["absolute"] }
        let fallers = found.filter { $0.kind == "faller" }.compactMap { $0.numbers["absolute"] }
        #expect(risers == Array(changes.filter { $0 > 0 }.sorted(by: >).prefix(5)))
        #expect(fallers == Array(changes.filter { $0 < 0 }.sorted().prefix(5)))
        #expect(!risers.isEmpty && !fallers.isEmpty)
    }
}
