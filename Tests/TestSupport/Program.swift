// SPDX-License-Identifier: Apache-2.0

package import Foundation

/// A program of the system, run to its end.
package struct Program {
    /// What it left with.
    package var status: Int32
    /// What it wrote to standard output.
    package var output: Data
    /// What it wrote to standard error.
    package var errors: Data

    /// Runs a program found on the path, or at an absolute path.
    @discardableResult
    package static func run(
        _ name: String,
        _ arguments: [String] = [],
        input: Data = Data(),
        in directory: URL? = nil,
        environment: [String: String] = [:]
    ) throws -> Program {
        let folder = try TemporaryFolder()
        let source = try folder.write(input, to: "input")
        let (output, errors) = (folder.url.appending(path: "output"), folder.url.appending(path: "errors"))
        for file in [output, errors] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [name] + arguments
        process.standardInput = try FileHandle(forReadingFrom: source)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        if let directory { process.currentDirectoryURL = directory }
        try process.run()
        process.waitUntilExit()
        return Program(
            status: process.terminationStatus,
            output: try Data(contentsOf: output),
            errors: try Data(contentsOf: errors)
        )
    }

    /// Standard output as text.
    package var text: String { String(decoding: output, as: UTF8.self) }

    /// Standard error as text.
    package var errorText: String { String(decoding: errors, as: UTF8.self) }
}

/// Compresses bytes as one gzip member, by the system's gzip.
package func gzip(_ bytes: some Sequence<UInt8>, _ arguments: [String] = ["-nc"]) throws -> [UInt8] {
    Array(try Program.run("gzip", arguments, input: Data(bytes)).output)
}

/// Compresses bytes as one zstd frame with a checksum, by the system's zstd.
package func zstd(_ bytes: some Sequence<UInt8>, _ arguments: [String] = ["-qc"]) throws -> [UInt8] {
    Array(try Program.run("zstd", arguments, input: Data(bytes)).output)
}

/// Inflates a gzip file, by the system's gzip.
package func gunzip(_ file: URL) throws -> Data {
    try Program.run("gzip", ["-dc", file.path]).output
}
