// SPDX-License-Identifier: Apache-2.0

/// A place in the taxonomy a landscape is drawn in: layer, domain and, where there is one, subdomain.
public struct TaxonomyPath: Hashable, Sendable, Codable {
    /// The layer, such as *Infrastructure*.
    public var layer: String
    /// The domain, such as *Serving*.
    public var domain: String
    /// The subdomain, such as *Inference Engine*.
    public var subdomain: String?

    /// Makes a path.
    public init(layer: String, domain: String, subdomain: String? = nil) {
        self.layer = layer
        self.domain = domain
        self.subdomain = subdomain
    }
}

/// What a classifier says of one project: where it belongs, how sure that is, and which rule said so.
public struct DomainLabel: Hashable, Sendable, Codable {
    /// The project the label is for.
    public var project: RepositoryID
    /// Where it belongs.
    public var path: TaxonomyPath
    /// The project's name for people, such as *vLLM*; `nil` leaves the repository's own.
    public var title: String?
    /// How sure the classifier is, from 0 to 1; 1 for a curator's word.
    public var confidence: Double
    /// The rule in words, such as `taxonomy: listed by id`.
    public var rule: String

    /// Makes a label.
    public init(project: RepositoryID, path: TaxonomyPath, title: String? = nil, confidence: Double, rule: String) {
        self.project = project
        self.path = path
        self.title = title
        self.confidence = confidence
        self.rule = rule
    }
}
