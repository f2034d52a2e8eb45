// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import PanoramaConfiguration
import PanoramaModel
import PanoramaPluginKit

/// `panorama check`: tells whether the configuration is good.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check the configuration and the files it names.",
        discussion: "Prints every error at once, each as file:line:column, and exits with 78 if there is any."
    )

    @OptionGroup var options: ConfigurationOptions

    func run() async throws {
        try await reportingErrors {
            let configuration = try options.load()
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
}
