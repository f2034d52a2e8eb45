// SPDX-License-Identifier: Apache-2.0

import CSVExporter
import Foundation
import JSONExporter
import MarkdownExporter
import PanoramaPluginKit
import PanoramaTesting
import TaxonomyClassifier
import Testing
import YearOverYearDetector

/// A plugin of the project with its folder.
struct TestedPlugin: Sendable, CustomTestStringConvertible {
    /// The name of the folder, which is that of the target.
    var name: String
    /// The suite for it.
    var suite: PluginCompatibility

    var testDescription: String { name }

    /// The plugins that this target tests.
    static let all = [
        TestedPlugin(classifier: TaxonomyClassifier.self),
        TestedPlugin(detector: YearOverYearDetector.self),
        TestedPlugin(exporter: JSONExporter.self),
        TestedPlugin(exporter: CSVExporter.self),
        TestedPlugin(exporter: MarkdownExporter.self),
    ]

    private init<P: Classifier>(classifier type: P.Type) {
        self.init("\(type)", PluginSubject(classifier: type), YAMLSettings.source(classifier: type))
    }

    private init<P: TrendDetector>(detector type: P.Type) {
        self.init("\(type)", PluginSubject(detector: type), YAMLSettings.source(detector: type))
    }

    private init<P: Exporter>(exporter type: P.Type) {
        self.init("\(type)", PluginSubject(exporter: type), YAMLSettings.source(exporter: type))
    }

    private init(_ name: String, _ subject: PluginSubject, _ settings: @escaping SettingsSource) {
        self.name = name
        suite = PluginCompatibility(subject, folder: "\(Self.root)/Plugins/\(name)", settings: settings)
    }

    /// The folder of the package.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path(percentEncoded: false)
}
