// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel
package import PanoramaPluginKit

/// A landscape to be made: its settings and its plugins, ready to work.
package struct LandscapePlan: Sendable {
    /// What is configured apart from the plugins.
    package var settings: LandscapeSettings
    /// The plugins in the order configured.
    package var plugins: PluginSet
    /// Everything that is configured for it, as one text: equal texts, equal behaviour.
    package var configurationText: String

    package init(settings: LandscapeSettings, plugins: PluginSet, configurationText: String) {
        self.settings = settings
        self.plugins = plugins
        self.configurationText = configurationText
    }
}
