// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import PanoramaWatch

/// A directory for one test, removed with everything in it when the test lets go of it.
final class TemporaryDirectory: Sendable {
    let path: String
    /// What is to be watched or scanned; things beside it are on the same file system.
    var inbox: String { path + "/inbox" }

    init() throws {
        var template = Array((NSTemporaryDirectory() + "/panorama-watch-XXXXXX").utf8CString)
        path = try template.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress, let made = mkdtemp(start) else { throw POSIXError(.EIO) }
            return String(cString: made)
        }
        try makeDirectory("inbox")
    }

    deinit {
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            // Directories nested deeper than a path may be long are only removed step by step.
            _ = try? Process.run(URL(fileURLWithPath: "/bin/rm"), arguments: ["-rf", path]).waitUntilExit()
        }
    }

    /// The path of something, named from this directory.
    func at(_ name: String) -> String { path + "/" + name }

    func write(_ name: String, _ content: String = "content\n") throws {
        try Data(content.utf8).write(to: URL(fileURLWithPath: at(name)))
    }

    func makeDirectory(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: at(name), withIntermediateDirectories: true)
    }

    func rename(_ old: String, _ new: String) throws {
        guard Glibc.rename(at(old), at(new)) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    }

    func link(_ old: String, _ new: String) throws {
        try FileManager.default.linkItem(atPath: at(old), toPath: at(new))
    }

    /// Makes a symbolic link; a relative target starts from the directory that the link is in.
    func symlink(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: at(name), withDestinationPath: target)
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: at(name))
    }

    /// Dates a file back, as a copy that keeps times does.
    func date(_ name: String, secondsAgo: Int) {
        var times = [
            timeval(tv_sec: time(nil) - secondsAgo, tv_usec: 0), timeval(tv_sec: time(nil) - secondsAgo, tv_usec: 0),
        ]
        utimes(at(name), &times)
    }
}
