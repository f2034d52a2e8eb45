// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

extension TaxonomySettings {
    /// A place that projects can be in, with what is listed there.
    struct Place {
        /// Where it is drawn.
        var path: TaxonomyPath
        /// The keys in the settings that lead to its list of repositories.
        var keys: [String]
        /// The repositories.
        var entries: [Entry]

        /// The place in words.
        var description: String {
            ([path.layer, path.domain] + (path.subdomain.map { [$0] } ?? [])).map { "'\($0)'" }.joined(separator: " › ")
        }
    }

    /// The places in drawing order: of each domain first what lies in it directly, then its subdomains.
    ///
    /// A domain whose projects all lie in subdomains is no place of its own.
    var places: [Place] {
        var places: [Place] = []
        for (layerIndex, layer) in layers.enumerated() {
            for (domainIndex, domain) in layer.domains.enumerated() {
                let keys = ["layers", "\(layerIndex)", "domains", "\(domainIndex)"]
                if !domain.repositories.isEmpty || domain.subdomains.isEmpty {
                    places.append(
                        Place(
                            path: TaxonomyPath(layer: layer.name, domain: domain.name),
                            keys: keys + ["repositories"],
                            entries: domain.repositories
                        )
                    )
                }
                for (index, subdomain) in domain.subdomains.enumerated() {
                    places.append(
                        Place(
                            path: TaxonomyPath(layer: layer.name, domain: domain.name, subdomain: subdomain.name),
                            keys: keys + ["subdomains", "\(index)", "repositories"],
                            entries: subdomain.repositories
                        )
                    )
                }
            }
        }
        return places
    }
}
