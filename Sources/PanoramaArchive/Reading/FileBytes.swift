// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Reads an open file from its start; the descriptor stays the caller's.
final class FileBytes {
    private let descriptor: Int32
    private(set) var offset = 0

    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// The next bytes, up to some thousands; at the start of a file enough to tell what it is.
    ///
    /// - Throws: ``ArchiveError/Code/unreadable``.
    func head() throws(ArchiveError) -> [UInt8] {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 4_096, alignment: 1)
        defer { unsafe buffer.deallocate() }
        let count = try unsafe read(into: buffer)
        return unsafe Array(buffer[..<count])
    }

    /// Fills a buffer as far as the file reaches.
    ///
    /// - Returns: the number of bytes; less than asked for only at the end of the file.
    /// - Throws: ``ArchiveError/Code/unreadable``.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int {
        var filled = 0
        while filled < buffer.count {
            let target = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            let count = unsafe pread(descriptor, target.baseAddress, target.count, off_t(offset))
            if count < 0 {
                if errno == EINTR { continue }
                let reason = unsafe String(cString: strerror(errno))
                throw ArchiveError(.unreadable, "cannot read the file at byte \(offset): \(reason)")
            }
            if count == 0 { break }
            filled += count
            offset += count
        }
        return filled
    }
}
