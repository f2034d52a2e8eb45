// SPDX-License-Identifier: Apache-2.0

public import PanoramaModel

/// A part of Panorama that people choose and configure in YAML: a classifier, a detector or an exporter.
///
/// A plugin is made once per entry of the configuration and then called with whole batches. It sees the model and its own
/// settings, nothing else: no file system, no clock, no other plugin. Its output must depend on its input alone, and not
/// on the order of that input.
public protocol Plugin: Sendable {
    /// The settings it takes.
    associatedtype Configuration: PluginConfiguration

    /// The name it is chosen by, such as `year-over-year`.
    static var id: PluginID { get }

    /// What it is for, in one line.
    static var summary: String { get }

    /// Makes the plugin; does no work yet.
    ///
    /// - Throws: ``PluginError`` when it cannot work with these settings.
    init(configuration: Configuration, context: PluginContext) throws
}

/// A plugin that says where projects belong.
public protocol Classifier: Plugin {
    /// Repositories the classifier knows by name or number: the candidates of a landscape without discovery.
    var candidates: [RepositoryReference] { get }

    /// The places of its taxonomy in the order they are drawn.
    var taxonomy: [TaxonomyPath] { get }

    /// Labels the projects it knows; at most one label a project, others are left out.
    func classify(_ projects: [Project]) async throws -> [DomainLabel]
}

extension Classifier {
    /// None.
    public var candidates: [RepositoryReference] { [] }
    /// None.
    public var taxonomy: [TaxonomyPath] { [] }
}

/// A plugin that finds trends in a landscape's history.
public protocol TrendDetector: Plugin {
    /// Finds trends; findings carry the detector's own id and are ordered by kind and place.
    func detect(in history: LandscapeHistory) async throws -> [Finding]
}

/// A plugin that draws a landscape as files.
public protocol Exporter: Plugin {
    /// Draws the files; the host writes them, so a plugin cannot leave half a file.
    func export(_ landscape: Landscape) async throws -> [ExportedFile]
}
