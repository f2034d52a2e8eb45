// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import PanoramaStore

/// `panorama init`: a place to start from.
struct Init: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a folder with a configuration, an inbox, a state and an output.",
        discussion: "Nothing that exists is changed."
    )

    @Argument(help: "The folder; the working directory by default.")
    var directory = "."

    func run() async throws {
        try await reportingErrors {
            let path = "\(directory)/panorama.yaml"
            guard !FileManager.default.fileExists(atPath: path) else {
                throw StoreError(.inputOutput, "\(path) exists already; edit it, or choose another folder")
            }
            for folder in ["inbox", "state", "output"] { try DurableFile.makeDirectory("\(directory)/\(folder)") }
            try DurableFile.write(Array(Self.template.utf8), to: path, synced: true)
            print(
                """
                Wrote \(path). Next:
                  1. drop GH Archive hours (2025-01-15-7.json.gz) into \(directory)/inbox
                  2. panorama once -c \(path)     or: panorama run -c \(path)
                  3. open \(directory)/output/ecosystem/latest/index.html
                """
            )
        }
    }

    /// The configuration that is written; `panorama check` finds it good.
    static let template = """
        # Panorama's configuration. Relative paths are relative to this file.
        inbox: inbox        # drop archive hours here
        state: state        # what was taken in; not for people
        output: output      # editions: output/<landscape>/latest

        landscapes:
          ecosystem:
            title: Our ecosystem
            # Without 'discover', a taxonomy or 'include', every repository that has a score is a candidate.
            # To grow an ecosystem from seeds instead:
            # discover: { seeds: [pytorch/pytorch, vllm-project/vllm], hops: 2, shared-developers: 10, limit: 300 }
            admit:
              mean-openrank: 0      # the least mean monthly OpenRank over the window
              limit: 200            # the most projects, from the top of the ranking down
              # from: 2025-01       # the window; by default the twelve calendar months up to the newest with data,
                                    # but none before the oldest
              # to: 2025-04
            # include: [owner/name]
            # exclude: [owner/name]
            plugins:
              # - classify: taxonomy
              #   file: taxonomy.yaml
              - detect: year-over-year
              - export: json
              - export: csv
              - export: markdown
              - export: html

        """
}
