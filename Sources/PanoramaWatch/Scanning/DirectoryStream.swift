// SPDX-License-Identifier: Apache-2.0

import Glibc

/// An open directory that hands out its entries; closed when it goes.
struct DirectoryStream: ~Copyable {
    /// One name in a directory.
    struct Entry {
        /// What the file system says it is without a further call.
        enum Kind {
            case file
            case directory
            case link
            /// A pipe, a socket or a device.
            case other
            /// Not every file system says it.
            case unknown
        }

        /// The bytes of the name; they are good until the next entry is asked for.
        let name: UnsafeBufferPointer<UInt8>
        /// The same name as a C string.
        let cName: UnsafePointer<CChar>
        let kind: Kind
    }

    private let stream: OpaquePointer
    /// For the calls that take names relative to this directory.
    let descriptor: CInt
    /// Which directory it is.
    let identity: FileIdentity

    /// Opens a directory; links are followed.
    ///
    /// - Parameters:
    ///   - path: its path.
    ///   - parent: the descriptor of the directory that a relative path starts from.
    /// - Throws: the refusal of the system.
    init(opening path: String, at parent: CInt = AT_FDCWD) throws(SystemError) {
        let opened = openat(parent, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard opened >= 0 else { throw SystemError.last() }
        var status = stat()
        guard fstat(opened, &status) == 0, let stream = fdopendir(opened) else {
            let failure = SystemError.last()
            close(opened)
            throw failure
        }
        self.stream = stream
        descriptor = opened
        identity = FileIdentity(status)
    }

    deinit { closedir(stream) }

    /// The next entry, `.` and `..` included, or `nil` after the last.
    mutating func next() throws(SystemError) -> Entry? {
        errno = 0
        guard let entry = readdir(stream) else {
            let failure = SystemError.last()
            if failure.number == 0 { return nil }
            throw failure
        }
        // The entry is the C library's and stays in place until the next call, so its name may be pointed at.
        let name = withUnsafeMutablePointer(to: &entry.pointee.d_name) { UnsafeRawPointer($0) }
        let cName = name.assumingMemoryBound(to: CChar.self)
        return Entry(
            name: UnsafeBufferPointer(start: name.assumingMemoryBound(to: UInt8.self), count: strlen(cName)),
            cName: cName,
            kind: Self.kind(entry.pointee.d_type)
        )
    }

    private static func kind(_ type: UInt8) -> Entry.Kind {
        switch Int(type) {
        case Int(DT_REG): .file
        case Int(DT_DIR): .directory
        case Int(DT_LNK): .link
        case Int(DT_UNKNOWN): .unknown
        default: .other
        }
    }
}

extension stat {
    /// Whether it is a plain file.
    var isFile: Bool { st_mode & S_IFMT == S_IFREG }
    /// Whether it is a directory.
    var isDirectory: Bool { st_mode & S_IFMT == S_IFDIR }
}
