// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import PanoramaPluginKit
import PanoramaTesting
import Testing

@testable import HTMLExporter

@Suite struct CompatibilityTests {
    private static let folder: String = {
        let parts = #filePath.split(separator: "/").dropLast(3)
        return "/" + parts.joined(separator: "/") + "/Plugins/HTMLExporter"
    }()

    /// The settings of the one case; reading them from YAML is tested with the configuration.
    private static let suite = PluginCompatibility(PluginSubject(exporter: HTMLExporter.self), folder: folder) { file in
        var settings = HTMLExporterSettings()
        if file.contains("/Cases/small/") {
            settings.top = 2
            settings.theme = .light
        }
        return ReadySettings(settings)
    }

    @Test(.timeLimit(.minutes(2))) func theExporterKeepsThePromisesOfPlugins() async {
        let failures = await Self.suite.failures()
        #expect(failures == [])
    }
}
