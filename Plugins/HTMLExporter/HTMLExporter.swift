// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel
package import PanoramaPluginKit

/// Draws a landscape as one page for people: the map, the movers, the domains and the ranking.
///
/// The page is a single file that needs nothing else: styles, script and drawings are in it, and it works from the file
/// system as from a server.
package struct HTMLExporter: Exporter {
    /// The name it is chosen by.
    package static let id: PluginID = "html"

    /// What it is for.
    package static let summary = "Draws the landscape as one self-contained page, index.html, with its map and ranking"

    private let settings: HTMLExporterSettings

    /// Makes the exporter.
    package init(configuration: HTMLExporterSettings, context: PluginContext) { settings = configuration }

    /// Draws the page.
    ///
    /// - Complexity: O(projects · log(projects)) apart from the map, whose rows are searched for, see ``MapLayout``.
    package func export(_ landscape: Landscape) -> [ExportedFile] {
        [ExportedFile(path: "index.html", text: LandscapePage(landscape, settings: settings).document.source)]
    }
}
