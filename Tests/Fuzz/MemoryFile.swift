// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A file without a name, in memory, that is filled anew for every input.
enum MemoryFile {
    private static let descriptor: Int32 = {
        var path = Array("/dev/shm/panorama-fuzz-XXXXXX".utf8CString)
        let descriptor = unsafe path.withUnsafeMutableBufferPointer { path in
            guard let base = path.baseAddress else { return Int32(-1) }
            let descriptor = unsafe mkstemp(base)
            if descriptor >= 0 { unsafe unlink(base) }
            return descriptor
        }
        precondition(descriptor >= 0, "the system gives no file in memory")
        return descriptor
    }()

    /// Hands out a descriptor of a file that holds the bytes.
    static func withDescriptor<Value>(of bytes: [UInt8], _ body: (Int32) -> Value) -> Value {
        precondition(ftruncate(descriptor, 0) == 0, "the file cannot be emptied")
        let written = unsafe bytes.withUnsafeBytes { unsafe pwrite(descriptor, $0.baseAddress, $0.count, 0) }
        precondition(written == bytes.count, "the file cannot be filled")
        return body(descriptor)
    }
}
