// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel
import PanoramaSimulation
import Testing

/// Files, their names and their bytes.
@Suite struct FileTests {
    private func parameters(_ directory: TemporaryDirectory, seed: UInt64 = 3) -> SimulationParameters {
        SimulationParameters(
            seed: seed,
            first: Month(ordinal: 2025 * 12 + 8),
            last: Month(ordinal: 2025 * 12 + 9),
            hoursPerMonth: 3,
            eventsPerHour: 700,
            repositories: 400,
            developers: 500,
            directory: directory.path + "/made/for/it"
        )
    }

    private func contents(_ summary: SimulationSummary) throws -> [String: Data] {
        var contents: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: summary.directory) {
            contents[name] = try Data(contentsOf: URL(fileURLWithPath: "\(summary.directory)/\(name)"))
        }
        return contents
    }

    private func run(_ tool: String, _ arguments: [String]) throws -> (status: Int32, output: Data) {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [tool] + arguments
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, output)
    }

    @Test func theSameParametersGiveTheSameBytesAndAnotherSeedOthers() throws {
        let (one, two, three) = (try TemporaryDirectory(), try TemporaryDirectory(), try TemporaryDirectory())
        let first = try contents(Simulation(parameters(one)).run())
        let second = try contents(Simulation(parameters(two)).run())
        let other = try contents(Simulation(parameters(three, seed: 4)).run())
        #expect(first == second)
        #expect(Set(first.values).isDisjoint(with: other.values))
    }

    @Test func namesAreThoseOfTheArchiveAndNoPartFileStays() throws {
        let directory = try TemporaryDirectory()
        var seen: [SimulationProgress] = []
        let summary = try Simulation(parameters(directory)).run { seen.append($0) }
        #expect(summary.files.count == 6)
        #expect(Set(try contents(summary).keys) == Set(summary.files))
        for name in summary.files {
            #expect(name.wholeMatch(of: /2025-(09|10)-[0-3][0-9]-(1?[0-9]|2[0-3])\.json\.gz/) != nil, "\(name)")
        }
        #expect(seen.map(\.file) == summary.files)
        #expect(seen.last?.finishedFiles == seen.last?.totalFiles)
        #expect(summary.fileBytes == (try contents(summary).values.reduce(0) { $0 + $1.count }))
        #expect(summary.description.contains("invented"))
    }

    @Test func compressedFilesSayInTheirHeaderThatTheyAreInventedAndHoldThePlainLines() throws {
        let (packed, plain) = (try TemporaryDirectory(), try TemporaryDirectory())
        let summary = try Simulation(parameters(packed)).run()
        var plainParameters = parameters(plain)
        plainParameters.form = .plain
        let lines = try contents(Simulation(plainParameters).run())
        for name in summary.files {
            let path = "\(summary.directory)/\(name)"
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            #expect(Array(bytes.prefix(4)) == [0x1f, 0x8b, 8, 0x10])
            let comment = bytes.dropFirst(10).prefix { $0 != 0 }
            #expect(String(decoding: comment, as: UTF8.self) == "panorama simulate: invented events, seed 3")
            #expect(try run("gzip", ["-t", path]).status == 0)
            #expect(try run("gzip", ["-dc", path]).output == lines[String(name.dropLast(3))])
        }
    }

    @Test func theFormOfTheFeedChangesOnTheDayOfTheTrimUnlessFixed() throws {
        for era in SimulationParameters.Era.allCases {
            let events = try SimulatedEvents {
                $0.first = Month(ordinal: 2025 * 12 + 8)
                $0.last = Month(ordinal: 2025 * 12 + 9)
                $0.hoursPerMonth = 8
                $0.eventsPerHour = 100
                $0.era = era
            }
            for push in events.events where push.type == "PushEvent" {
                let isTrimmed = push.payload["commits"] == nil
                switch era {
                case .archive: #expect(!isTrimmed)
                case .trimmed: #expect(isTrimmed)
                case .automatic:
                    if push.created < "2025-10-06T23" { #expect(!isTrimmed) }
                    if push.created > "2025-10-07T01" { #expect(isTrimmed) }
                }
            }
        }
    }

    @Test func aDirectoryThatCannotBeMadeIsAnError() throws {
        let directory = try TemporaryDirectory()
        var parameters = parameters(directory)
        let file = directory.path + "/file"
        try Data().write(to: URL(fileURLWithPath: file))
        parameters.directory = file + "/below"
        let error = #expect(throws: SimulationError.self) { try Simulation(parameters).run() }
        #expect(error?.code == .fileSystem)
    }
}
