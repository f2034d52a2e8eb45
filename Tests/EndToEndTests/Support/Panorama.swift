// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// The built program, run as people run it.
enum Panorama {
    /// The binary beside the tests, or the one that `PANORAMA_BINARY` names.
    static let binary: URL = {
        if let path = ProcessInfo.processInfo.environment["PANORAMA_BINARY"] { return URL(filePath: path) }
        let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        let beside = Bundle.main.executableURL ?? executable
        for start in [beside, executable, URL(filePath: CommandLine.arguments[0])] {
            var folder = start.resolvingSymlinksInPath().deletingLastPathComponent()
            for _ in 0..<5 {
                let candidate = folder.appending(path: "panorama")
                var isDirectory: ObjCBool = false
                if FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isDirectory),
                    !isDirectory.boolValue
                {
                    return candidate
                }
                folder.deleteLastPathComponent()
            }
        }
        return RealData.project.appending(path: ".build/debug/panorama")
    }()

    /// Runs a subcommand to its end.
    static func run(_ arguments: [String], in directory: URL? = nil) throws -> Program {
        try Program.run(binary.path, arguments, in: directory)
    }

    /// Starts a subcommand and does not wait.
    static func start(_ arguments: [String], in directory: URL, log: String = "log") throws -> Process {
        let process = Process()
        process.executableURL = binary
        process.arguments = arguments
        process.currentDirectoryURL = directory
        let file = directory.appending(path: log)
        if !FileManager.default.fileExists(atPath: file.path) { try Data().write(to: file) }
        let handle = try FileHandle(forWritingTo: file)
        try handle.seekToEnd()
        process.standardError = handle
        process.standardOutput = handle
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return process
    }
}

/// A place with a configuration, as `panorama init` makes it.
struct Place {
    let folder: TemporaryFolder

    /// Makes a place; the landscape `test` takes every repository in.
    init(configuration: String = Place.configuration) throws {
        folder = try TemporaryFolder()
        try folder.write(configuration, to: "panorama.yaml")
        for name in ["inbox", "state", "output"] {
            try FileManager.default.createDirectory(
                at: folder.url.appending(path: name),
                withIntermediateDirectories: true
            )
        }
    }

    static let configuration = """
        inbox: inbox
        state: state
        output: output
        settle: 100ms
        quiet: 200ms
        landscapes:
          test:
            title: Test
            admit: { mean-openrank: 0, limit: 100000 }
            plugins:
              - detect: year-over-year
              - export: json
              - export: csv
              - export: markdown
              - export: html

        """

    var url: URL { folder.url }

    /// Puts a file in the inbox by renaming it in.
    func drop(_ file: URL, as name: String? = nil) throws {
        let beside = url.appending(path: "outside-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: file, to: beside)
        try FileManager.default.moveItem(at: beside, to: url.appending(path: "inbox/\(name ?? file.lastPathComponent)"))
    }

    @discardableResult
    func once() throws -> Program { try Panorama.run(["once", "-c", "panorama.yaml"], in: url) }

    /// The files of the latest edition by name, the manifest without its time.
    func edition(_ landscape: String = "test") throws -> [String: Data] {
        let folder = url.appending(path: "output/\(landscape)/latest").resolvingSymlinksInPath()
        var files: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            var isDirectory: ObjCBool = false
            let file = folder.appending(path: name)
            guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isDirectory), !isDirectory.boolValue
            else { continue }
            var data = try Data(contentsOf: file)
            if name == "manifest.json" {
                var object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
                #expect(object.removeValue(forKey: "made") != nil)
                data = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
            }
            files[name] = data
        }
        return files
    }

    /// `panorama status --json`, as an object.
    func status() throws -> [String: Any] {
        let program = try Panorama.run(["status", "-c", "panorama.yaml", "--json"], in: url)
        // A daemon that was just started may not have made its state yet.
        guard program.status == 0 else { return [:] }
        return try JSONSerialization.jsonObject(with: program.output) as? [String: Any] ?? [:]
    }

    /// The files below a folder with their sizes and times, but for those that SQLite keeps while the catalogue is open.
    func listing(_ folder: String) throws -> [String: String] {
        let root = url.appending(path: folder)
        var files: [String: String] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: root.path) where !name.contains("-shm") {
            let path = root.appending(path: name).path
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            guard attributes[.type] as? FileAttributeType == .typeRegular, !name.hasSuffix("-wal") else { continue }
            files[name] = "\(attributes[.size] ?? 0) \(attributes[.modificationDate] ?? "")"
        }
        return files
    }

    /// `landscape.json` of the latest edition, as an object.
    func landscape(_ id: String = "test") throws -> [String: Any] {
        let file = url.appending(path: "output/\(id)/latest/landscape.json")
        return try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] ?? [:]
    }

    /// Waits until something holds, for at most some seconds.
    func wait(seconds: Double = 30, until holds: () throws -> Bool) async throws -> Bool {
        let end = ContinuousClock.now.advanced(by: .seconds(seconds))
        while ContinuousClock.now < end {
            if (try? holds()) == true { return true }
            try await Task.sleep(for: .milliseconds(50))
        }
        return try holds()
    }
}
