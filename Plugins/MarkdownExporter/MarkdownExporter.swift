// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel
package import PanoramaPluginKit

/// Writes a landscape as a report for people, `report.md`.
package struct MarkdownExporter: Exporter {
    /// The name it is chosen by.
    package static let id: PluginID = "markdown"

    /// What it is for.
    package static let summary = "Writes a report with ranking, movers and domains as report.md"

    private let settings: MarkdownSettings

    /// Makes the exporter.
    package init(configuration: MarkdownSettings, context: PluginContext) { settings = configuration }

    /// Gives `report.md`.
    package func export(_ landscape: Landscape) -> [ExportedFile] {
        [ExportedFile(path: "report.md", text: Report(landscape, top: settings.top).text)]
    }
}
