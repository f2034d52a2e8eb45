// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
public import PanoramaModel
public import PanoramaPluginKit

/// Reads the settings of one plugin from a YAML file: a complete entry, the role and name first.
public typealias SettingsSource = @Sendable (_ file: String) throws -> any PluginSettings

/// Runs the cases of a plugin and compares what comes out with what is expected, byte for byte.
///
/// A case is a folder with `settings.yaml` (an entry as in a configuration), `input.jsonl` (see ``CaseInput``) and what is
/// expected: for an exporter a file `expected.<path>` for each that it gives, a `/` in the path written as `+`; for a
/// classifier `expected.labels.jsonl`; for a detector `expected.findings.jsonl`. With `RECORD_SNAPSHOTS=1` in the
/// environment the expected files are written anew, and the run fails, so that a recording is never taken for a pass.
public struct CaseRunner: Sendable {
    /// The folder of the cases.
    public var folder: String
    /// Reads `settings.yaml`.
    public var settings: SettingsSource
    /// Whether to write what is expected instead of comparing.
    public var isRecording: Bool

    /// Makes a runner.
    public init(folder: String, settings: @escaping SettingsSource) {
        self.folder = folder
        self.settings = settings
        isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
    }

    /// The names of the cases, in order.
    public var cases: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { !$0.hasPrefix(".") && Self.isFolder("\(folder)/\($0)") }.sorted()
    }

    /// The landscape of a case.
    ///
    /// - Throws: ``PanoramaPluginKit/PluginError`` when there is no input, ``CaseInputError`` when it cannot be read.
    public func input(of name: String) throws -> Landscape {
        let path = "\(folder)/\(name)/input.jsonl"
        guard let data = FileManager.default.contents(atPath: path) else {
            throw PluginError("\(path) cannot be read")
        }
        return try CaseInput.landscape(jsonLines: String(decoding: data, as: UTF8.self))
    }

    /// Runs all cases; what does not match, empty when everything does.
    public func failures(of subject: PluginSubject) async -> [String] {
        let cases = cases
        if cases.isEmpty { return ["\(folder) holds no case; add one"] }
        var failures: [String] = []
        for name in cases { failures += await self.failures(of: subject, in: name).map { "\(name): \($0)" } }
        return failures
    }

    /// Runs one case; what does not match, empty when everything does.
    public func failures(of subject: PluginSubject, in name: String) async -> [String] {
        do {
            let configuration = try subject.decode(settings("\(folder)/\(name)/settings.yaml"))
            let outcome = try await subject.make(configuration)(input(of: name))
            let files = Dictionary(outcome.files.map { (Self.expectedName($0.path), $0.bytes) }) { first, _ in first }
            return isRecording ? try record(files, in: name) : compare(files, in: name)
        } catch { return ["\(error)"] }
    }

    private static func expectedName(_ path: String) -> String {
        "expected." + path.split(separator: "/", omittingEmptySubsequences: false).joined(separator: "+")
    }

    private func expectedFiles(_ name: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(name)")) ?? []
        return names.filter { $0.hasPrefix("expected.") }.sorted()
    }

    private func record(_ files: [String: [UInt8]], in name: String) throws -> [String] {
        for stale in expectedFiles(name) where files[stale] == nil {
            try FileManager.default.removeItem(atPath: "\(folder)/\(name)/\(stale)")
        }
        for (file, bytes) in files {
            let path = "\(folder)/\(name)/\(file)"
            guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else {
                throw PluginError("\(path) cannot be written")
            }
        }
        return ["recorded \(files.count) files; read them, then run again without RECORD_SNAPSHOTS"]
    }

    private func compare(_ files: [String: [UInt8]], in name: String) -> [String] {
        let expected = expectedFiles(name)
        var failures =
            expected.isEmpty ? ["nothing is expected; run with RECORD_SNAPSHOTS=1 and read what is recorded"] : []
        for file in Set(expected).union(files.keys).sorted() {
            let data = FileManager.default.contents(atPath: "\(folder)/\(name)/\(file)")
            switch (data.map(Array.init), files[file]) {
            case (let left?, let right?):
                if let difference = Self.difference(left, right) { failures.append("\(file): \(difference)") }
            case (nil, _?): failures.append("\(file) is not there, but the plugin gives it")
            case (_, nil): failures.append("\(file) is there, but the plugin does not give it")
            }
        }
        return failures
    }

    /// The first difference of two texts in words; `nil` when they are equal.
    static func difference(_ expected: [UInt8], _ found: [UInt8]) -> String? {
        guard expected != found else { return nil }
        let newline = UInt8(ascii: "\n")
        let left = expected.split(separator: newline, omittingEmptySubsequences: false)
        let right = found.split(separator: newline, omittingEmptySubsequences: false)
        for index in 0..<max(left.count, right.count) {
            let wanted = index < left.count ? String(decoding: left[index], as: UTF8.self) : nil
            let given = index < right.count ? String(decoding: right[index], as: UTF8.self) : nil
            if wanted != given {
                return "line \(index + 1): expected \(wanted.map(quoted) ?? "the end"), "
                    + "found \(given.map(quoted) ?? "the end")"
            }
        }
        return "the bytes differ"
    }

    private static func quoted(_ text: String) -> String { "'\(text)'" }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
    }
}
