// SPDX-License-Identifier: Apache-2.0

import PanoramaConfiguration
import PanoramaModel
import PanoramaPluginKit
import TaxonomyClassifier
import Testing

@Suite struct TaxonomySettingsTests {
    private func decode(_ layers: String) throws -> TaxonomySettings {
        try YAMLSettings.decode("classify: taxonomy\n\(layers)", classifier: TaxonomyClassifier.self)
    }

    /// What is reported of an entry, without places.
    private func mistakes(_ layers: String) throws -> [String] {
        let error = try #require(throws: ConfigurationError.self) { try decode(layers) }
        return error.diagnostics.map(\.message)
    }

    private func reference(_ id: Int64?, _ name: String?) -> RepositoryReference {
        RepositoryReference(id: id.map(RepositoryID.init(rawValue:)), name: name)
    }

    @Test func repositoriesAreMappingsNumbersOrNames() throws {
        let settings = try decode(
            """
            layers:
              - name: Application
                domains:
                  - name: Agents
                    repositories:
                      - { id: 1, repository: a/b, project: A }
                      - { repository: c/d }
                      - 65600975
                      - langgenius/dify
                    subdomains:
                      - name: SDK
                        repositories: [e/f]
            """
        )
        let domain = try #require(settings.layers.first?.domains.first)
        #expect(
            domain.repositories == [
                TaxonomySettings.Entry(reference(1, "a/b"), project: "A"),
                TaxonomySettings.Entry(reference(nil, "c/d")),
                TaxonomySettings.Entry(reference(65_600_975, nil)),
                TaxonomySettings.Entry(reference(nil, "langgenius/dify")),
            ]
        )
        #expect(domain.subdomains.map(\.name) == ["SDK"])
        #expect(settings.problems() == [])
    }

    @Test(arguments: [
        "layers:\n  - { name: A, domain: [] }",
        "layers:\n  - { name: A, domains: [{ name: D, repository: [] }] }",
        "layers:\n  - { name: A, domains: [{ name: D, repositories: [{ id: 1, projekt: P }] }] }",
        "layers:\n  - { name: A, domains: [{ name: D, repositories: [pytorch] }] }",
        "layers:\n  - { name: A, domains: [{ name: D, repositories: [{ project: P }] }] }",
        "layers:\n  - { name: A, domains: [{ name: D, repositories: [{ id: 0, repository: a/b }] }] }",
        "layers:\n  - { domains: [] }", "layers: 5", "layers: []",
    ])
    func oneMistakeGivesOneMessage(_ layers: String) throws {
        let found = try mistakes(layers)
        #expect(found.count == 1, "\(found)")
    }

    @Test func withoutLayersThereIsNothingToDo() {
        let problems = TaxonomySettings().problems()
        #expect(problems.map(\.path) == [["layers"]])
    }

    @Test func emptyNamesAreReportedWithTheirPlaces() {
        let settings = TaxonomySettings(layers: [
            .init(
                name: "",
                domains: [
                    .init(name: "D", repositories: [.init(reference(1, nil), project: " ")]),
                    .init(name: "\t", subdomains: [.init(name: "", repositories: [])]),
                ]
            )
        ])
        #expect(
            Set(settings.problems().map(\.path)) == [
                ["layers", "0", "name"], ["layers", "0", "domains", "1", "name"],
                ["layers", "0", "domains", "1", "subdomains", "0", "name"],
                ["layers", "0", "domains", "0", "repositories", "0", "project"],
            ]
        )
    }

    @Test func namesGivenTwiceAreReportedAtTheSecond() {
        let twice = TaxonomySettings.Subdomain(name: "S", repositories: [])
        let settings = TaxonomySettings(layers: [
            .init(name: "A", domains: [.init(name: "D"), .init(name: "E", subdomains: [twice])]),
            .init(name: "B", domains: [.init(name: "F", subdomains: [twice, twice]), .init(name: "D")]),
            .init(name: "A", domains: [.init(name: "F")]),
        ])
        let problems = Dictionary(settings.problems().map { ($0.path, $0.message) }) { first, _ in first }
        #expect(
            Set(problems.keys) == [
                ["layers", "1", "domains", "0", "subdomains", "1", "name"],
                ["layers", "1", "domains", "1", "name"], ["layers", "2", "name"],
                ["layers", "2", "domains", "0", "name"],
            ]
        )
        #expect(
            problems[["layers", "1", "domains", "1", "name"]]
                == "the domain 'D' is listed twice, in layer 'A' and in layer 'B'; give the two different names"
        )
    }

    @Test(arguments: [
        (RepositoryReference(id: RepositoryID(rawValue: 1), name: "a/b"), true),
        (RepositoryReference(id: RepositoryID(rawValue: 1), name: "other/name"), true),
        (RepositoryReference(id: RepositoryID(rawValue: 1)), true),
        (RepositoryReference(name: "A/B"), true),
        (RepositoryReference(id: RepositoryID(rawValue: 2), name: "a/b"), false),
        (RepositoryReference(name: "a/c"), false),
    ])
    func aRepositoryInTwoPlacesIsReportedWithBoth(_ second: RepositoryReference, _ isTheSame: Bool) {
        let settings = TaxonomySettings(layers: [
            .init(
                name: "L",
                domains: [
                    .init(name: "D", repositories: [.init(reference(1, "a/b"))]),
                    .init(name: "E", subdomains: [.init(name: "S", repositories: [.init(second)])]),
                ]
            )
        ])
        let expected = SettingProblem(
            ["layers", "0", "domains", "1", "subdomains", "0", "repositories", "0"],
            "the repository \(second) is listed in 'L' › 'D' and in 'L' › 'E' › 'S'; keep one of them"
        )
        #expect(settings.problems() == (isTheSame ? [expected] : []))
    }

    @Test func aRepositoryTwiceInOnePlaceIsReported() {
        let twice = [TaxonomySettings.Entry(reference(1, "a/b")), TaxonomySettings.Entry(reference(nil, "a/B"))]
        let settings = TaxonomySettings(layers: [.init(name: "L", domains: [.init(name: "D", repositories: twice)])])
        #expect(
            settings.problems().map(\.message) == ["the repository a/B is listed twice in 'L' › 'D'; keep one of them"]
        )
    }
}
