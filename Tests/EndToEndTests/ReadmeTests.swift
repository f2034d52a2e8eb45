// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite
struct ReadmeTests {
    private let text: String

    init() throws {
        text = try String(contentsOf: RealData.project.appending(path: "README.md"), encoding: .utf8)
    }

    /// The lines of the fenced blocks of commands, in order.
    private var commands: [String] {
        text.components(separatedBy: "```sh\n").dropFirst().flatMap { block in
            (block.components(separatedBy: "```").first ?? "").split(separator: "\n").map(String.init)
        }
    }

    @Test
    func everyCommandOfTheReadmeWorks() throws {
        let folder = try TemporaryFolder()
        let path = "\(Panorama.binary.deletingLastPathComponent().path):/usr/bin:/bin"
        var ran = 0
        for command in commands where command.hasPrefix("panorama ") {
            // What stands before works without any file.
            if command.hasPrefix("panorama inspect") {
                for hour in Invented.hours.prefix(2) {
                    let target = folder.url.appending(path: "ecosystem/inbox/\(hour.lastPathComponent)")
                    try FileManager.default.copyItem(at: hour, to: target)
                }
            }
            let program = try Program.run("sh", ["-c", command], in: folder.url, environment: ["PATH": path])
            #expect(program.status == 0, "\(command): \(program.errorText)")
            ran += 1
        }
        #expect(ran == 6)
        #expect(FileManager.default.fileExists(atPath: folder.path("ecosystem/output/ecosystem/latest/index.html")))
    }

    @Test
    func theTwoCommandsForEverythingAreWhatIsRunBeforeAChangeLands() throws {
        #expect(commands.prefix(2) == ["scripts/demo", "scripts/test"])
        let run = try String(contentsOf: RealData.project.appending(path: ".ci/run"), encoding: .utf8)
        for command in ["scripts/test", "scripts/demo"] {
            #expect(run.contains(command))
            #expect(FileManager.default.isExecutableFile(atPath: RealData.project.appending(path: command).path))
        }
    }

    @Test
    func everyLinkOfTheDocumentsLeadsSomewhere() throws {
        for name in [
            "README.md", "CONTRIBUTING.md", "Documentation/Modules.md", "Documentation/Scoring.md",
            "Documentation/Files.md",
        ] {
            let file = RealData.project.appending(path: name)
            let document = try String(contentsOf: file, encoding: .utf8)
            for match in document.matches(of: /\]\(([^)#:]+)\)/) {
                let target = file.deletingLastPathComponent().appending(path: String(match.1))
                #expect(FileManager.default.fileExists(atPath: target.path), "\(name): \(match.1)")
            }
        }
    }
}
