// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import PanoramaArchive
import PanoramaConfiguration
import PanoramaModel
import PanoramaWatch

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
            "A configuration whose 'bad-lines', 'incomplete' and 'inbox' are to hold.",
            discussion: "Without one the defaults hold.",
            valueName: "file"
        )
    )
    var path: String?
    @Flag(help: "Print everything as JSON.")
    var json = false

    func run() async throws {
        try await reportingErrors {
            let configuration = try path.map { try ConfigurationOptions.load($0) }
            let inspection = Inspection(
                settings: configuration?.intake ?? IntakeSettings(),
                inbox: configuration?.inbox,
                now: Date.now.timeIntervalSince1970
            )
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
}

/// Reads files for ``Inspect``.
private struct Inspection {
    var settings: IntakeSettings
    /// The inbox, where it is known.
    var inbox: String?
    /// The wall clock in seconds since 1970-01-01T00:00:00Z.
    var now: Double

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
        let found = InboxFile(path: path, status: status)
        let file = InspectReport.File(
            path: path,
            bytes: Int(found.size),
            compression: (try? Compression(descriptor: descriptor)) ?? .none,
            badLines: settings.badLines
        )
        let mayWait = age(found) < settings.incomplete
        switch read(descriptor, path, badLines: settings.badLines, awaitsRest: mayWait) {
        case .success(let snapshot):
            return try InspectReport(file, snapshot)
        case .failure(let error):
            return try InspectReport(
                file,
                error,
                mayWait: mayWait,
                beside: beside(error, file, descriptor)
            )
        }
    }

    /// Seconds since the later of modification and change, by which the inbox too decides whether a cut file may wait.
    private func age(_ file: InboxFile) -> Double {
        now - Double(max(file.modified, file.changed)) / 1e9
    }

    /// What a file holds beside its trouble, or why that cannot be told.
    private func beside(
        _ error: ArchiveError,
        _ file: InspectReport.File,
        _ descriptor: Int32
    ) -> Result<Snapshot, ArchiveError> {
        switch error.code {
        case .tooManyBadLines: break
        // Compressed data that is cut ends every reading alike.
        case .incomplete where file.compression == .none: break
        default: return .failure(error)
        }
        return read(descriptor, file.path, badLines: 1, awaitsRest: false)
    }

    private func read(
        _ descriptor: Int32,
        _ path: String,
        badLines: Double,
        awaitsRest: Bool
    ) -> Result<Snapshot, ArchiveError> {
        let reader = SnapshotReader(badLines: badLines, awaitsRest: awaitsRest, now: Int64(now), takesCensus: true)
        return Result { () throws(ArchiveError) in
            try reader.read(descriptor: descriptor, path: placed(path))
        }
    }

    /// The path that says what a file is about: below the inbox that of the inbox, elsewhere the whole.
    private func placed(_ path: String) -> String {
        let whole = URL(filePath: path).standardizedFileURL.path
        guard let inbox, whole.hasPrefix(inbox + "/") else { return whole }
        return String(whole.dropFirst(inbox.count + 1))
    }
}
