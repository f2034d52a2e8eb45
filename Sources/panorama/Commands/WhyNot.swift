// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import PanoramaConfiguration
import PanoramaModel
import PanoramaPipeline
import PanoramaStore

/// `panorama why-not`: which rule keeps a repository out of a landscape.
struct WhyNot: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why-not",
        abstract: "Say which rule keeps a repository out of each landscape, and by how much.",
        discussion: """
            Says where it is in, with its rank; else the rules that keep it out, in the order in which they act: the \
            first decides, the others hold as well. Only reads the state, and works beside a running daemon. \
            Exits with 66 when no data knows the repository.
            """
    )

    @Argument(
        help: "owner/name, by any name it bore, or the number of a repository.",
        transform: NodeQuery.argument
    )
    var repository: NodeQuery
    @Option(help: "Only this landscape.")
    var landscape: String?
    @OptionGroup var options: ConfigurationOptions
    @Flag(help: "Print everything as JSON.")
    var json = false

    func validate() throws {
        if repository.kind != .repository {
            throw ValidationError("landscapes hold repositories, not developers: give owner/name or a number")
        }
    }

    func run() async throws {
        try await reportingErrors {
            let configuration = try options.load()
            let plans = EngineSettings(configuration).landscapes.filter { plan in
                landscape.map { $0 == plan.settings.id } ?? true
            }
            if let landscape, plans.isEmpty {
                let known = configuration.landscapes.map(\.settings.id).joined(separator: ", ")
                throw ValidationError("the configuration has no landscape '\(landscape)'; there are: \(known)")
            }
            let explainer = try Explainer(Store(reading: configuration.state), configuration.scoring)
            var standings = try await explainer.standings(of: repository, in: plans, lookingForReasons: true)
            let unknown = try explainer.unknown(repository, standings)
            if unknown != nil { for index in standings.indices { standings[index].openrank = nil } }
            if json {
                let entries = standings.map(LandscapeEntry.init)
                print(try JSONEncoder.report.text(WhyNotReport(repository: repository.text, landscapes: entries)))
            } else {
                let lines = standings.flatMap { StandingText($0).lines } + StandingText.remarks(on: standings)
                print(lines.isEmpty ? "the configuration has no landscapes" : lines.joined(separator: "\n"))
            }
            if let unknown { throw unknown }
        }
    }
}

/// What `panorama why-not --json` prints; a contract.
private struct WhyNotReport: Encodable {
    var repository: String
    var landscapes: [LandscapeEntry]
}
