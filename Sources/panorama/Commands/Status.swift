// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import PanoramaConfiguration
import PanoramaStore

/// `panorama status`: what was taken in and what was made of it.
struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show files by state, months and editions; works beside a running daemon."
    )

    @OptionGroup var options: ConfigurationOptions
    @Flag(help: "List every file.")
    var files = false
    @Flag(help: "Print everything as JSON.")
    var json = false

    func run() async throws {
        try await reportingErrors {
            let state = try options.load().state
            let isAtWork = StateLock.isHeld(directory: state)
            let report = try StatusReport(Store(reading: state), isAtWork: isAtWork)
            if json {
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
                print(String(decoding: try encoder.encode(report), as: UTF8.self))
            } else {
                print(report.text(listsFiles: files))
            }
        }
    }
}
