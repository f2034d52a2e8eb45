// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB

/// What snapshots keep as files: segments, and lists beside them.
extension Store {
    static let segmentKind = "segment"
    /// The ending of files that are being written.
    private static let unfinished = "part"

    private var segmentsFolder: String { directory + "/segments" }

    /// The path of a file that a snapshot keeps, by what it is.
    func path(_ sha256: String, _ kind: String) -> String {
        "\(segmentsFolder)/\(sha256.prefix(2))/\(sha256).\(kind)"
    }

    /// The segment of a snapshot.
    ///
    /// - Throws: ``StoreError``, of the code ``StoreError/Code/damaged`` only where the segment is gone.
    package func segment(_ sha256: String) throws -> [UInt8] {
        let path = path(sha256, Self.segmentKind)
        // What is only read may have been forgotten meanwhile.
        let advice = isReadOnly ? "try again; if it stays missing, " : ""
        return try contents(
            path,
            orLoss: "the segment \(path) is missing; \(advice)touch or drop its snapshot again, or restore the file"
        )
    }

    /// The bytes of a file that must be there.
    func contents(_ path: String, orLoss message: String) throws -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(filePath: path)))
        } catch let error as CocoaError where error.code == .fileReadNoSuchFile {
            throw StoreError(.damaged, message)
        } catch {
            throw StoreError(.inputOutput, "cannot read \(path): \(error.localizedDescription)")
        }
    }

    /// Whether the segment of a snapshot is there.
    package func hasSegment(_ sha256: String) -> Bool {
        FileManager.default.fileExists(atPath: path(sha256, Self.segmentKind))
    }

    func writeSegment(_ bytes: [UInt8], _ sha256: String) throws {
        let path = path(sha256, Self.segmentKind)
        try DurableFile.makeDirectory((path as NSString).deletingLastPathComponent)
        try DurableFile.write(bytes, to: path, synced: true)
    }

    /// Deletes what a snapshot keeps; one that the catalogue knows would be damaged then.
    func deleteFiles(of sha256: String) {
        for kind in [Self.segmentKind] + SnapshotList.Kind.allCases.map(\.rawValue) { unlink(path(sha256, kind)) }
    }

    /// Deletes files of snapshots that the catalogue does not know, which a kill left before the snapshot was committed or
    /// after it was forgotten, and lists in whose place the catalogue keeps what does not follow from the segment.
    ///
    /// Where the catalogue knows none at all, it may have been lost: then only what was never complete is deleted.
    ///
    /// - Complexity: O(snapshots).
    func sweepSegments() throws {
        let (known, replaced) = try database.read { database in
            let replaced = "SELECT sha256 || '.' || list FROM lists WHERE exceptions IS NOT NULL"
            return (
                try Set(String.fetchCursor(database, sql: "SELECT sha256 FROM snapshots")),
                try Set(String.fetchCursor(database, sql: replaced))
            )
        }
        let endings = Set([Self.segmentKind, Self.unfinished] + SnapshotList.Kind.allCases.map(\.rawValue))
        let manager = FileManager.default
        for folder in (try? manager.contentsOfDirectory(atPath: segmentsFolder)) ?? [] {
            for name in (try? manager.contentsOfDirectory(atPath: "\(segmentsFolder)/\(folder)")) ?? [] {
                guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { continue }
                let ending = String(name[name.utf8.index(after: dot)...])
                let isOurs = endings.contains(ending) && !(known.isEmpty && ending != Self.unfinished)
                if isOurs, !known.contains(String(name[..<dot])) || replaced.contains(name) {
                    unlink("\(segmentsFolder)/\(folder)/\(name)")
                }
            }
        }
        // Where lists were kept before they had their place here.
        try? manager.removeItem(atPath: directory + "/pending")
    }
}
