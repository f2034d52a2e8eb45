// SPDX-License-Identifier: Apache-2.0

import Glibc

/// One scan under way.
///
/// Directories reached by their own names come first, those behind links after them and in byte order, so that a file
/// reached twice over bears its own path whatever order the file system lists entries in. All directories are opened
/// relative to the inbox, one at a time: depth costs neither stack nor descriptors.
struct ScanWalk: ~Copyable {
    private var root: DirectoryStream
    private var files: [InboxFile] = []
    private var problems: [InboxProblem] = []
    /// The directories that were listed, with the path that led to them first.
    private var listed: [FileIdentity: String] = [:]
    /// Directories still to list, relative to the inbox.
    private var waiting: [String] = []
    /// Links to directories, to follow when ``waiting`` has run out.
    private var links: [String] = []

    init(root: consuming DirectoryStream) {
        self.root = root
    }

    /// Lists everything.
    mutating func run() throws(SystemError) {
        listed[root.identity] = ""
        while let entry = try root.next() {
            take(entry, of: root.descriptor, below: "")
        }
        listWaiting()
        while !links.isEmpty {
            let batch = links.sorted(by: precedes)
            links.removeAll()
            for link in batch {
                list(link, isLink: true)
                listWaiting()
            }
        }
    }

    /// What was found, in order.
    consuming func result() -> InboxScan {
        InboxScan(
            files: files.sorted { precedes($0.path, $1.path) },
            problems: problems.sorted { precedes($0.path, $1.path) }
        )
    }

    private mutating func listWaiting() {
        while let path = waiting.popLast() { list(path, isLink: false) }
    }

    private mutating func list(_ path: String, isLink: Bool) {
        do {
            var directory = try DirectoryStream(opening: path, at: root.descriptor)
            if let first = listed.updateValue(path, forKey: directory.identity) {
                listed[directory.identity] = first
                // Met again by its own name, it was renamed during this scan, or is mounted twice: nothing is lost.
                guard isLink else { return }
                let target = first.isEmpty ? "the inbox itself" : first
                problems.append(
                    InboxProblem(
                        .loop,
                        path: path,
                        message: "leads to \(target), which is scanned there; remove the link"
                    )
                )
                return
            }
            while let entry = try directory.next() {
                take(entry, of: directory.descriptor, below: path + "/")
            }
        } catch  where error.meansVanished {
        } catch {
            problems.append(InboxProblem(.unreadable, path: path, message: "cannot be read: \(error)"))
        }
    }

    private mutating func take(_ entry: DirectoryStream.Entry, of directory: CInt, below prefix: String) {
        if IgnoredNames.contains(entry.name) || entry.kind == .other { return }
        guard let name = String(validating: entry.name, as: UTF8.self) else {
            problems.append(
                InboxProblem(.name, path: prefix + escaped(entry.name), message: "the name is not UTF-8; rename it")
            )
            return
        }
        let path = prefix + name
        if entry.kind == .directory {
            waiting.append(path)
            return
        }
        var status = stat()
        guard fstatat(directory, entry.cName, &status, 0) == 0 else {
            note(SystemError.last(), at: path, entry, of: directory)
            return
        }
        if status.isFile {
            files.append(InboxFile(path: path, status: status))
        } else if status.isDirectory {
            if entry.kind == .link || isLink(entry, of: directory) { links.append(path) } else { waiting.append(path) }
        }
    }

    private func isLink(_ entry: DirectoryStream.Entry, of directory: CInt) -> Bool {
        var status = stat()
        return fstatat(directory, entry.cName, &status, AT_SYMLINK_NOFOLLOW) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// Notes why an entry's status cannot be had, unless the entry is gone.
    private mutating func note(
        _ failure: SystemError,
        at path: String,
        _ entry: DirectoryStream.Entry,
        of directory: CInt
    ) {
        let problem: InboxProblem
        switch failure.number {
        case ENOENT, ENOTDIR:
            guard isLink(entry, of: directory) else { return }
            problem = InboxProblem(.danglingLink, path: path, message: "the symbolic link leads nowhere")
        case ELOOP:
            problem = InboxProblem(.loop, path: path, message: "the symbolic link leads back to itself")
        default:
            problem = InboxProblem(.unreadable, path: path, message: "cannot be read: \(failure)")
        }
        problems.append(problem)
    }
}

/// Whether a path comes before another by its bytes.
func precedes(_ left: String, _ right: String) -> Bool {
    var left = left
    var right = right
    return left.withUTF8 { left in
        right.withUTF8 { right in
            guard let start = left.baseAddress, let other = right.baseAddress else { return left.count < right.count }
            let order = memcmp(start, other, min(left.count, right.count))
            return order == 0 ? left.count < right.count : order < 0
        }
    }
}

/// A name for people, with the bytes that no character can be made of written as `\xE9`.
private func escaped(_ name: UnsafeBufferPointer<UInt8>) -> String {
    var text = ""
    var rest = name[...]
    while let byte = rest.first {
        let length = (1...4).first { String(validating: rest.prefix($0), as: UTF8.self)?.unicodeScalars.count == 1 }
        if let length {
            text += String(decoding: rest.prefix(length), as: UTF8.self)
        } else {
            text += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
        rest = rest.dropFirst(length ?? 1)
    }
    return text
}
