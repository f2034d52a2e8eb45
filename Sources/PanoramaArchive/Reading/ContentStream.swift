// SPDX-License-Identifier: Apache-2.0

/// The content of a file, inflated where it is gzip; decided by magic bytes, never by name.
struct ContentStream {
    private enum Source {
        case plain(FileBytes)
        case gzip(GzipInflater)
    }

    private let source: Source
    /// The comment in the header of the first gzip member, where there is one.
    let comment: String?

    /// Opens the content of a file; the descriptor stays the caller's.
    init(descriptor: Int32) throws(ArchiveError) {
        let head = try Self.head(FileBytes(descriptor: descriptor))
        let file = FileBytes(descriptor: descriptor)
        if head.starts(with: [0x1f, 0x8b]) {
            comment = GzipHeader.comment(head)
            source = .gzip(try GzipInflater(file))
        } else {
            comment = nil
            source = .plain(file)
        }
    }

    /// Bytes behind the gzip data that are neither padding nor more of it; 0 for plain files.
    var trailingBytes: Int {
        switch source {
        case .plain: 0
        case .gzip(let inflater): inflater.trailingBytes
        }
    }

    private static func head(_ file: FileBytes) throws(ArchiveError) -> [UInt8] {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 4_096, alignment: 1)
        defer { unsafe buffer.deallocate() }
        let count = try unsafe file.read(into: buffer)
        return unsafe Array(buffer[..<count])
    }

    /// Fills a buffer with content.
    ///
    /// - Returns: the number of bytes; less than asked for only at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int {
        switch source {
        case .plain(let file): try unsafe file.read(into: buffer)
        case .gzip(let inflater): try unsafe inflater.read(into: buffer)
        }
    }
}
