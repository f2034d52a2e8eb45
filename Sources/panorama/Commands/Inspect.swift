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
        commandName: "inspect",
        abstract: "Say what files are and what would be taken in of them.",
        discussion: """
            Reads the files as the inbox is read, and keeps nothing: no state or configuration is needed. \
            Exits with 65 when a file would not be taken in, with 66 when one cannot be read.
            """
    )

    @Argument(help: "The files, or folders of them.")
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
            for path in files {
                for file in try inspection.files(at: path) {
                    let report = try inspection.report(file)
                    if !json { print((reports.isEmpty ? "" : "\n") + report.text) }
                    reports.append(report)
                }
            }
            if !json, reports.count > 1 { print("\n" + InspectReport.total(reports)) }
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

    /// The path itself, or of a folder the files in it that the inbox would look at.
    func files(at path: String) throws -> [String] {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return [path] }
        guard let scan = try? InboxScanner(root: path).scan() else { return [path] }
        let unreadable = scan.problems.filter { $0.kind == .unreadable || $0.kind == .danglingLink }
        let paths = scan.files.map(\.path) + unreadable.map(\.path)
        let folder = path.hasSuffix("/") ? path : path + "/"
        return paths.isEmpty ? [path] : paths.map { folder + $0 }
    }

    func report(_ path: String) throws -> InspectReport {
        var report = try reportOfContent(path)
        if let why = ignoring(path) { report.ignore(why) }
        return report
    }

    /// Why the inbox would not look at a file; of folders those below the inbox count.
    private func ignoring(_ path: String) -> String? {
        let names = placed(path).split(separator: "/").map(String.init)
        if let mark = names.last.flatMap(IgnoredNames.mark) { return "its name \(mark)" }
        guard isBelowInbox(path) else { return nil }
        return names.dropLast().lazy.compactMap { name in
            IgnoredNames.mark(name).map { "the name of its folder '\(name)' \($0)" }
        }.first
    }

    private func reportOfContent(_ path: String) throws -> InspectReport {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            return InspectReport(unreadable: path, "cannot open the file: \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            let isFolder = status.st_mode & S_IFMT == S_IFDIR
            return InspectReport(
                unreadable: path,
                isFolder ? "the folder holds no file that the inbox would look at" : "it is not a regular file"
            )
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
                patience: settings.incomplete,
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
        let whole = whole(path)
        guard let inbox, isBelowInbox(path) else { return whole }
        return String(whole.dropFirst(inbox.count + 1))
    }

    private func isBelowInbox(_ path: String) -> Bool { inbox.map { whole(path).hasPrefix($0 + "/") } ?? false }

    private func whole(_ path: String) -> String { URL(filePath: path).standardizedFileURL.path }
}
