// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Which directories of the inbox are watched.
///
/// The books are kept by device and inode, because a name may come to mean another directory at any time, and because
/// watching a directory twice costs the library memory that it never frees.
struct WatchTree {
    /// What a walk led to.
    struct Outcome {
        /// The system refused to watch a directory.
        var refusal: WatchError?
        /// A watched directory has another path than the one it is known by: only new watches mend that.
        var isStale = false
    }

    private var paths: [FileIdentity: String] = [:]
    private var identities: [String: FileIdentity] = [:]

    /// How many directories are watched.
    var count: Int { paths.count }

    /// Watches a directory and all below it, those that are watched already excepted.
    ///
    /// Each directory is watched first and listed then: what is made before the listing is listed, what is made after
    /// the watch is told. What vanishes on the way is passed over, as is what may not be read: scans report it.
    ///
    /// - Parameters:
    ///   - start: the path of the directory.
    ///   - inotify: what watches.
    ///   - isStopped: asked before each directory; `true` ends the walk.
    /// - Returns: what stood in the way.
    mutating func watch(from start: String, by inotify: Inotify, isStopped: () -> Bool) -> Outcome {
        var outcome = Outcome()
        var visited: Set<FileIdentity> = []
        var waiting = [start]
        while let path = waiting.popLast(), !isStopped() {
            do {
                var directory = try DirectoryStream(opening: path)
                let identity = directory.identity
                guard visited.insert(identity).inserted else { continue }
                if let known = paths[identity] {
                    // The path that is known may be another way to it, through a link; if so it still leads there.
                    if known != path, FileIdentity(path: known) != identity { outcome.isStale = true }
                } else {
                    do {
                        try inotify.watch(path)
                    } catch  where error.meansVanished || error.number == EACCES {
                        continue
                    } catch {
                        outcome.refusal = Inotify.refusal(watching: path, error)
                        return outcome
                    }
                    paths[identity] = path
                    identities[path] = identity
                }
                while let entry = try directory.next() {
                    if let name = directory.directoryName(of: entry) { waiting.append(path + "/" + name) }
                }
            } catch  where error.number == EMFILE || error.number == ENFILE || error.number == ENOMEM {
                outcome.refusal = Inotify.refusal(watching: path, error)
            } catch {
                continue
            }
        }
        return outcome
    }

    /// Whether the path of a watched directory leads elsewhere by now, or nowhere.
    func isAstray(_ path: String) -> Bool {
        FileIdentity(path: path) != identities[path]
    }

    /// Strikes out a directory whose watch has ended.
    mutating func forget(_ path: String) {
        if let identity = identities.removeValue(forKey: path) { paths[identity] = nil }
    }
}

extension DirectoryStream {
    /// The name of an entry that is a directory, or a link to one, and counts; `nil` for any other.
    fileprivate func directoryName(of entry: Entry) -> String? {
        guard entry.kind != .file, entry.kind != .other, !IgnoredNames.contains(entry.name) else { return nil }
        if entry.kind != .directory {
            var status = stat()
            guard fstatat(descriptor, entry.cName, &status, 0) == 0, status.isDirectory else { return nil }
        }
        return String(validating: entry.name, as: UTF8.self)
    }
}
