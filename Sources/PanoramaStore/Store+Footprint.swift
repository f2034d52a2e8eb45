// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB

extension Store {
    /// What the state takes on disk, in bytes, and what it was made from.
    package struct Footprint: Hashable, Sendable, Encodable {
        /// The files that were taken in, each content once.
        package var inputs = 0
        /// What snapshots contribute.
        package var segments = 0
        /// What they saw of names and say of repositories.
        package var lists = 0
        /// The catalogue, with names and facts put together.
        package var catalogue = 0
        /// What is derived and may be deleted.
        package var cache = 0
    }

    /// Measures the state.
    ///
    /// - Throws: ``StoreError`` when the catalogue cannot be read.
    /// - Complexity: O(files of the state).
    package func footprint() throws -> Footprint {
        var footprint = Footprint()
        footprint.inputs = try database.read { database in
            try Int.fetchOne(database, sql: "SELECT SUM(bytes) FROM snapshots") ?? 0
        }
        let root = URL(filePath: directory, directoryHint: .isDirectory)
        let keys: [URLResourceKey] = [.isRegularFileKey, .fileSizeKey]
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: keys)
        while let file = files?.nextObject() as? URL {
            // What was deleted meanwhile takes nothing.
            guard let values = try? file.resourceValues(forKeys: Set(keys)), values.isRegularFile == true,
                let size = values.fileSize
            else { continue }
            switch file.deletingLastPathComponent().lastPathComponent {
            case "cache": footprint.cache += size
            case _ where file.pathExtension == Self.segmentKind: footprint.segments += size
            case _ where SnapshotList.Kind(rawValue: file.pathExtension) != nil: footprint.lists += size
            case _ where file.lastPathComponent.hasPrefix(Self.catalogueName): footprint.catalogue += size
            default: break
            }
        }
        return footprint
    }
}
