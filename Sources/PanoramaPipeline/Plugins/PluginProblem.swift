// SPDX-License-Identifier: Apache-2.0

package import PanoramaPluginKit

/// A plugin failed; its part is left out of the edition and everything else is there.
package struct PluginProblem: Hashable, Sendable {
    /// The plugin.
    package var plugin: PluginID
    /// What went wrong.
    package var message: String

    package init(_ plugin: PluginID, _ error: any Error) {
        self.plugin = plugin
        message = "\(error)"
    }
}
