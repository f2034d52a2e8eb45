// SPDX-License-Identifier: Apache-2.0

/// A landscape as it is drawn: layers, in them domains, in them subdomains, in them projects by rank.
public struct LandscapeOutline: Hashable, Sendable {
    /// A layer and its domains.
    public struct Layer: Hashable, Sendable {
        /// The name; ``LandscapeOutline/unclassified`` for projects without a label.
        public var name: String
        /// The domains in drawing order.
        public var domains: [Domain]
    }

    /// A domain and its subdomains.
    public struct Domain: Hashable, Sendable {
        /// The name.
        public var name: String
        /// The subdomains in drawing order; a domain without any has one whose name is `nil`.
        public var subdomains: [Subdomain]
        /// The projects of all subdomains, by rank.
        public var projects: [Project] { subdomains.flatMap(\.projects).sorted { $0.rank < $1.rank } }
    }

    /// A subdomain and its projects.
    public struct Subdomain: Hashable, Sendable {
        /// The name; `nil` for projects directly in the domain.
        public var name: String?
        /// The projects by rank.
        public var projects: [Project]
    }

    /// The name of the layer and domain that hold projects without a label.
    public static let unclassified = "Unclassified"

    /// The layers in drawing order; places without a project are left out.
    public var layers: [Layer]

    /// Groups the projects of a landscape by their labels, in the order of its taxonomy.
    ///
    /// Labels that the taxonomy does not hold come after it, by name; projects without a label come last.
    ///
    /// - Complexity: O(projects · log(projects)).
    public init(_ landscape: Landscape) {
        let unclassifiedPath = TaxonomyPath(layer: Self.unclassified, domain: Self.unclassified)
        var members = Dictionary(grouping: landscape.projects) { $0.label?.path ?? unclassifiedPath }
        let known = Set(landscape.taxonomy)
        let unknown = members.keys.filter { !known.contains($0) && $0 != unclassifiedPath }
            .sorted { ($0.layer, $0.domain, $0.subdomain ?? "") < ($1.layer, $1.domain, $1.subdomain ?? "") }
        layers = []
        for path in landscape.taxonomy + unknown + [unclassifiedPath] {
            guard let projects = members.removeValue(forKey: path) else { continue }
            let layer = layers.firstIndex { $0.name == path.layer } ?? layers.endIndex
            if layer == layers.endIndex { layers.append(Layer(name: path.layer, domains: [])) }
            let domain = layers[layer].domains.firstIndex { $0.name == path.domain } ?? layers[layer].domains.endIndex
            if domain == layers[layer].domains.endIndex {
                layers[layer].domains.append(Domain(name: path.domain, subdomains: []))
            }
            layers[layer].domains[domain].subdomains.append(
                Subdomain(name: path.subdomain, projects: projects.sorted { $0.rank < $1.rank })
            )
        }
    }
}
