// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB

/// The state on disk: the catalogue in SQLite, segments and caches as files.
///
///     panorama.db                what was taken in, names, editions
///     segments/ab/abcd….segment  what each snapshot contributes, immutable, named by the snapshot's SHA-256
///     segments/ab/abcd….names    names that it saw, until they are folded into the catalogue with those of others;
///                                kept where they do not follow from segment and catalogue, as those of events do
///     segments/ab/abcd….facts    what it says of repositories, folded likewise and kept
///     cache/                     derived from segments; may be deleted at any time
///     lock                       held by the running instance
///
/// A snapshot is committed at one point: its segment and lists are synced and renamed into place, then one transaction
/// writes its row and the state of its file. It is forgotten at one point, too: one transaction takes its row out, and all
/// that the tables know from it alone, then its files are deleted. What a kill leaves behind before the one or after the
/// other is swept when the state is opened again.
package final class Store: Sendable {
    /// The state directory.
    package let directory: String
    let database: any DatabaseWriter
    /// The file of the catalogue; that of its log begins alike.
    static let catalogueName = "panorama.db"
    /// Whether nothing may be written, since another instance may be at work.
    package let isReadOnly: Bool

    /// Opens the state for writing, making it where it is new; the lock is the caller's.
    ///
    /// - Throws: ``StoreError``.
    package init(directory: String) throws {
        self.directory = directory
        isReadOnly = false
        for path in [directory, directory + "/segments", directory + "/cache"] { try DurableFile.makeDirectory(path) }
        DurableFile.sweep(directory + "/cache")
        var configuration = Configuration()
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = NORMAL")
            try database.execute(sql: "PRAGMA secure_delete = OFF")
            // Names of an hour are spread over the whole of their tables: these pages are written back at once, and when
            // nobody waits, see `checkpoint()`.
            try database.execute(sql: "PRAGMA cache_size = -\(Self.cacheKiB)")
            try database.execute(sql: "PRAGMA wal_autocheckpoint = \(Self.pagesBeforeCheckpoint)")
        }
        do {
            database = try DatabasePool(path: "\(directory)/\(Self.catalogueName)", configuration: configuration)
            try database.read { try Self.refuseNewer($0, directory) }
            try Schema.migrator.migrate(database)
            try sweepSegments()
        } catch let error as DatabaseError {
            throw StoreError(.inputOutput, "cannot open the catalogue in \(directory): \(error)")
        }
    }

    /// Opens an existing state for reading, beside a running instance; what is derived is not kept then.
    ///
    /// - Throws: ``StoreError``; ``StoreError/Code/damaged`` when there is no catalogue, ``StoreError/Code/tooOld`` when it
    ///   must be opened for writing first.
    package init(reading directory: String) throws {
        self.directory = directory
        isReadOnly = true
        let path = "\(directory)/\(Self.catalogueName)"
        guard FileManager.default.fileExists(atPath: path) else {
            throw StoreError(
                .damaged,
                "there is no state in \(directory) yet: run 'panorama run' or 'panorama once' first"
            )
        }
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        do {
            database = try DatabaseQueue(path: path, configuration: configuration)
            try database.read { database in
                try Self.refuseNewer(database, directory)
                guard try Schema.migrator.hasCompletedMigrations(database) else {
                    throw StoreError(
                        .tooOld,
                        "the state in \(directory) was made by an older panorama: run 'panorama run' or 'panorama once' "
                            + "first, which take it over"
                    )
                }
            }
        } catch let error as DatabaseError {
            throw StoreError(.inputOutput, "cannot open \(path): \(error)")
        }
    }

    private static func refuseNewer(_ database: Database, _ directory: String) throws {
        if try Schema.isSuperseded(database) {
            throw StoreError(.tooNew, "the state in \(directory) was made by a newer panorama; use that one")
        }
    }

    // MARK: - What is derived

    /// Something derived, by name; `nil` where it was never written or was deleted.
    package func cached(_ name: String) -> [UInt8]? {
        FileManager.default.contents(atPath: "\(directory)/cache/\(name)").map { Array($0) }
    }

    /// The first bytes of something derived, at most; `nil` where it was never written or was deleted.
    package func cached(_ name: String, first count: Int) -> [UInt8]? {
        guard let file = FileHandle(forReadingAtPath: "\(directory)/cache/\(name)") else { return nil }
        return try? file.read(upToCount: count).map { Array($0) }
    }

    /// Keeps something derived; its content must carry its own check, since it is not synced.
    ///
    /// - Parameters:
    ///   - parts: the content, one part after the other.
    ///   - name: the name.
    /// - Throws: ``StoreError`` when it cannot be written.
    package func cache(_ parts: [[UInt8]], as name: String) throws {
        guard !isReadOnly else { return }
        try DurableFile.makeDirectory(directory + "/cache")
        try DurableFile.write(parts, to: "\(directory)/cache/\(name)", synced: false)
    }

    /// Deletes what was derived, apart from the names given.
    package func trimCache(keeping names: Set<String>) throws {
        let folder = directory + "/cache"
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where !names.contains(name) {
            try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
        }
    }

    // MARK: - The log of the catalogue

    /// Memory for pages of the catalogue, for each connection.
    private static let cacheKiB = 16 << 10
    /// Pages in the write-ahead log, of 4 KiB, from which on it is written back whoever waits.
    private static let pagesBeforeCheckpoint = 1 << 14

    /// Writes the log of the catalogue back into it, as far as nobody else reads or writes it; for when nobody waits.
    package func checkpoint() throws {
        do {
            try database.writeWithoutTransaction { _ = try $0.checkpoint(.passive) }
        } catch let error as DatabaseError where [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode) {
            // Another time.
        }
    }
}
