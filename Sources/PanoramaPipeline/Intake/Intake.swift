// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaArchive
package import PanoramaModel
package import PanoramaStore

/// Takes one file of the inbox in: reads and hashes it in one pass, then commits what it holds.
package struct Intake: Sendable {
    let store: Store
    let inbox: String
    let settings: IntakeSettings
    let folder: NameFolder

    package init(store: Store, inbox: String, settings: IntakeSettings, folder: NameFolder) {
        self.store = store
        self.folder = folder
        self.inbox = inbox
        self.settings = settings
    }

    /// Takes a file in and notes where it stands then.
    ///
    /// The content is identified by its SHA-256: the same bytes under another name are a duplicate. Where a file of the same
    /// size was taken in before, the bytes are hashed first, and read only when they are others. A file that changes while it is read is left waiting. Nothing is written to the inbox.
    ///
    /// - Parameters:
    ///   - found: the file as the scan found it.
    ///   - now: the wall clock, in nanoseconds since 1970-01-01T00:00:00Z; decides whether an incomplete file may wait.
    /// - Returns: the file as noted in the catalogue; `nil` when it is gone.
    /// - Throws: ``StoreError`` when the state cannot be written; the file is then taken in another time.
    package func take(_ found: FileEntry, now: Int64) throws -> FileEntry? {
        do {
            let file = try OpenFile(path: "\(inbox)/\(found.path)")
            let entry = try file.entry(path: found.path)
            try store.record(entry)
            if let known = try noteIfKnown(file, entry) { return known }
            return try read(file, entry, now)
        } catch IntakeError.vanished {
            try store.dropFiles([found.path])
            return nil
        } catch IntakeError.unreadable(let reason) {
            var entry = found
            entry.state = .failed
            entry.reason = reason
            try store.record(entry)
            return entry
        }
    }

    /// Hashes a file where one of its size was taken in before, and notes it when it is that one.
    private func noteIfKnown(_ file: borrowing OpenFile, _ entry: FileEntry) throws -> FileEntry? {
        guard try store.hasSnapshot(ofSize: entry.size) else { return nil }
        let sha256 = try FileDigest(descriptor: file.descriptor).finish()
        guard try store.hasSnapshot(sha256), store.hasSegment(sha256), try !store.lacksList(sha256) else { return nil }
        return try noteKnown(entry, sha256)
    }

    /// Reads and hashes a file in one pass over its bytes.
    private func read(_ file: borrowing OpenFile, _ seen: FileEntry, _ now: Int64) throws -> FileEntry {
        var entry = seen
        Heap.preferLargePages()
        let digest = FileDigest(descriptor: file.descriptor)
        let mayWait = entry.age(at: now) < settings.incomplete
        let reader = SnapshotReader(badLines: settings.badLines, awaitsRest: mayWait, now: now / 1_000_000_000)
        let outcome = Result { () throws(ArchiveError) in
            try reader.read(descriptor: file.descriptor, path: seen.path, onBytes: digest.add)
        }
        let sha256 = try digest.finish()
        entry.sha256 = sha256
        guard try file.entry(path: entry.path).isSameFile(as: entry) else {
            entry.state = .waiting
            entry.sha256 = nil
            entry.reason = "it changed while it was read"
            try store.record(entry)
            return entry
        }
        switch outcome {
        case .success(let snapshot):
            return try commit(snapshot, entry, sha256)
        case .failure(let error):
            entry.state = error.code == .incomplete && mayWait ? .incomplete : .failed
            entry.reason = error.reason(mayWait: mayWait, patience: settings.incomplete)
            entry.events = error.events
            entry.rejected = error.rejections.count
            try store.record(entry)
            return entry
        }
    }

    private func commit(_ snapshot: Snapshot, _ seen: FileEntry, _ fileHash: String) throws -> FileEntry {
        var entry = seen
        entry.state = .done
        let sha256 = snapshot.subject.map { "\(fileHash).\(Fingerprint($0).hex.prefix(16))" } ?? fileHash
        entry.sha256 = sha256
        let samples = try JSONEncoder().encode(snapshot.rejections.samples)
        let isNew = try store.commit(
            CatalogueEntry(
                sha256: sha256,
                kind: snapshot.kind.rawValue,
                path: entry.path,
                source: entry.path,
                bytes: Int(entry.size),
                events: snapshot.events,
                accepted: snapshot.accepted,
                rejected: snapshot.rejections.count,
                samples: String(decoding: samples, as: UTF8.self),
                comment: snapshot.comment ?? "",
                segmentBytes: snapshot.segment.count,
                unidentified: snapshot.unidentified,
                months: Dictionary(uniqueKeysWithValues: snapshot.months.map { ($0.month, $0.records) }),
                hours: Dictionary(uniqueKeysWithValues: snapshot.hours.map { ($0.hour, $0.records) })
            ),
            segment: snapshot.segment,
            lists: [.names: snapshot.names, .facts: snapshot.facts].filter { !$0.value.isEmpty },
            file: entry
        )
        guard isNew else { return try noteKnown(entry, sha256) }
        try folder.foldIfMany()
        return entry
    }

    /// Notes a file whose bytes are known: done when it is the one they came from, else a duplicate.
    private func noteKnown(_ seen: FileEntry, _ sha256: String) throws -> FileEntry {
        var entry = seen
        entry.sha256 = sha256
        entry.state = try store.isSource(entry.path, of: sha256) ? .done : .duplicate
        try store.commitDuplicate(of: sha256, file: entry)
        return entry
    }
}
