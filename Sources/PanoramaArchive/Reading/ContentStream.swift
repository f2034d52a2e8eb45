// SPDX-License-Identifier: Apache-2.0

/// The content of a file, inflated where it is compressed; decided by magic bytes, never by name.
struct ContentStream {
    private enum Source {
        case plain(FileBytes)
        case gzip(InflatedBytes<GzipInflater>)
        case zstd(InflatedBytes<ZstdInflater>)
    }

    private let source: Source
    /// How the file is compressed.
    let compression: Compression
    /// The comment in the header of the first gzip member, where there is one.
    let comment: String?

    /// Opens the content of a file that was not read before.
    init(_ file: FileBytes, limits: InflationLimits = InflationLimits()) throws(ArchiveError) {
        let head = try file.head()
        compression = Compression(head: head)
        comment = compression == .gzip ? GzipHeader.comment(head) : nil
        source =
            switch compression {
            case .none: .plain(file)
            case .gzip: .gzip(try InflatedBytes(file, limits: limits))
            case .zstd: .zstd(try InflatedBytes(file, limits: limits))
            }
    }

    /// Whether the file is compressed, so that a content that was read to its end is known to be whole.
    var isCompressed: Bool { compression != .none }

    /// Bytes behind the compressed data that are neither padding nor more of it; 0 for plain files.
    var trailingBytes: Int {
        switch source {
        case .plain: 0
        case .gzip(let content): content.trailingBytes
        case .zstd(let content): content.trailingBytes
        }
    }

    /// Fills a buffer with content.
    ///
    /// - Returns: the number of bytes; less than asked for only at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int {
        switch source {
        case .plain(let content): try unsafe content.read(into: buffer)
        case .gzip(let content): try unsafe content.read(into: buffer)
        case .zstd(let content): try unsafe content.read(into: buffer)
        }
    }
}
