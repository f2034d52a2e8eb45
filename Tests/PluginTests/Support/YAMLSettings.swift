// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaConfiguration
import PanoramaModel
import PanoramaPluginKit
import PanoramaTesting

/// Settings of a plugin, read from YAML the way the program reads them: as an entry of a landscape in a configuration.
enum YAMLSettings {
    /// The settings of a classifier from a file with a complete entry.
    static func source<P: Classifier>(classifier type: P.Type) -> SettingsSource {
        { file in
            var catalog = PluginCatalog()
            catalog.add(ClassifierProbe<P>.self)
            return try settings(file, catalog, of: ClassifierProbe<P>.self)
        }
    }

    /// The settings of a detector from a file with a complete entry.
    static func source<P: TrendDetector>(detector type: P.Type) -> SettingsSource {
        { file in
            var catalog = PluginCatalog()
            catalog.add(DetectorProbe<P>.self)
            return try settings(file, catalog, of: DetectorProbe<P>.self)
        }
    }

    /// The settings of an exporter from a file with a complete entry.
    static func source<P: Exporter>(exporter type: P.Type) -> SettingsSource {
        { file in
            var catalog = PluginCatalog()
            catalog.add(ExporterProbe<P>.self)
            return try settings(file, catalog, of: ExporterProbe<P>.self)
        }
    }

    /// The settings of a plugin from the text of an entry.
    static func decode<P: Classifier>(_ entry: String, classifier type: P.Type) throws -> P.Configuration {
        var catalog = PluginCatalog()
        catalog.add(ClassifierProbe<P>.self)
        return try plugin(entry, catalog, as: ClassifierProbe<P>.self).configuration
    }

    /// The settings of a plugin from the text of an entry.
    static func decode<P: TrendDetector>(_ entry: String, detector type: P.Type) throws -> P.Configuration {
        var catalog = PluginCatalog()
        catalog.add(DetectorProbe<P>.self)
        return try plugin(entry, catalog, as: DetectorProbe<P>.self).configuration
    }

    private static func settings<Probe: SettingsProbe>(
        _ file: String,
        _ catalog: PluginCatalog,
        of probe: Probe.Type
    ) throws -> any PluginSettings {
        let entry = try String(contentsOf: URL(filePath: file), encoding: .utf8)
        return ReadySettings(try plugin(entry, catalog, as: probe).configuration)
    }

    private static func plugin<Probe: SettingsProbe>(
        _ entry: String,
        _ catalog: PluginCatalog,
        as probe: Probe.Type
    ) throws -> Probe {
        let folder = FileManager.default.temporaryDirectory.appending(path: "panorama-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let lines = entry.split(separator: "\n", omittingEmptySubsequences: false).map { "        \($0)" }
        let text = """
            inbox: inbox
            state: state
            output: output
            landscapes:
              test:
                title: Test
                plugins:
                  -
            \(lines.joined(separator: "\n"))
            """
        let path = folder.appending(path: "panorama.yaml")
        try Data(text.utf8).write(to: path)
        let configuration = try Configuration.load(path: path.path(percentEncoded: false), catalog: catalog)
        guard let plugins = configuration.landscapes.first?.plugins else { throw PluginError("no landscape") }
        let made: [any Plugin] = plugins.classifiers + plugins.detectors + plugins.exporters
        guard made.count == 1, let probe = made.first as? Probe else { throw PluginError("expected one \(Probe.id)") }
        return probe
    }
}

/// A stand-in for a plugin under its name that keeps the settings it is given.
private protocol SettingsProbe: Plugin {
    var configuration: Configuration { get }
}

private struct ClassifierProbe<Base: Classifier>: Classifier, SettingsProbe {
    static var id: PluginID { Base.id }
    static var summary: String { Base.summary }
    var configuration: Base.Configuration

    init(configuration: Base.Configuration, context: PluginContext) { self.configuration = configuration }

    func classify(_ projects: [Project]) -> [DomainLabel] { [] }
}

private struct DetectorProbe<Base: TrendDetector>: TrendDetector, SettingsProbe {
    static var id: PluginID { Base.id }
    static var summary: String { Base.summary }
    var configuration: Base.Configuration

    init(configuration: Base.Configuration, context: PluginContext) { self.configuration = configuration }

    func detect(in history: LandscapeHistory) -> [Finding] { [] }
}

private struct ExporterProbe<Base: Exporter>: Exporter, SettingsProbe {
    static var id: PluginID { Base.id }
    static var summary: String { Base.summary }
    var configuration: Base.Configuration

    init(configuration: Base.Configuration, context: PluginContext) { self.configuration = configuration }

    func export(_ landscape: Landscape) -> [ExportedFile] { [] }
}
