// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Logging

/// The command line: one subcommand a verb.
@main
struct Panorama: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "panorama",
        abstract: "Keeps a live, ranked map of an open-source ecosystem from GitHub event archives.",
        discussion: """
            People drop archive hours into a folder; Panorama counts who worked where, scores every repository with \
            OpenRank, sorts the ecosystem into domains, finds the trends and writes the landscape into an output folder.

            Start with 'panorama init', then 'panorama check' and 'panorama run'.
            """,
        version: Version.current,
        // Each says its name: to make one up from a type's, the program would search its conformances at every start.
        subcommands: [
            Run.self, Once.self, Check.self, Inspect.self, Status.self, Forget.self, Explain.self, WhyNot.self,
            Scores.self, Plugins.self, Init.self, Simulate.self,
        ]
    )
}

/// The version of the program.
enum Version {
    static let current = "0.1.0"
}
