// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Paths as text, without a look at the file system.
enum FilePath {
    /// A path seen from the working directory, without `.`, `..` and repeated slashes.
    static func absolute(_ path: String) -> String {
        if path.hasPrefix("/") { return normalized(path) }
        let directory = getcwd(nil, 0)
        defer { free(directory) }
        return absolute(path, in: directory.map { String(cString: $0) } ?? "/")
    }

    /// A path seen from an absolute folder, without `.`, `..` and repeated slashes.
    static func absolute(_ path: String, in folder: String) -> String {
        normalized(path.hasPrefix("/") ? path : folder + "/" + path)
    }

    /// A path seen from the folder of a file, as a person would write it.
    static func beside(_ file: String, _ path: String) -> String {
        guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
        return file[...slash] + path
    }

    /// The folder of an absolute path.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
        return String(path[..<slash])
    }

    /// Whether an absolute path is a folder or lies in it.
    static func contains(_ folder: String, _ path: String) -> Bool {
        path == folder || path.hasPrefix(folder == "/" ? "/" : folder + "/")
    }

    private static func normalized(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }
}
