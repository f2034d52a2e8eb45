// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel
import PanoramaPluginKit

/// The settings of the classifier: the taxonomy itself.
package struct TaxonomySettings: PluginConfiguration, Hashable {
    /// A layer and its domains.
    package struct Layer: Codable, Hashable, Sendable {
        /// The name.
        package var name: String
        /// The domains in drawing order.
        package var domains: [Domain]

        /// Makes a layer.
        package init(name: String, domains: [Domain]) {
            self.name = name
            self.domains = domains
        }
    }

    /// A domain with its repositories, those of its subdomains apart.
    package struct Domain: Hashable, Sendable {
        /// The name.
        package var name: String
        /// The repositories that belong to no subdomain.
        package var repositories: [Entry]
        /// The subdomains in drawing order.
        package var subdomains: [Subdomain]

        /// Makes a domain.
        package init(name: String, repositories: [Entry] = [], subdomains: [Subdomain] = []) {
            self.name = name
            self.repositories = repositories
            self.subdomains = subdomains
        }
    }

    /// A subdomain and its repositories.
    package struct Subdomain: Codable, Hashable, Sendable {
        /// The name.
        package var name: String
        /// The repositories.
        package var repositories: [Entry]

        /// Makes a subdomain.
        package init(name: String, repositories: [Entry]) {
            self.name = name
            self.repositories = repositories
        }
    }

    /// A repository, with its name for people where that is not the repository's own.
    package struct Entry: Hashable, Sendable {
        /// Which repository.
        package var reference: RepositoryReference
        /// The project's name for people.
        package var project: String?

        /// Makes an entry.
        package init(_ reference: RepositoryReference, project: String? = nil) {
            self.reference = reference
            self.project = project
        }
    }

    /// The layers in drawing order.
    package var layers: [Layer]

    /// Makes the defaults: no layers, with which the classifier cannot work.
    package init() { layers = [] }

    /// Makes settings with layers.
    package init(layers: [Layer]) { self.layers = layers }
}

extension TaxonomySettings.Domain: Codable {
    private enum CodingKeys: String, CodingKey {
        case name
        case repositories
        case subdomains
    }

    /// Decodes a mapping; both lists may be left out.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        name = try container.decode(String.self, forKey: .name)
        repositories = try container.decodeIfPresent([TaxonomySettings.Entry].self, forKey: .repositories) ?? []
        subdomains = try container.decodeIfPresent([TaxonomySettings.Subdomain].self, forKey: .subdomains) ?? []
    }
}

extension TaxonomySettings.Entry: Codable {
    private enum CodingKeys: String, CodingKey {
        case project
    }

    /// Decodes a mapping with `id`, `repository` and `project`, or a number or name alone.
    package init(from decoder: any Decoder) throws {
        if let container = try? decoder.container(keyedBy: CodingKeys.self) {
            project = try container.decodeIfPresent(String.self, forKey: .project)
            reference = try RepositoryReference(from: decoder)
        } else {
            reference = try decoder.singleValueContainer().decode(RepositoryReference.self)
            project = nil
        }
    }

    /// Encodes the mapping.
    package func encode(to encoder: any Encoder) throws {
        try reference.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(project, forKey: .project)
    }
}
