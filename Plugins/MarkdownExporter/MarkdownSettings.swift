// SPDX-License-Identifier: Apache-2.0

package import PanoramaPluginKit

/// The settings of the exporter.
package struct MarkdownSettings: PluginConfiguration, Hashable {
    /// The number of projects in the table of the first ones.
    package var top = 20

    /// Makes the defaults.
    package init() {}

    /// A number below 1.
    package func problems() -> [SettingProblem] {
        top < 1 ? [SettingProblem(["top"], "'top' must be at least 1, found \(top)")] : []
    }
}
