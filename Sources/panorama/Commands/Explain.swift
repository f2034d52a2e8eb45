// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import PanoramaConfiguration
import PanoramaModel
import PanoramaPipeline
import PanoramaStore

/// `panorama explain`: where a score comes from.
struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say where the score of a repository or developer comes from.",
        discussion: """
            Shows score, rank, history, who contributes how much, and what the coverage of the month says. The parts add \
            up to the score. Only reads the state, and works beside a running daemon. Exits with 66 when no data knows \
            what is asked about.
            """
    )

    @Argument(
        help: "owner/name or the number of a repository, by any name it bore; @login or @number of a developer.",
        transform: NodeQuery.argument
    )
    var subject: NodeQuery
    @Option(help: "The month, YYYY-MM; without it the last with data.", transform: Month.argument)
    var month: Month?
    @Option(help: ArgumentHelp("The contributors shown, from the top; JSON has all.", valueName: "count"))
    var top = 20
    @OptionGroup var options: ConfigurationOptions
    @Flag(help: "Print everything as JSON.")
    var json = false

    func validate() throws {
        if top < 0 { throw ValidationError("--top must be a number of at least 0") }
    }

    func run() async throws {
        try await reportingErrors {
            let configuration = try options.load()
            let explainer = try Explainer(Store(reading: configuration.state), configuration.scoring)
            let explanation = try explainer.explain(subject, in: month)
            let standings = try await explainer.standings(
                of: subject,
                in: EngineSettings(configuration).landscapes,
                lookingForReasons: false
            )
            if json {
                print(try JSONEncoder.report.text(ExplainReport(explanation, standings, configuration.scoring)))
            } else {
                print(ExplainText(explanation, standings, configuration.scoring, top: top).text)
            }
        }
    }
}

extension NodeQuery {
    /// What a person asks about, from the command line.
    static func argument(_ text: String) throws -> NodeQuery {
        if let query = NodeQuery(text) { return query }
        let isLogin = NodeQuery("@\(text)").map { _ in Int64(text) == nil } ?? false
        let hint = isLogin ? ", and the developer @\(text)" : ""
        throw ValidationError("a repository is written owner/name or as a number\(hint); found '\(text)'")
    }
}
