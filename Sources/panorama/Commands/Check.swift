// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import PanoramaConfiguration
import PanoramaModel
import PanoramaPluginKit

/// `panorama check`: tells whether the configuration is good.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check the configuration and the files it names.",
        discussion: "Prints every error at once, each as file:line:column, and exits with 78 if there is any."
    )

    @OptionGroup var options: ConfigurationOptions

    func run() async throws {
        try await reportingErrors {
            let configuration = try options.load()
            try checkFolders(configuration)
            print("\(options.file): good")
            for landscape in configuration.landscapes {
                let plugins = landscape.plugins
                print(
                    "  \(landscape.settings.id): \(plugins.classifiers.count) classifiers, "
                        + "\(plugins.detectors.count) detectors, \(plugins.exporters.count) exporters, "
                        + "\(plugins.classifiers.flatMap(\.candidates).count) repositories listed"
                )
            }
        }
    }

    /// Tells of folders that are none, and of an inbox that is not there yet.
    private func checkFolders(_ configuration: Configuration) throws {
        var isBad = false
        for (key, path) in [
            ("inbox", configuration.inbox), ("state", configuration.state), ("output", configuration.output),
        ] {
            var isDirectory: ObjCBool = false
            let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
            if exists, !isDirectory.boolValue {
                ExitStatus.say("\(options.file): error: '\(key)' (\(path)) is not a folder; choose another path")
                isBad = true
            } else if !exists, key == "inbox" {
                ExitStatus.say("\(options.file): note: 'inbox' (\(path)) does not exist yet; it will be made")
            }
        }
        if isBad { throw ExitCode(EX_CONFIG) }
    }
}
