// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import PanoramaArchive
import PanoramaConfiguration
import PanoramaModel

/// `panorama inspect`: what a file is, and what would become of it in the inbox.
struct Inspect: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what files are and what would be taken in of them.",
        discussion: """
            Reads the files as the inbox is read, and keeps nothing: no state or configuration is needed. \
            Exits with 65 when a file would not be taken in, with 66 when one cannot be read.
            """
    )

    @Argument(help: "The files.")
    var files: [String]
    @Option(
        name: [.customShort("c"), .customLong("configuration")],
        help: ArgumentHelp(
            "A configuration whose 'bad-lines' is to hold.",
            discussion: "Without one the default holds.",
            valueName: "file"
        )
    )
    var path: String?
    @Flag(help: "Print everything as JSON.")
    var json = false

    func run() async throws {
        try await reportingErrors {
            let inspection = Inspection(badLines: try badLines(), now: Int64(Date.now.timeIntervalSince1970))
            var reports: [InspectReport] = []
            for file in files {
                let report = try inspection.report(file)
                if !json { print((reports.isEmpty ? "" : "\n") + report.text) }
                reports.append(report)
            }
            if json {
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
                print(String(decoding: try encoder.encode(["files": reports]), as: UTF8.self))
            }
            if reports.contains(where: { $0.verdict == .unreadable }) { throw ExitCode(EX_NOINPUT) }
            if reports.contains(where: { $0.verdict != .taken }) { throw ExitCode(EX_DATAERR) }
        }
    }

    private func badLines() throws -> Double {
        guard let path else { return IntakeSettings().badLines }
        return try ConfigurationOptions.load(path).intake.badLines
    }
}

/// Reads files for ``Inspect``.
private struct Inspection {
    var badLines: Double
    var now: Int64

    func report(_ path: String) throws -> InspectReport {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            return InspectReport(unreadable: path, "cannot open the file: \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            return InspectReport(unreadable: path, "it is not a regular file; name the files one by one")
        }
        let file = InspectReport.File(
            path: path,
            bytes: Int(status.st_size),
            compression: (try? Compression(descriptor: descriptor)) ?? .none,
            badLines: badLines
        )
        let outcome = Result { () throws(ArchiveError) in
            try read(descriptor, path, badLines: badLines, awaitsRest: true)
        }
        switch outcome {
        case .success(let snapshot):
            return try InspectReport(file, snapshot)
        case .failure(let error):
            // What the file holds beside its trouble.
            let described =
                [.incomplete, .tooManyBadLines].contains(error.code)
                ? try? read(descriptor, path, badLines: 1, awaitsRest: false) : nil
            return try InspectReport(file, error, described)
        }
    }

    private func read(
        _ descriptor: Int32,
        _ path: String,
        badLines: Double,
        awaitsRest: Bool
    ) throws(ArchiveError) -> Snapshot {
        let reader = SnapshotReader(badLines: badLines, awaitsRest: awaitsRest, now: now, takesCensus: true)
        return try reader.read(descriptor: descriptor, path: URL(filePath: path).standardizedFileURL.path)
    }
}
