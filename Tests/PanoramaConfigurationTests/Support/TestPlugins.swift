// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import PanoramaPluginKit

/// A classifier with settings as deep as those of a taxonomy.
struct TestTaxonomy: Classifier {
    struct Configuration: PluginConfiguration, Equatable {
        struct Layer: Codable, Equatable {
            var name: String
            var domains: [Domain]
        }

        struct Domain: Codable, Equatable {
            var name: String
            var repositories: [Entry]?
            var subdomains: [Subdomain]?
        }

        struct Subdomain: Codable, Equatable {
            var name: String
            var repositories: [Entry]
        }

        /// A number, a name, or a mapping.
        struct Entry: Codable, Equatable {
            var reference: RepositoryReference
            var project: String?

            private enum CodingKeys: String, CodingKey {
                case project
            }

            init(from decoder: any Decoder) throws {
                reference = try RepositoryReference(from: decoder)
                if reference.id == nil || reference.name == nil,
                    (try? decoder.singleValueContainer().decode(String.self)) != nil
                        || (try? decoder.singleValueContainer().decode(Int64.self)) != nil
                {
                    return
                }
                project = try decoder.container(keyedBy: CodingKeys.self).decodeIfPresent(String.self, forKey: .project)
            }

            func encode(to encoder: any Encoder) throws {
                try reference.encode(to: encoder)
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encodeIfPresent(project, forKey: .project)
            }
        }

        var layers: [Layer] = []

        init() {}

        func problems() -> [SettingProblem] {
            var seen: Set<RepositoryID> = []
            var problems: [SettingProblem] = []
            for (l, layer) in layers.enumerated() {
                for (d, domain) in layer.domains.enumerated() {
                    for (r, entry) in (domain.repositories ?? []).enumerated() {
                        guard let id = entry.reference.id, !seen.insert(id).inserted else { continue }
                        problems.append(
                            SettingProblem(
                                ["layers", "\(l)", "domains", "\(d)", "repositories", "\(r)"],
                                "repository \(id.rawValue) is listed twice; remove one"
                            )
                        )
                    }
                }
            }
            return problems
        }

        var entries: [Entry] {
            layers.flatMap(\.domains).flatMap {
                ($0.repositories ?? []) + ($0.subdomains ?? []).flatMap(\.repositories)
            }
        }
    }

    static let id: PluginID = "taxonomy"
    static let summary = "Tests settings of several levels."

    let configuration: Configuration

    init(configuration: Configuration, context: PluginContext) { self.configuration = configuration }

    var candidates: [RepositoryReference] { configuration.entries.map(\.reference) }
    func classify(_ projects: [Project]) -> [DomainLabel] { [] }
}

/// A detector without settings.
struct TestDetector: TrendDetector {
    static let id: PluginID = "year-over-year"
    static let summary = "Tests a plugin without settings."

    init(configuration: NoSettings, context: PluginContext) {}
    func detect(in history: LandscapeHistory) -> [Finding] { [] }
}

/// An exporter with settings of every type.
struct TestPage: Exporter {
    struct Configuration: PluginConfiguration, Equatable {
        enum Theme: String, Codable, CaseIterable {
            case light
            case dark
            case highContrast = "high-contrast"
        }

        enum Source: Codable, Equatable {
            case everything
            case some(minimumScore: Double)
        }

        struct Colors: Codable, Equatable {
            var riser = "green"
            var faller = "red"
        }

        struct Rule: Codable, Equatable {
            var match: String
            var minimumScore: Int
            var theme: Theme?
        }

        var title: String?
        var columns: UInt8 = 3
        var minimumScore = 1.5
        var theme = Theme.light
        var isPublic = false
        var colors = Colors()
        var rules: [Rule] = []
        var labels: [String: Int] = ["camelCase": 1]
        var tags: Set<String> = ["b", "a", "c"]
        var since: Month?
        var pinned: [RepositoryReference] = []
        var source = Source.everything

        init() {}

        func problems() -> [SettingProblem] {
            var problems: [SettingProblem] = []
            if columns == 0 { problems.append(SettingProblem(["columns"], "'columns' must be at least 1; write 1")) }
            for (index, rule) in rules.enumerated() where rule.match.isEmpty {
                problems.append(
                    SettingProblem(["rules", "\(index)", "match"], "'match' is empty; write what to match")
                )
            }
            return problems
        }
    }

    static let id: PluginID = "html"
    static let summary = "Tests settings of every type."

    let configuration: Configuration

    init(configuration: Configuration, context: PluginContext) throws {
        if configuration.title == "impossible" { throw PluginError("there is no such title") }
        self.configuration = configuration
    }

    func export(_ landscape: Landscape) -> [ExportedFile] { [] }
}

/// Exporters without settings.
struct TestJSON: Exporter {
    static let id: PluginID = "json"
    static let summary = "Tests."
    init(configuration: NoSettings, context: PluginContext) {}
    func export(_ landscape: Landscape) -> [ExportedFile] { [] }
}

struct TestCSV: Exporter {
    static let id: PluginID = "csv"
    static let summary = "Tests."
    init(configuration: NoSettings, context: PluginContext) {}
    func export(_ landscape: Landscape) -> [ExportedFile] { [] }
}

struct TestMarkdown: Exporter {
    static let id: PluginID = "markdown"
    static let summary = "Tests."
    init(configuration: NoSettings, context: PluginContext) {}
    func export(_ landscape: Landscape) -> [ExportedFile] { [] }
}

extension PluginCatalog {
    /// All plugins of these tests.
    static var test: PluginCatalog {
        var catalog = PluginCatalog()
        catalog.add(TestTaxonomy.self)
        catalog.add(TestDetector.self)
        catalog.add(TestPage.self)
        catalog.add(TestJSON.self)
        catalog.add(TestCSV.self)
        catalog.add(TestMarkdown.self)
        return catalog
    }
}
