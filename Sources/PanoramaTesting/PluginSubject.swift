// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
public import PanoramaPluginKit

/// A plugin type under test, its role erased: settings and a landscape in, an outcome out.
public struct PluginSubject: Sendable {
    /// What the plugin does.
    public let role: PluginCatalog.Role
    /// The name it is chosen by.
    public let id: PluginID
    /// What it is for, in one line.
    public let summary: String
    /// The settings with their defaults.
    public let defaults: any PluginConfiguration

    /// Runs a plugin that is made.
    typealias Work = @Sendable (Landscape) async throws -> PluginOutcome

    let decode: @Sendable (any PluginSettings) throws -> any PluginConfiguration
    let make: @Sendable (any PluginConfiguration) throws -> Work

    /// Puts a classifier under test.
    public init<P: Classifier>(classifier type: P.Type) {
        self.init(type, .classify) { plugin in
            { try await PluginOutcome(labels: plugin.classify($0.projects), taxonomy: plugin.taxonomy) }
        }
    }

    /// Puts a detector under test.
    public init<P: TrendDetector>(detector type: P.Type) {
        self.init(type, .detect) { plugin in { try await PluginOutcome(findings: plugin.detect(in: $0.history)) } }
    }

    /// Puts an exporter under test.
    public init<P: Exporter>(exporter type: P.Type) {
        self.init(type, .export) { plugin in { try await PluginOutcome(files: plugin.export($0)) } }
    }

    private init<P: Plugin>(_ type: P.Type, _ role: PluginCatalog.Role, work: @escaping @Sendable (P) -> Work) {
        self.role = role
        id = P.id
        summary = P.summary
        defaults = P.Configuration()
        decode = { try $0.decode(P.Configuration.self) }
        make = { configuration in
            guard let configuration = configuration as? P.Configuration else {
                throw PluginError("expected settings of type \(P.Configuration.self)")
            }
            return work(try P(configuration: configuration, context: PluginContext(landscape: "test")))
        }
    }
}
