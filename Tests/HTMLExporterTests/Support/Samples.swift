// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import PanoramaPluginKit
import PanoramaTesting

@testable import HTMLExporter

/// Landscapes and pages for the tests.
enum Samples {
    /// The page of a landscape as text.
    static func page(
        _ landscape: Landscape,
        _ change: (inout HTMLExporterSettings) -> Void = { _ in }
    ) -> String {
        var settings = HTMLExporterSettings()
        change(&settings)
        let exporter = HTMLExporter(configuration: settings, context: PluginContext(landscape: landscape.id))
        return exporter.export(landscape).first.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    }

    /// A generated landscape.
    static func generated(_ seed: UInt64 = 1, projects: Int = 24, months: Int = 28, hostile: Bool = false) -> Landscape
    {
        var generator = LandscapeGenerator(seed: seed)
        generator.projects = projects
        generator.months = months
        generator.isHostile = hostile
        return generator.landscape()
    }

    /// An outline with random layers, domains and subdomains; scores run from 0 over four powers of ten.
    static func outline(seed: UInt64, projects count: Int) -> LandscapeOutline {
        var random = SeededGenerator(seed: seed)
        let domains = 1 + random.number(below: 24)
        let taxonomy = (0..<domains).flatMap { domain in
            (0...random.number(below: 3)).map { subdomain in
                TaxonomyPath(
                    layer: "Layer \(domain % 3)",
                    domain: "Domain \(domain) " + String(repeating: "long ", count: random.number(below: 5)),
                    subdomain: subdomain == 0 ? nil : "Subdomain \(subdomain)"
                )
            }
        }
        var landscape = landscape(scores: (0..<count).map { _ in score(&random) }, taxonomy: taxonomy)
        for index in landscape.history.projects.indices {
            let project = landscape.history.projects[index]
            guard random.number(below: 9) != 0, let path = random.element(of: taxonomy) else { continue }
            landscape.history.projects[index].label = DomainLabel(
                project: project.id,
                path: path,
                confidence: 1,
                rule: "test"
            )
        }
        return LandscapeOutline(landscape)
    }

    /// A landscape of unlabelled projects with these scores, ranked by them.
    static func landscape(scores: [Double], taxonomy: [TaxonomyPath] = []) -> Landscape {
        let month = Month(ordinal: 2025 * 12)
        let projects = scores.sorted(by: >).enumerated().map { index, score in
            let name = index % 3 == 0 ? "a-long-name-of-a-project-\(index)" : "project-\(index)"
            var project = Project(
                id: RepositoryID(rawValue: Int64(index) + 1),
                repository: "owner/\(name)",
                scores: [score],
                admission: "test"
            )
            project.openrank = score
            project.lastMonth = score
            project.rank = index + 1
            return project
        }
        let history = LandscapeHistory(
            months: [MonthStatus(month: month)],
            window: MonthSpan(month),
            projects: projects
        )
        return Landscape(
            id: "test",
            title: "Test",
            edition: "edition",
            scores: "computed",
            preset: "preset",
            history: history,
            taxonomy: taxonomy
        )
    }

    private static func score(_ random: inout SeededGenerator) -> Double {
        let share = random.fraction()
        return random.number(below: 12) == 0 ? 0 : 0.1 + 900 * share * share * share * share
    }
}
