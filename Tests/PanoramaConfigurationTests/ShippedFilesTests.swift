// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel
import PanoramaPluginKit
import Testing

@testable import PanoramaConfiguration

@Suite
struct ShippedFilesTests {
    private func taxonomy() throws -> TestTaxonomy.Configuration {
        let text = try String(contentsOfFile: Shipped.taxonomy, encoding: .utf8)
        let (value, errors) = decode(TestTaxonomy.Configuration.self, text)
        #expect(errors.isEmpty)
        return try #require(value)
    }

    @Test
    func theConfigurationLoadsAsItIs() throws {
        let configuration = try Configuration.load(path: Shipped.configuration, catalog: .test)
        #expect(configuration.warnings.isEmpty)
        #expect(configuration.path == Shipped.configuration)
        #expect(configuration.inbox == "/var/lib/panorama/inbox")
        #expect(configuration.state == "/var/lib/panorama/state")
        #expect(configuration.output == "/var/lib/panorama/output")
        #expect(configuration.intake == IntakeSettings())
        #expect(configuration.scoring == ScoringParameters())
        let llm = try #require(configuration.landscapes.first)
        #expect(configuration.landscapes.count == 1)
        #expect(llm.settings.id == "llm")
        #expect(llm.settings.discovery?.seeds.map(\.id?.rawValue) == [65_600_975, 599_547_518, 552_661_142])
        #expect(llm.settings.discovery?.hops == 2)
        #expect(
            llm.settings.admission
                == Admission(meanOpenRank: 10, from: Month("2025-01"), to: Month("2025-04"))
        )
        #expect(llm.plugins.classifiers.first?.candidates.count == 135)
        #expect(llm.plugins.detectors.count == 1)
        #expect(llm.plugins.exporters.map { type(of: $0).id } == ["json", "csv", "markdown", "html"])
    }

    @Test
    func theDefaultsInItsCommentsAreTheDefaults() throws {
        let text = try String(contentsOfFile: Shipped.configuration, encoding: .utf8)
        let example = /^(\s*)# ((  )*[a-z-]+:( .*)?|(  )+- .*)$/
        let skipped: Set = ["vintage: V2", "done: /var/lib/panorama/done", "failed: /var/lib/panorama/failed"]
        var shown = 0
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard let match = line.wholeMatch(of: example), !skipped.contains(String(match.2)) else {
                return String(line)
            }
            shown += 1
            return String(match.1 + match.2)
        }
        #expect(shown > 60)
        let folder = try TestFolder(["panorama.yaml": lines.joined(separator: "\n")])
        try folder.write(
            Array(Data(contentsOf: URL(fileURLWithPath: Shipped.taxonomy))),
            to: "landscapes/llm-2025.yaml"
        )
        let written = try folder.load()
        let plain = try Configuration.load(path: Shipped.configuration, catalog: .test)
        #expect(written.intake == plain.intake)
        #expect(written.scoring.bots.count > 20)
        var scoring = written.scoring
        scoring.bots = []
        #expect(scoring == plain.scoring)
        #expect(written.landscapes.map(\.settings) == plain.landscapes.map(\.settings))
        #expect(written.landscapes.map(\.fingerprint) == plain.landscapes.map(\.fingerprint))
    }

    @Test
    func everyKeyIsInTheAnnotatedConfiguration() throws {
        let text = try String(contentsOfFile: Shipped.configuration, encoding: .utf8)
        for key in ScoringParameters.keys + IntakeSettings.keys + ["title", "scores", "vintage", "include", "exclude"] {
            #expect(text.contains(try Regex("(?m)^[ #]*\(key):")), "\(key)")
        }
    }

    @Test
    func theTaxonomyHasTheFormOfThePublishedLandscape() throws {
        let taxonomy = try taxonomy()
        #expect(taxonomy.layers.map(\.name) == ["Application", "Infrastructure"])
        #expect(taxonomy.layers.map(\.domains.count) == [7, 12])
        #expect(Set(taxonomy.layers.flatMap(\.domains).map(\.name)).count == 19)
        #expect(taxonomy.entries.count == 135)
        #expect(Set(taxonomy.entries.compactMap(\.reference.id)).count == 135)
        #expect(taxonomy.entries.allSatisfy { $0.project != nil && $0.reference.name != nil })
    }

    @Test(.enabled(if: Shipped.hasProjects, "needs the published table of projects"))
    func theTaxonomyIsThatOfThePublishedTable() throws {
        let rows = try String(contentsOfFile: Shipped.projects, encoding: .utf8).split(whereSeparator: \.isNewline)
            .dropFirst()
        let published = rows.map {
            $0.split(separator: ",", omittingEmptySubsequences: false).prefix(6).joined(separator: ",")
        }
        var listed: [String] = []
        for layer in try taxonomy().layers {
            for domain in layer.domains {
                var groups: [(String, [TestTaxonomy.Configuration.Entry])] = [("", domain.repositories ?? [])]
                groups += (domain.subdomains ?? []).map { ($0.name, $0.repositories) }
                for (subdomain, entries) in groups {
                    for entry in entries {
                        let id = entry.reference.id?.rawValue ?? 0
                        listed.append(
                            "\(id),\(entry.reference.name ?? ""),\(entry.project ?? ""),\(layer.name),\(domain.name),\(subdomain)"
                        )
                    }
                }
            }
        }
        #expect(published.count == 135)
        #expect(listed == published)
    }
}

extension ScoringParameters {
    /// The keys of a value in YAML's spelling, those of its parts included.
    fileprivate static var keys: [String] {
        [Any](arrayLiteral: ScoringParameters(), Weights(), Retention()).flatMap(labels)
    }
}

extension IntakeSettings {
    /// The keys of a value in YAML's spelling.
    fileprivate static var keys: [String] { labels(IntakeSettings()) }
}

private func labels(_ value: Any) -> [String] {
    Mirror(reflecting: value).children.compactMap { $0.label.map(KeySpelling.hyphenated) }
}
