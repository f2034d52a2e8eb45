// SPDX-License-Identifier: Apache-2.0

package import Foundation

/// A folder that is deleted when the value dies.
package final class TemporaryFolder: Sendable {
    /// The folder.
    package let url: URL

    /// Makes a folder of its own.
    package init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "panorama-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// The path of something in the folder.
    package func path(_ name: String) -> String { url.appending(path: name).path }

    /// Writes a file, with the folders above it.
    @discardableResult
    package func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> URL {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(bytes).write(to: file)
        return file
    }

    /// Writes text as a file.
    @discardableResult
    package func write(_ text: String, to name: String) throws -> URL { try write(Array(text.utf8), to: name) }
}
