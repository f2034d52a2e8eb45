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

    @Flag(help: "Print what the solves took: sweeps and edge work, month by month.")
    var stats = false

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
            if summary.outdated > 0 {
                ExitStatus.say("\(StatusReport.outdated(summary.outdated)); 'panorama status --files' lists them")
            }
            if stats { printStatistics(summary.solved) }
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

    /// Prints a line for each solved month, and one for all of them; edge work is counted in multiply-adds over directed
    /// edges, of which a pair has two.
    private func printStatistics(_ solved: [SolvedMonth]) {
        var table = TextTable(numeric: [false, true, true, true])
        table.add("month", "pairs", "sweeps", "edge work")
        for month in solved {
            table.add("\(month.month)", "\(month.pairs)", "\(month.sweeps)", "\(month.edgeWork)")
        }
        let work = solved.reduce(0) { $0 + $1.edgeWork }
        table.add("all", "", "\(solved.reduce(0) { $0 + $1.sweeps })", "\(work)")
        for line in table.lines { print(line) }
    }
}
