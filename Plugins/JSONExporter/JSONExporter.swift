// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel
package import PanoramaPluginKit

/// Writes all that is known of a landscape as `landscape.json`.
package struct JSONExporter: Exporter {
    /// The name it is chosen by.
    package static let id: PluginID = "json"

    /// What it is for.
    package static let summary = "Writes the landscape with every number as landscape.json"

    /// Makes the exporter.
    package init(configuration: NoSettings, context: PluginContext) {}

    /// Gives `landscape.json`.
    package func export(_ landscape: Landscape) -> [ExportedFile] {
        [ExportedFile(path: "landscape.json", bytes: LandscapeDocument(landscape).value.document)]
    }
}
