// SPDX-License-Identifier: Apache-2.0

import PanoramaStore
import PanoramaWatch

/// What is known of every file of the inbox, held against what a scan finds: the scan is the truth.
struct InboxLedger {
    /// By the bytes of the path: two names that Unicode holds for equal are two files.
    private var known: [[UInt8]: FileEntry]
    private let keepsFailed: Bool

    /// Starts from what the catalogue says.
    ///
    /// Failed files that lie in the inbox are tried again: the configuration or the program may be another one now. Where
    /// they are moved away, they are left alone.
    ///
    /// - Parameters:
    ///   - files: the files of the catalogue.
    ///   - keepsFailed: whether failed files that are gone stay known, as when they are moved away.
    init(_ files: [FileEntry], keepsFailed: Bool) {
        self.keepsFailed = keepsFailed
        let files = files.map { file in
            var file = file
            if file.state == .failed, !keepsFailed { file.state = .waiting }
            return file
        }
        known = Dictionary(files.map { (Array($0.path.utf8), $0) }) { $1 }
    }

    /// What a scan brought to light.
    struct Changes {
        /// Files that still have to be read, in the order of the scan.
        var open: [InboxFile] = []
        /// Files that nothing more is to be done with.
        var settled: [FileEntry] = []
        /// Files to be noted as waiting.
        var waiting: [FileEntry] = []
        /// Files that are gone and had not been taken in.
        var gone: [String] = []
    }

    /// Compares a scan with what is known and learns from it.
    ///
    /// A file that was taken in, is a duplicate, failed or was forgotten is left alone until its size, times or inode
    /// change; an incomplete one until it changes or its time is over. Files taken in stay known when they are gone:
    /// removing an input does not un-count it. So do forgotten ones: an inbox that is away for a while must not bring
    /// back with it what was taken out.
    ///
    /// - Parameters:
    ///   - files: the files of the inbox.
    ///   - isOver: whether the time of an incomplete file is over.
    /// - Returns: what has to be done.
    mutating func update(_ files: [InboxFile], isOver: (FileEntry) -> Bool) -> Changes {
        var changes = Changes()
        var present: Set<[UInt8]> = []
        for file in files {
            let key = Array(file.path.utf8)
            present.insert(key)
            let entry = FileEntry(file)
            if let old = known[key], old.isSameFile(as: entry) {
                switch old.state {
                case .done, .duplicate, .failed, .forgotten:
                    changes.settled.append(old)
                    continue
                case .incomplete:
                    if isOver(entry) { changes.open.append(file) }
                    continue
                case .waiting, .reading:
                    changes.open.append(file)
                    continue
                }
            }
            known[key] = entry
            changes.open.append(file)
            changes.waiting.append(entry)
        }
        for (key, entry) in known where !present.contains(key) {
            switch entry.state {
            case .done, .duplicate, .forgotten: continue
            case .failed where keepsFailed: continue
            case .waiting, .incomplete, .reading, .failed: break
            }
            known[key] = nil
            changes.gone.append(entry.path)
        }
        changes.gone.sort()
        return changes
    }

    /// Learns where a file stands after it was looked at; `nil` when it is gone.
    mutating func note(_ entry: FileEntry?, path: String) {
        known[Array(path.utf8)] = entry
    }

    /// The greatest age of an incomplete file, in seconds; `nil` when there is none.
    func oldestIncomplete(at now: Int64) -> Double? {
        known.values.filter { $0.state == .incomplete }.map { $0.age(at: now) }.max()
    }
}

extension FileEntry {
    /// A file as scanned, waiting.
    init(_ file: InboxFile) {
        self.init(
            path: file.path,
            size: file.size,
            modified: file.modified,
            changed: file.changed,
            inode: file.inode,
            state: .waiting
        )
    }

    /// Seconds since the file last changed; negative when its times lie in the future.
    func age(at now: Int64) -> Double {
        (Double(now) - Double(max(modified, changed))) / 1e9
    }
}
