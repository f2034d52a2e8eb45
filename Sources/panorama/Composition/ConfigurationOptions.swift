// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Logging
import PanoramaConfiguration
import PanoramaPipeline
import PanoramaPluginKit

/// The options of every command that works on a configuration.
struct ConfigurationOptions: ParsableArguments {
    @Option(
        name: [.customShort("c"), .customLong("configuration")],
        help: ArgumentHelp(
            "The configuration file.",
            discussion: "By default panorama.yaml in the working directory, else /etc/panorama/panorama.yaml.",
            valueName: "file"
        )
    )
    var path: String?

    /// The file that is meant.
    var file: String {
        path
            ?? (FileManager.default.fileExists(atPath: "panorama.yaml")
                ? "panorama.yaml" : "/etc/panorama/panorama.yaml")
    }

    /// Loads the configuration; warnings go to standard error.
    func load() throws -> Configuration { try Self.load(file) }

    /// Loads a configuration; warnings go to standard error.
    static func load(_ file: String) throws -> Configuration {
        let configuration = try Configuration.load(path: file, catalog: .standard)
        for warning in configuration.warnings { ExitStatus.say("\(warning)") }
        return configuration
    }
}

/// The options of every command that logs.
struct LoggingOptions: ParsableArguments {
    @Flag(name: .shortAndLong, help: "Log more.")
    var verbose = false

    /// A logger to standard error.
    var logger: Logger {
        var logger = Logger(label: "panorama") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = verbose ? .debug : .info
        return logger
    }
}

extension EngineSettings {
    /// What a configuration means to the engine.
    init(_ configuration: Configuration) {
        self.init(
            inbox: configuration.inbox,
            state: configuration.state,
            output: configuration.output,
            intake: configuration.intake,
            scoring: configuration.scoring,
            landscapes: configuration.landscapes.map { landscape in
                LandscapePlan(
                    settings: landscape.settings,
                    plugins: landscape.plugins,
                    configurationText: landscape.fingerprint
                )
            },
            version: Version.current
        )
    }
}
