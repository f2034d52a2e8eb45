// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import PanoramaModel
import PanoramaSimulation

/// `panorama simulate`: archive hours of an invented GitHub.
struct Simulate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Write archive hours of an invented GitHub, for demonstrations and benchmarks.",
        discussion: """
            The same flags write the same bytes. Compressed files are marked as invented in their gzip header, and \
            landscapes made from them say so; plain ones ('--form json') bear no mark, only what is printed here.
            """
    )

    @Argument(help: "The folder that the hours are written to.")
    var directory: String
    @Option(help: "The first month, YYYY-MM.")
    var from = "2024-01"
    @Option(help: "The last month, YYYY-MM.")
    var to = "2025-04"
    @Option(help: "Hours written of each month.")
    var hoursPerMonth = 12
    @Option(help: "Events in an hour, on average.")
    var eventsPerHour = 2_000
    @Option(help: "Repositories, the 135 of the landscape of 2025 included.")
    var repositories = 2_000
    @Option(help: "Developers.")
    var developers = 8_000
    @Option(help: "Decides all that is random.")
    var seed: UInt64 = 1
    @Option(help: "Payloads: 'archive' as before 2025-10-07, 'trimmed' as since, 'auto' by date.")
    var era = SimulationParameters.Era.automatic
    @Option(help: "Files: 'gz' or 'json'.")
    var form = SimulationParameters.Form.gzip

    func run() async throws {
        try await reportingErrors {
            guard let first = Month(from) else { throw ValidationError("--from must be a month such as 2024-01") }
            guard let last = Month(to) else { throw ValidationError("--to must be a month such as 2025-04") }
            let simulation = try Simulation(
                SimulationParameters(
                    seed: seed,
                    first: first,
                    last: last,
                    hoursPerMonth: hoursPerMonth,
                    eventsPerHour: eventsPerHour,
                    repositories: repositories,
                    developers: developers,
                    era: era,
                    form: form,
                    directory: directory
                )
            )
            if last > Month(epochSeconds: Int64(Date.now.timeIntervalSince1970)) {
                ExitStatus.say("panorama: note: hours after now are bad lines to the reader until their time has come")
            }
            let isTerminal = isatty(STDERR_FILENO) != 0
            let summary = try simulation.run { progress in
                guard isTerminal else { return }
                let line = "\r\(progress.finishedFiles) of \(progress.totalFiles) hours, \(progress.events) events"
                FileHandle.standardError.write(Data(line.utf8))
            }
            if isTerminal { ExitStatus.say("") }
            print(summary)
        }
    }
}

extension SimulationParameters.Era: ExpressibleByArgument {}
extension SimulationParameters.Form: ExpressibleByArgument {}
