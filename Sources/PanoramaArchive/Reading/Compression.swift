// SPDX-License-Identifier: Apache-2.0

/// How the content of a file is compressed.
package enum Compression: String, Sendable, Codable, CaseIterable {
    case none
    case gzip
    case zstd

    /// Tells how an open file is compressed.
    ///
    /// - Throws: ``ArchiveError/Code/unreadable``.
    package init(descriptor: Int32) throws(ArchiveError) {
        self.init(head: try unsafe FileBytes(descriptor: descriptor).head())
    }

    /// Tells by the first bytes of a file; of a file shorter than the magic bytes by those that are there.
    init(head: [UInt8]) {
        if GzipInflater.frameStart(head) != .none {
            self = .gzip
        } else if ZstdInflater.frameStart(head) != .none {
            self = .zstd
        } else {
            self = .none
        }
    }
}
