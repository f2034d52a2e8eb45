// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel
package import PanoramaPluginKit

/// Puts projects where a curator listed them.
///
/// The number of a repository decides, since names move: a repository that took over a listed name is not the one listed.
/// Names decide where an entry gives no number, and for projects whose number no source gave.
package struct TaxonomyClassifier: Classifier {
    /// The name it is chosen by.
    package static let id: PluginID = "taxonomy"

    /// What it is for.
    package static let summary = "Puts each repository into the layer, domain and subdomain a curator listed it in"

    /// The repositories listed, in drawing order.
    package let candidates: [RepositoryReference]

    /// The places in drawing order.
    package let taxonomy: [TaxonomyPath]

    private let listings: [Listing]
    private let byID: [RepositoryID: Int]

    /// A repository in its place.
    private struct Listing {
        var reference: RepositoryReference
        var path: TaxonomyPath
        var title: String?
    }

    /// Makes the classifier; where a repository is listed twice, the first place counts.
    package init(configuration: TaxonomySettings, context: PluginContext) {
        let places = configuration.places
        listings = places.flatMap { place in
            place.entries.map { Listing(reference: $0.reference, path: place.path, title: $0.project) }
        }
        candidates = listings.map(\.reference)
        var seen: Set<TaxonomyPath> = []
        taxonomy = places.map(\.path).filter { seen.insert($0).inserted }
        let numbered = listings.enumerated().compactMap { index, listing in listing.reference.id.map { ($0, index) } }
        byID = Dictionary(numbered) { first, _ in first }
    }

    /// Labels the projects that are listed, in the order given.
    ///
    /// - Complexity: O(projects + repositories listed).
    package func classify(_ projects: [Project]) -> [DomainLabel] {
        let byName = listingsByName(without: Set(projects.map(\.id)))
        let bornNow = Set(projects.map { $0.repository.lowercased() })
        return projects.compactMap { project in
            if let index = byID[project.id] { return label(project, index, "taxonomy: listed by id") }
            for name in [project.repository] + project.formerNames.reversed() {
                let key = name.lowercased()
                // A name that another project bears today is that project's.
                if name != project.repository, bornNow.contains(key) { continue }
                guard let index = byName[key] else { continue }
                if listings[index].reference.id == nil || !project.id.isIdentified {
                    return label(project, index, "taxonomy: listed by name")
                }
            }
            return nil
        }
    }

    /// The listings that names may settle: those without a number, and those whose number no given project bears.
    private func listingsByName(without given: Set<RepositoryID>) -> [String: Int] {
        var byName: [String: Int] = [:]
        for (index, listing) in listings.enumerated() {
            guard let name = listing.reference.name?.lowercased() else { continue }
            if let id = listing.reference.id, given.contains(id) { continue }
            if byName[name] == nil { byName[name] = index }
        }
        return byName
    }

    private func label(_ project: Project, _ index: Int, _ rule: String) -> DomainLabel {
        let listing = listings[index]
        return DomainLabel(
            project: project.id,
            path: listing.path,
            title: listing.title,
            confidence: 1,
            rule: rule
        )
    }
}
