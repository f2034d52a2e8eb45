// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import PanoramaPluginKit
import TaxonomyClassifier
import Testing

@Suite struct TaxonomyClassifierTests {
    private typealias Settings = TaxonomySettings

    private func project(_ id: Int64?, _ name: String, former: [String] = []) -> Project {
        Project(
            id: id.map(RepositoryID.init(rawValue:)) ?? .unidentified(name: name),
            repository: name,
            formerNames: former,
            scores: [],
            admission: "included"
        )
    }

    private func entry(_ id: Int64?, _ name: String?, _ project: String? = nil) -> Settings.Entry {
        Settings.Entry(
            RepositoryReference(id: id.map(RepositoryID.init(rawValue:)), name: name),
            project: project
        )
    }

    /// The labels that a domain with these entries gives, as repository and rule.
    private func labels(_ entries: [Settings.Entry], _ projects: [Project]) -> [String] {
        let settings = Settings(layers: [.init(name: "L", domains: [.init(name: "D", repositories: entries)])])
        let classifier = TaxonomyClassifier(configuration: settings, context: PluginContext(landscape: "test"))
        let names = Dictionary(projects.map { ($0.id, $0.repository) }) { first, _ in first }
        return classifier.classify(projects).map { "\(names[$0.project] ?? "?"): \($0.rule)" }
    }

    @Test func aRepositoryThatTookOverAListedNameIsNotTheOneListed() {
        let listed = [entry(943_934_999, "mannaandpoem/OpenManus", "OpenManus")]
        let moved = project(943_934_999, "FoundationAgents/OpenManus", former: ["mannaandpoem/OpenManus"])
        let namesake = project(983_424_243, "mannaandpoem/OpenManus")
        #expect(labels(listed, [moved, namesake]) == ["FoundationAgents/OpenManus: taxonomy: listed by id"])
        #expect(labels(listed, [namesake]) == [])
    }

    @Test func namesDecideWithoutRegardToCaseWhereThereIsNoNumber() {
        let listed = [entry(nil, "LangGenius/Dify")]
        #expect(labels(listed, [project(1, "langgenius/dify")]) == ["langgenius/dify: taxonomy: listed by name"])
        #expect(labels(listed, [project(1, "new/dify", former: ["x/y", "langgenius/DIFY"])]).count == 1)
        #expect(labels(listed, [project(1, "langgenius/dify2")]) == [])
    }

    @Test func aNameBelongsToTheProjectThatBearsItNow() {
        let listed = [entry(nil, "old/name")]
        let moved = project(1, "new/name", former: ["old/name"])
        let namesake = project(2, "Old/Name")
        #expect(labels(listed, [moved, namesake]) == ["Old/Name: taxonomy: listed by name"])
        #expect(labels(listed, [namesake, moved]) == ["Old/Name: taxonomy: listed by name"])
        #expect(labels(listed, [moved]) == ["new/name: taxonomy: listed by name"])
    }

    @Test func aProjectWithoutNumberIsFoundByNameUnlessTheNumberIsThere() {
        let listed = [entry(197_111_520, "flyteorg/flyte")]
        let nameless = project(nil, "flyteorg/Flyte")
        #expect(labels(listed, [nameless]) == ["flyteorg/Flyte: taxonomy: listed by name"])
        let moved = project(197_111_520, "unionai/flyte", former: ["flyteorg/flyte"])
        #expect(labels(listed, [nameless, moved]) == ["unionai/flyte: taxonomy: listed by id"])
    }

    @Test func everyLabelSaysWhereWithFullConfidence() throws {
        let settings = Settings(layers: [
            .init(
                name: "Application",
                domains: [
                    .init(
                        name: "Agents",
                        repositories: [entry(1, "a/a", "First")],
                        subdomains: [.init(name: "SDK", repositories: [entry(2, "b/b")])]
                    )
                ]
            )
        ])
        let classifier = TaxonomyClassifier(configuration: settings, context: PluginContext(landscape: "test"))
        let direct = TaxonomyPath(layer: "Application", domain: "Agents")
        let below = TaxonomyPath(layer: "Application", domain: "Agents", subdomain: "SDK")
        #expect(
            classifier.classify([project(2, "b/b"), project(1, "a/a")]) == [
                DomainLabel(
                    project: RepositoryID(rawValue: 2),
                    path: below,
                    confidence: 1,
                    rule: "taxonomy: listed by id"
                ),
                DomainLabel(
                    project: RepositoryID(rawValue: 1),
                    path: direct,
                    title: "First",
                    confidence: 1,
                    rule: "taxonomy: listed by id"
                ),
            ]
        )
        #expect(classifier.taxonomy == [direct, below])
        #expect(classifier.candidates.map(\.name) == ["a/a", "b/b"])
    }

    @Test func aDomainWhoseProjectsAllLieInSubdomainsIsNoPlace() {
        let settings = Settings(layers: [
            .init(
                name: "L",
                domains: [
                    .init(name: "Full", subdomains: [.init(name: "S", repositories: [])]), .init(name: "Empty"),
                ]
            )
        ])
        let classifier = TaxonomyClassifier(configuration: settings, context: PluginContext(landscape: "test"))
        #expect(
            classifier.taxonomy == [
                TaxonomyPath(layer: "L", domain: "Full", subdomain: "S"), TaxonomyPath(layer: "L", domain: "Empty"),
            ]
        )
    }
}
