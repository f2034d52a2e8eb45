// SPDX-License-Identifier: Apache-2.0

/// A file of an edition, as bytes.
public struct ExportedFile: Hashable, Sendable {
    /// The path in the edition, such as `index.html` or `projects/vllm.html`: relative, no `..`, no empty part.
    public var path: String
    /// The content.
    public var bytes: [UInt8]

    /// Makes a file from bytes.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Makes a file from text, in UTF-8.
    public init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// Whether the path stays inside the edition, whatever the plugin says.
    public var hasSafePath: Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return !parts.isEmpty
            && parts.allSatisfy { part in
                !part.isEmpty && part != "." && part != ".."
                    && part.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7f }
            }
    }
}
