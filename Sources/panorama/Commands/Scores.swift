// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import PanoramaConfiguration
import PanoramaModel
import PanoramaPipeline
import PanoramaStore

/// `panorama scores`: the scores of all nodes of a month, as a table.
struct Scores: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scores",
        abstract: "Write the scores of all repositories and developers of a month as CSV.",
        discussion: """
            For researchers: one line for every node that took part in the month, by kind, rank and number. Only reads \
            the state, and works beside a running daemon.
            """
    )

    @Option(help: "The month, YYYY-MM; without it the last with data.", transform: Month.argument)
    var month: Month?
    @Option(help: "Only 'repository' or 'developer'.")
    var kind: NodeKind?
    @Option(help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"))
    var output: String?
    @OptionGroup var options: ConfigurationOptions

    func run() async throws {
        try await reportingErrors {
            let configuration = try options.load()
            let explainer = try Explainer(Store(reading: configuration.state), configuration.scoring)
            let table = try explainer.scores(of: month)
            let target = try TextOutput(path: output)
            try table.forEachPiece(kind.map { [$0] } ?? [.repository, .developer]) { try target.write($0) }
            try target.finish()
        }
    }
}

extension NodeKind: ExpressibleByArgument {}
