// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel
import PanoramaPluginKit
import TaxonomyClassifier
import Testing
import YearOverYearDetector

/// The detector on the numbers of the published landscape of 2025, where they are at hand.
@Suite(.enabled(if: PublishedNumbers.isPresent, "needs the published numbers: PANORAMA_TEST_REFERENCE"))
struct PublishedNumbersTests {
    @Test func theFivePublishedRisersComeOutInOrderWithTheirChanges() throws {
        let published = try PublishedNumbers.rows("landscape/growth-decline-2025.csv")
        let expected = try published.prefix(5).map { row in
            (repository: try #require(row["repo"]), change: try #require(row["delta_published"].flatMap(Double.init)))
        }
        let (findings, history) = try found()
        let risers = findings.filter { $0.kind == "riser" }
        #expect(risers.count == 5)
        for (riser, row) in zip(risers, expected) {
            #expect(name(riser, history) == row.repository)
            let change = try #require(riser.numbers["absolute"])
            #expect(abs(change - row.change) <= 1, "\(row.repository): \(change), published \(row.change)")
        }
    }

    @Test func theFivePublishedFallersComeOutInOrderWithTheirChanges() throws {
        let published = try PublishedNumbers.rows("landscape/growth-decline-2025.csv")
        let (findings, history) = try found()
        let fallers = findings.filter { $0.kind == "faller" }
        #expect(fallers.count == 5)
        for (faller, row) in zip(fallers, published.suffix(5).reversed()) {
            #expect(name(faller, history) == row["repo"])
            let expected = try #require(row["delta_published"].flatMap(Double.init))
            #expect(abs(try #require(faller.numbers["absolute"]) - expected) <= 1)
        }
    }

    @Test func aProjectThatWasNotThereHasNoPercentage() throws {
        let (findings, history) = try found()
        let bolt = try #require(findings.first { name($0, history) == "stackblitz/bolt.new" })
        #expect(bolt.numbers["base"] == 0)
        #expect(bolt.numbers["percent"] == nil)
        #expect(bolt.sentence == "bolt.new rose by 215 to 215; it was not there in 2024-01…2024-04.")
        #expect(
            findings.first?.kind == "faller"
                && findings.contains {
                    $0.sentence == "vLLM rose by 358 (+139 %) to 615, from 257 in 2024-01…2024-04."
                }
        )
    }

    @Test func withoutTheYearBeforeTheChangeIsUnknown() throws {
        // Vintage V2 begins in 2024-09.
        var history = try PublishedNumbers.history()
        for index in 0..<8 { history.months[index].marks = [.missing] }
        let findings = try detector().detect(in: history)
        #expect(findings.map(\.kind) == ["unknown"])
        #expect(findings.first?.numbers["missing"] == 4)
    }

    @Test func theShippedTaxonomyIsThePublishedOne() throws {
        let settings = try YAMLSettings.decode(
            "classify: taxonomy\nfile: '\(TestedPlugin.root)/etc/landscapes/llm-2025.yaml'",
            classifier: TaxonomyClassifier.self
        )
        #expect(settings.problems() == [])
        let classifier = TaxonomyClassifier(configuration: settings, context: PluginContext(landscape: "llm"))
        let history = try PublishedNumbers.history()
        let labels = Dictionary(classifier.classify(history.projects).map { ($0.project.rawValue, $0) }) { $1 }
        let rows = try PublishedNumbers.rows("landscape/projects-2025.csv")
        #expect(classifier.candidates.count == rows.count)
        for row in rows {
            guard let id = row["repo_id"].flatMap(Int64.init), let label = labels[id] else { continue }
            let subdomain = row["subdomain"].flatMap { $0.isEmpty ? nil : $0 }
            #expect(label.path.layer == row["layer"] && label.path.domain == row["domain"])
            #expect(label.path.subdomain == subdomain)
            #expect(label.title == row["project"])
        }
        #expect(labels.count == history.projects.count)
    }

    private func detector() -> YearOverYearDetector {
        YearOverYearDetector(configuration: YearOverYearSettings(), context: PluginContext(landscape: "llm"))
    }

    private func found() throws -> ([Finding], LandscapeHistory) {
        let history = try PublishedNumbers.history()
        return (try detector().detect(in: history), history)
    }

    private func name(_ finding: Finding, _ history: LandscapeHistory) -> String? {
        guard case .project(let id) = finding.subject else { return nil }
        return history.projects.first { $0.id == id }?.repository
    }
}
