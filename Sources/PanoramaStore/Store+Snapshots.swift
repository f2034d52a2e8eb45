// SPDX-License-Identifier: Apache-2.0

import GRDB
package import PanoramaModel

extension Store {
    /// Commits a snapshot: segment, lists to be folded, catalogue row and the state of its file, all or nothing.
    ///
    /// - Returns: whether the snapshot is new; `false` when it was committed meanwhile, and nothing was changed then.
    package func commit(
        _ entry: CatalogueEntry,
        segment: [UInt8],
        lists: [SnapshotList.Kind: [UInt8]] = [:],
        file: FileEntry
    ) throws -> Bool {
        try writeSegment(segment, entry.sha256)
        for (kind, bytes) in lists { try write(bytes, SnapshotList(kind: kind, sha256: entry.sha256)) }
        return try database.write { database in
            try database.execute(
                sql: "INSERT OR IGNORE INTO snapshots VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    entry.sha256, entry.kind, entry.path, entry.source, entry.bytes, entry.events, entry.accepted,
                    entry.rejected,
                    entry.samples, entry.comment, entry.segmentBytes, entry.unidentified,
                ]
            )
            guard database.changesCount > 0 else { return false }
            for (month, records) in entry.months {
                try database.execute(
                    sql: "INSERT INTO snapshot_months VALUES (?, ?, ?)",
                    arguments: [month.ordinal, entry.sha256, records]
                )
            }
            for (hour, records) in entry.hours {
                try database.execute(
                    sql: "INSERT INTO snapshot_hours VALUES (?, ?, ?)",
                    arguments: [hour, entry.sha256, records]
                )
            }
            for kind in lists.keys {
                try database.execute(
                    sql: "INSERT INTO lists VALUES (?, ?, 0, NULL)",
                    arguments: [entry.sha256, kind.rawValue]
                )
            }
            _ = try Self.dropOutdated(entry.sha256, database)
            try Self.upsert(file, database)
            return true
        }
    }

    /// Notes that the bytes of a snapshot were found under another path too.
    package func commitDuplicate(of sha256: String, file: FileEntry) throws {
        try database.write { database in
            try database.execute(
                sql: "UPDATE snapshots SET path = ? WHERE sha256 = ? AND path > ?",
                arguments: [file.path, sha256, file.path]
            )
            try Self.upsert(file, database)
        }
    }

    /// Whether a path is the one that a snapshot was read from.
    package func isSource(_ path: String, of sha256: String) throws -> Bool {
        try database.read { database in
            try Bool.fetchOne(
                database,
                sql: "SELECT EXISTS (SELECT 1 FROM snapshots WHERE source = ? AND sha256 = ?)",
                arguments: [path, sha256]
            ) ?? false
        }
    }

    /// Whether a snapshot was taken in.
    package func hasSnapshot(_ sha256: String) throws -> Bool {
        try database.read { database in
            try Bool.fetchOne(
                database,
                sql: "SELECT EXISTS (SELECT 1 FROM snapshots WHERE sha256 = ?)",
                arguments: [sha256]
            )
                ?? false
        }
    }

    /// What a snapshot holds; `nil` for one that is not known.
    package func kind(of sha256: String) throws -> String? {
        try database.read { database in
            try String.fetchOne(database, sql: "SELECT kind FROM snapshots WHERE sha256 = ?", arguments: [sha256])
        }
    }

    /// Whether a snapshot was taken in from a file of a size, in bytes.
    package func hasSnapshot(ofSize bytes: Int64) throws -> Bool {
        try database.read { database in
            try Bool.fetchOne(
                database,
                sql: "SELECT EXISTS (SELECT 1 FROM snapshots WHERE bytes = ?)",
                arguments: [bytes]
            ) ?? false
        }
    }

    /// All snapshots by path, then hash; without their months.
    package func snapshots() throws -> [CatalogueEntry] {
        try database.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM snapshots ORDER BY path, sha256").map { row in
                CatalogueEntry(
                    sha256: row["sha256"],
                    kind: row["kind"],
                    path: row["path"],
                    source: row["source"],
                    bytes: row["bytes"],
                    events: row["events"],
                    accepted: row["accepted"],
                    rejected: row["rejected"],
                    samples: row["samples"],
                    comment: row["comment"],
                    segmentBytes: row["segment_bytes"],
                    unidentified: row["unidentified"]
                )
            }
        }
    }

    /// The snapshots of a kind that hold records of each month, by hash.
    package func snapshotsByMonth(kind: String) throws -> [Month: [String]] {
        try database.read { try Self.snapshotsByMonth(kind: kind, $0) }
    }

    private static func snapshotsByMonth(kind: String, _ database: Database) throws -> [Month: [String]] {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT month, sha256 FROM snapshot_months JOIN snapshots USING (sha256)
                WHERE kind = ? ORDER BY month, sha256
                """,
            arguments: [kind]
        )
        var result: [Month: [String]] = [:]
        while let row = try rows.next() { result[Month(ordinal: row[0]), default: []].append(row[1]) }
        return result
    }

    /// The months that a snapshot holds records of, with their number.
    package func months(of sha256: String) throws -> [Month: Int] {
        try database.read { database in
            let rows = try Row.fetchAll(
                database,
                sql: "SELECT month, records FROM snapshot_months WHERE sha256 = ?",
                arguments: [sha256]
            )
            return Dictionary(uniqueKeysWithValues: rows.map { (Month(ordinal: $0[0]), $0[1]) })
        }
    }

    /// What the pairs of months are made from.
    package struct PairSources: Sendable {
        /// The snapshots that hold events of each hour, by hash; hours are numbered since 1970-01-01T00:00:00Z.
        package var events: [Int64: [HourShare]]
        /// The snapshots that hold counted pairs of each month, by hash.
        package var pairs: [Month: [String]]
        /// The months of which some snapshot holds records without GitHub's numbers.
        package var standIns: Set<Month>
    }

    /// What the pairs of months are made from, as it is at one moment.
    ///
    /// - Parameter pairs: the kind of snapshots of counted pairs.
    /// - Returns: the snapshots.
    /// - Throws: ``StoreError`` when the catalogue cannot be read.
    package func pairSources(pairs: String) throws -> PairSources {
        try database.read { database in
            PairSources(
                events: try Self.snapshotsByHour(database),
                pairs: try Self.snapshotsByMonth(kind: pairs, database),
                standIns: try Self.monthsWithStandIns(database)
            )
        }
    }

    /// A snapshot's share in an hour.
    package struct HourShare: Hashable, Sendable {
        /// The snapshot's hash.
        package var sha256: String
        /// Its records of the hour.
        package var records: Int
    }

    private static func snapshotsByHour(_ database: Database) throws -> [Int64: [HourShare]] {
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT hour, sha256, records FROM snapshot_hours ORDER BY hour, sha256"
        )
        var result: [Int64: [HourShare]] = [:]
        while let row = try rows.next() {
            result[row[0], default: []].append(HourShare(sha256: row[1], records: row[2]))
        }
        return result
    }

    /// The months of which some snapshot holds records whose file has a comment that begins with a text.
    package func months(ofSnapshotsCommented prefix: String) throws -> Set<Month> {
        try database.read { database in
            let ordinals = try Int.fetchAll(
                database,
                sql: """
                    SELECT DISTINCT month FROM snapshot_months JOIN snapshots USING (sha256)
                    WHERE substr(comment, 1, length(?)) = ?
                    """,
                arguments: [prefix, prefix]
            )
            return Set(ordinals.map(Month.init(ordinal:)))
        }
    }

    private static func monthsWithStandIns(_ database: Database) throws -> Set<Month> {
        let ordinals = try Int.fetchAll(
            database,
            sql: "SELECT DISTINCT month FROM snapshot_months JOIN snapshots USING (sha256) WHERE unidentified > 0"
        )
        return Set(ordinals.map(Month.init(ordinal:)))
    }
}
