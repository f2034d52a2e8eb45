// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Logging
import PanoramaPipeline
import ServiceLifecycle
import UnixSignals

/// `panorama run`: the daemon.
struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Watch the inbox and keep the landscapes current.",
        discussion: "Runs until SIGTERM or SIGINT, then ends cleanly; what was begun is done again at the next start."
    )

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var logging: LoggingOptions

    func run() async throws {
        try await reportingErrors {
            let engine = try Engine(EngineSettings(try options.load()), logger: logging.logger)
            let group = ServiceGroup(
                configuration: ServiceGroupConfiguration(
                    services: [EngineService(engine: engine)],
                    gracefulShutdownSignals: [.sigterm, .sigint],
                    logger: logging.logger
                )
            )
            try await group.run()
        }
    }
}

/// The engine as a service that ends on graceful shutdown.
private struct EngineService: Service {
    let engine: Engine

    func run() async throws {
        do {
            try await cancelWhenGracefulShutdown { try await engine.run() }
        } catch is CancellationError {
            // The signal asked for it.
        }
    }
}
