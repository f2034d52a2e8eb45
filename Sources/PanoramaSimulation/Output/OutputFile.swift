// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A file that appears under its name only when it is complete: written as `name.part`, then renamed.
struct OutputFile: ~Copyable {
    /// The path it will have.
    let path: String
    private let partPath: String
    private var descriptor: Int32
    /// Bytes written.
    private(set) var bytes = 0

    /// Makes the part file, in place of one that an earlier run left.
    init(path: String) throws(SimulationError) {
        self.path = path
        partPath = path + ".part"
        descriptor = open(partPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .fileSystem("create", partPath, errno) }
    }

    deinit {
        if descriptor >= 0 {
            close(descriptor)
            unlink(partPath)
        }
    }

    /// Writes all bytes.
    mutating func write(_ buffer: UnsafeBufferPointer<UInt8>) throws(SimulationError) {
        var rest = UnsafeRawBufferPointer(buffer)
        while let start = rest.baseAddress, rest.count > 0 {
            #if canImport(Glibc)
            let written = Glibc.write(descriptor, start, rest.count)
            #elseif canImport(Musl)
            let written = Musl.write(descriptor, start, rest.count)
            #else
            let written = Darwin.write(descriptor, start, rest.count)
            #endif
            if written < 0 {
                if errno == EINTR { continue }
                throw .fileSystem("write", partPath, errno)
            }
            bytes += written
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
        }
    }

    /// Closes the file and gives it its name.
    mutating func finish() throws(SimulationError) {
        let result = close(descriptor)
        descriptor = -1
        guard result == 0 else { throw .fileSystem("close", partPath, errno) }
        guard rename(partPath, path) == 0 else { throw .fileSystem("rename", partPath, errno) }
    }

    /// Makes a directory and those above it, as far as they do not exist.
    static func makeDirectory(_ path: String) throws(SimulationError) {
        var prefix = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            prefix += part
            guard mkdir(prefix, 0o755) == 0 || errno == EEXIST else { throw .fileSystem("create", prefix, errno) }
            prefix += "/"
        }
        var information = stat()
        guard stat(path, &information) == 0 else { throw .fileSystem("open", path, errno) }
        guard information.st_mode & S_IFMT == S_IFDIR else { throw .fileSystem("use as a directory", path, ENOTDIR) }
    }
}
