// SPDX-License-Identifier: Apache-2.0

package import PanoramaPluginKit

/// The settings of the exporter.
package struct HTMLExporterSettings: PluginConfiguration, Hashable {
    /// The colours of the page.
    package enum Theme: String, Codable, CaseIterable, Sendable {
        /// As the reader's system has it.
        case auto
        /// Dark text on a light ground.
        case light
        /// Light text on a dark ground.
        case dark
    }

    /// How many projects, by rank, stand out on the map and in the ranking; 0 for none.
    package var top = 20
    /// The colours of the page.
    package var theme = Theme.auto

    /// Makes the defaults.
    package init() {}

    /// A number below 0.
    package func problems() -> [SettingProblem] {
        top < 0 ? [SettingProblem(["top"], "'top' must be at least 0, found \(top)")] : []
    }
}
