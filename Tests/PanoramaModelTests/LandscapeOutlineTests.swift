// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import Testing

@Suite struct LandscapeOutlineTests {
    private func project(_ rank: Int, _ path: TaxonomyPath?) -> Project {
        let id = RepositoryID(rawValue: Int64(rank))
        var project = Project(id: id, repository: "a/\(rank)", scores: [], admission: "included")
        project.rank = rank
        project.openrank = 100 / Double(rank)
        project.label = path.map { DomainLabel(project: id, path: $0, confidence: 1, rule: "test") }
        return project
    }

    private func outline(_ projects: [Project], _ taxonomy: [TaxonomyPath]) -> [String] {
        let window = MonthSpan(Month(ordinal: 2025 * 12))
        let landscape = Landscape(
            id: "test",
            title: "Test",
            edition: "1",
            scores: "computed",
            preset: "test",
            history: LandscapeHistory(months: [], window: window, projects: projects),
            taxonomy: taxonomy
        )
        return LandscapeOutline(landscape).layers.flatMap { layer in
            layer.domains.flatMap { domain in
                domain.subdomains.map { subdomain in
                    let ranks = subdomain.projects.map { "\($0.rank)" }.joined(separator: " ")
                    return "\(layer.name)/\(domain.name)/\(subdomain.name ?? "-"): \(ranks)"
                }
            }
        }
    }

    private let serving = TaxonomyPath(layer: "Infrastructure", domain: "Serving")
    private let engines = TaxonomyPath(layer: "Infrastructure", domain: "Serving", subdomain: "Engine")
    private let agents = TaxonomyPath(layer: "Application", domain: "Agents")

    @Test func followsTheOrderOfTheTaxonomyAndRanksWithin() {
        let projects = [project(4, agents), project(1, engines), project(3, serving), project(2, engines)]
        #expect(
            outline(projects, [serving, engines, agents]) == [
                "Infrastructure/Serving/-: 3", "Infrastructure/Serving/Engine: 1 2", "Application/Agents/-: 4",
            ]
        )
    }

    @Test func leavesOutPlacesWithoutProjects() {
        #expect(outline([project(1, agents)], [serving, agents]) == ["Application/Agents/-: 1"])
        #expect(outline([], [serving]) == [])
    }

    @Test func labelsOutsideTheTaxonomyComeAfterItAndThoseWithoutLabelLast() {
        let other = TaxonomyPath(layer: "Zoo", domain: "Other")
        let projects = [project(1, nil), project(2, other), project(3, agents), project(4, serving)]
        #expect(
            outline(projects, [serving]) == [
                "Infrastructure/Serving/-: 4", "Application/Agents/-: 3", "Zoo/Other/-: 2",
                "Unclassified/Unclassified/-: 1",
            ]
        )
    }

    @Test func aPlaceThatTwoTaxonomiesListIsDrawnOnce() {
        let unclassified = TaxonomyPath(
            layer: LandscapeOutline.unclassified,
            domain: LandscapeOutline.unclassified
        )
        #expect(
            outline([project(1, serving), project(2, nil)], [serving, unclassified, serving]) == [
                "Infrastructure/Serving/-: 1", "Unclassified/Unclassified/-: 2",
            ]
        )
    }

    @Test func theProjectsOfADomainAreThoseOfAllItsSubdomainsByRank() throws {
        let window = MonthSpan(Month(ordinal: 2025 * 12))
        let projects = [project(3, engines), project(2, serving), project(1, engines)]
        let landscape = Landscape(
            id: "test",
            title: "Test",
            edition: "1",
            scores: "computed",
            preset: "test",
            history: LandscapeHistory(months: [], window: window, projects: projects),
            taxonomy: [serving, engines]
        )
        let domain = try #require(LandscapeOutline(landscape).layers.first?.domains.first)
        #expect(domain.projects.map(\.rank) == [1, 2, 3])
    }
}
