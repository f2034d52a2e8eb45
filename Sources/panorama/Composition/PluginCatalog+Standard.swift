// SPDX-License-Identifier: Apache-2.0

import CSVExporter
import HTMLExporter
import JSONExporter
import MarkdownExporter
import PanoramaPluginKit
import TaxonomyClassifier
import YearOverYearDetector

extension PluginCatalog {
    /// The plugins that come with Panorama; a new one is a new line here.
    static var standard: PluginCatalog {
        var catalog = PluginCatalog()
        catalog.add(TaxonomyClassifier.self)
        catalog.add(YearOverYearDetector.self)
        catalog.add(CSVExporter.self)
        catalog.add(HTMLExporter.self)
        catalog.add(JSONExporter.self)
        catalog.add(MarkdownExporter.self)
        return catalog
    }
}
