// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import PanoramaPipeline
import PanoramaStore

/// `panorama once`: take in what is there, make the editions, leave.
struct Once: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "once",
        abstract: "Take in what is in the inbox, make the landscapes, and exit.",
        discussion: """
            Files that still change are waited for; incomplete ones are left for another time. \
            Exits with 1 when a landscape or a plugin failed, with 0 also when single files did: see 'panorama status'.
            """
    )

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var logging: LoggingOptions

    func run() async throws {
        try await reportingErrors {
            let settings = EngineSettings(try options.load())
            let summary = try await Engine(settings, logger: logging.logger).once()
            let files = FileEntry.State.allCases.compactMap { state in
                summary.files[state].map { "\($0) \(state.rawValue)" }
            }
            print(
                "files: \(files.isEmpty ? "nothing new" : files.joined(separator: ", ")); months solved: \(summary.solved.count)"
            )
            var isFailed = false
            for (id, outcome) in summary.outcomes {
                switch outcome {
                case .made(let number, let problems):
                    print("\(id): edition \(number) in \(settings.output)/\(id)/latest")
                    for problem in problems {
                        ExitStatus.say("\(id): plugin \(problem.plugin) failed: \(problem.message)")
                        isFailed = true
                    }
                case .unchanged: print("\(id): unchanged, \(settings.output)/\(id)/latest")
                case .noData: print("\(id): no data yet")
                case .failed(let reason):
                    ExitStatus.say("\(id): \(reason)")
                    isFailed = true
                }
            }
            if isFailed { throw ExitCode.failure }
        }
    }
}
