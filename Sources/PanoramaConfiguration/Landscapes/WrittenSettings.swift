// SPDX-License-Identifier: Apache-2.0

import PanoramaPluginKit

/// The settings of one plugin as a person wrote them.
final class WrittenSettings: PluginSettings {
    /// The settings are wrong, and everything that is has been reported.
    struct Rejected: Error {}

    private let node: YAMLNode
    private let report: Diagnostics

    /// All settings, defaults included, in canonical text, once they were decoded.
    private(set) var canonicalText: String?

    /// Wraps a mapping.
    init(_ node: YAMLNode, report: Diagnostics) {
        self.node = node
        self.report = report
    }

    func decode<Settings: PluginConfiguration>(_ type: Settings.Type) throws -> Settings {
        guard let settings = SettingsReader(written: node, report: report).read(type) else { throw Rejected() }
        canonicalText = CanonicalText.of(try SettingsEncoder.node(of: settings))
        return settings
    }
}
