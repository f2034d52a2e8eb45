// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
package import PanoramaPluginKit

extension Configuration {
    /// Reads a configuration file and the files it names, and makes the plugins it configures.
    ///
    /// - Parameters:
    ///   - path: the file, absolute or relative to the working directory.
    ///   - catalog: the plugins to choose from.
    /// - Returns: the configuration, checked, with its plugins made.
    /// - Throws: ``ConfigurationError`` with everything that is wrong.
    package static func load(path: String, catalog: PluginCatalog) throws(ConfigurationError) -> Configuration {
        let report = Diagnostics()
        let files = IncludedFiles(report: report)
        if let root = files.root(path), let mapping = MappingReader(root, of: "configuration", report: report) {
            let reader = ConfigurationReader(
                fields: mapping,
                path: FilePath.absolute(path),
                catalog: catalog,
                files: files,
                report: report
            )
            if let configuration = reader.read(), !report.hasErrors { return configuration }
        }
        throw ConfigurationError(diagnostics: report.errors)
    }
}
