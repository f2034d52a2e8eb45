// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Reads an open file from its start; the descriptor stays the caller's.
@safe final class FileBytes {
    private let descriptor: Int32
    private let onBytes: ((UnsafeRawBufferPointer) -> Void)?
    private(set) var offset = 0

    /// Prepares to read; `onBytes` is given all that is read, in order and once.
    init(descriptor: Int32, onBytes: ((UnsafeRawBufferPointer) -> Void)? = nil) {
        self.descriptor = descriptor
        unsafe self.onBytes = onBytes
    }

    /// The first bytes of the file, up to some thousands, enough to tell what it is; the place to read from stays.
    ///
    /// - Throws: ``ArchiveError/Code/unreadable``.
    func head() throws(ArchiveError) -> [UInt8] {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 4_096, alignment: 1)
        defer { unsafe buffer.deallocate() }
        let count = try unsafe read(into: buffer, from: 0)
        return unsafe Array(buffer[..<count])
    }

    /// Fills a buffer as far as the file reaches.
    ///
    /// - Returns: the number of bytes; less than asked for only at the end of the file.
    /// - Throws: ``ArchiveError/Code/unreadable``.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int {
        let count = try unsafe read(into: buffer, from: offset)
        offset += count
        if let onBytes = unsafe onBytes { unsafe onBytes(UnsafeRawBufferPointer(rebasing: buffer[..<count])) }
        return count
    }

    private func read(into buffer: UnsafeMutableRawBufferPointer, from start: Int) throws(ArchiveError) -> Int {
        var filled = 0
        while filled < buffer.count {
            let target = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            let count = unsafe pread(descriptor, target.baseAddress, target.count, off_t(start + filled))
            if count < 0 {
                if errno == EINTR { continue }
                let reason = unsafe String(cString: strerror(errno))
                throw ArchiveError(.unreadable, "cannot read the file at byte \(start + filled): \(reason)")
            }
            if count == 0 { break }
            filled += count
        }
        return filled
    }
}
