// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel
package import PanoramaPluginKit

/// Writes a landscape as tables.
package struct CSVExporter: Exporter {
    /// The name it is chosen by.
    package static let id: PluginID = "csv"

    /// What it is for.
    package static let summary = "Writes ranking, series, movers, findings, months and domains as CSV tables"

    /// Makes the exporter.
    package init(configuration: NoSettings, context: PluginContext) {}

    /// Gives the tables.
    package func export(_ landscape: Landscape) -> [ExportedFile] {
        let tables = LandscapeTables(landscape)
        return [
            tables.landscapeTable.file("landscape.csv"),
            tables.scores.file("scores.csv"),
            tables.movers.file("movers.csv"),
            tables.findings.file("findings.csv"),
            tables.months.file("months.csv"),
            tables.domains.file("domains.csv"),
        ]
    }
}
