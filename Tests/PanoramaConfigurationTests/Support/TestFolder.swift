// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaConfiguration
import PanoramaPluginKit

/// A folder that is removed with the value that owns it.
final class TestFolder {
    let path: String

    init(_ files: [String: String] = [:]) throws {
        path = FileManager.default.temporaryDirectory.path + "/configuration-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try write(Array(text.utf8), to: name) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ bytes: [UInt8], to name: String) throws {
        let url = URL(fileURLWithPath: path + "/" + name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(bytes).write(to: url)
    }

    func load(_ name: String = "panorama.yaml", catalog: PluginCatalog = .test) throws -> Configuration {
        try Configuration.load(path: path + "/" + name, catalog: catalog)
    }

    /// The errors of loading a file, each as `file:line:column: message` with the file seen from the folder.
    func mistakes(_ name: String = "panorama.yaml", catalog: PluginCatalog = .test) -> [String] {
        do {
            _ = try Configuration.load(path: path + "/" + name, catalog: catalog)
            return []
        } catch {
            return error.diagnostics.map {
                "\($0.file.replacingOccurrences(of: path + "/", with: "")):\($0.line):\($0.column): \($0.message)"
            }
        }
    }
}

/// The least configuration, with lines of a landscape `llm` and lines at the top level.
func minimal(top: String = "", landscape: String = "title: Test") -> String {
    """
    inbox: in
    state: state
    output: out
    \(top)
    landscapes:
      llm:
    \(landscape.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }.joined(separator: "\n"))

    """
}
