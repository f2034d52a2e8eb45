// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaArchive
import TestSupport

/// Reads bytes as a snapshot, through a real file.
func read(_ bytes: some Sequence<UInt8>, badLines: Double = 1, awaitsRest: Bool = true) throws -> Snapshot {
    let folder = try TemporaryFolder()
    return try read(file: try folder.write(bytes, to: "file"), badLines: badLines, awaitsRest: awaitsRest)
}

/// Reads text as a snapshot.
func read(_ text: String, badLines: Double = 1, awaitsRest: Bool = true) throws -> Snapshot {
    try read(Array(text.utf8), badLines: badLines, awaitsRest: awaitsRest)
}

/// Reads a file as a snapshot.
func read(file: URL, badLines: Double = 1, awaitsRest: Bool = true) throws -> Snapshot {
    let handle = try FileHandle(forReadingFrom: file)
    defer { try? handle.close() }
    return try SnapshotReader(badLines: badLines, awaitsRest: awaitsRest, now: 1_800_000_000).read(
        descriptor: handle.fileDescriptor
    )
}

/// The code of the error that reading gives; `nil` when it gives none.
func failure(_ body: () throws -> Snapshot) -> ArchiveError.Code? {
    do {
        _ = try body()
        return nil
    } catch let error as ArchiveError {
        return error.code
    } catch {
        return nil
    }
}

/// The names of a table that a snapshot saw, in the order they are packed.
func names(in snapshot: Snapshot, _ wanted: NameList.Table) throws -> [NameObservation] {
    var names: [NameObservation] = []
    try NameList.forEach(snapshot.names) { table, name in
        if table == wanted { names.append(name) }
    }
    return names
}
