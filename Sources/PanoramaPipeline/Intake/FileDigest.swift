// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation

/// SHA-256 of an open file, fed by whoever reads the file from its start; what nobody read is read at the end.
final class FileDigest {
    private let descriptor: Int32
    private var hash = SHA256()
    private var offset: off_t = 0

    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Takes the bytes that follow those taken before.
    func add(_ bytes: UnsafeRawBufferPointer) {
        hash.update(bufferPointer: bytes)
        offset += off_t(bytes.count)
    }

    /// Reads on to the end of the file; 64 hexadecimal digits.
    ///
    /// - Throws: ``IntakeError/unreadable(_:)``.
    func finish() throws(IntakeError) -> String {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 64)
        defer { buffer.deallocate() }
        while true {
            let count = pread(descriptor, buffer.baseAddress, buffer.count, offset)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw .unreadable("cannot read the file at byte \(offset): \(String(cString: strerror(errno)))")
            }
            if count == 0 { break }
            add(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
        return hash.finalize().hex
    }
}
