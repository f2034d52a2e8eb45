// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
import PanoramaModel

/// The stand-ins among the records of a month.
struct StandIns {
    private var developerSet: Set<Int64> = []
    private var repositorySet: Set<Int64> = []

    /// None.
    init() {}

    /// Those of developers, ascending.
    var developers: [Int64] { developerSet.sorted() }
    /// Those of repositories, ascending.
    var repositories: [Int64] { repositorySet.sorted() }

    /// Adds those of records.
    mutating func add(_ records: [EventRecord]) {
        for record in records {
            if record.developer < 0 { developerSet.insert(record.developer) }
            if record.repository < 0 { repositorySet.insert(record.repository) }
        }
    }

    /// Adds those of pairs.
    mutating func add(_ pairs: [Pair]) {
        for pair in pairs {
            if pair.developer.rawValue < 0 { developerSet.insert(pair.developer.rawValue) }
            if pair.repository.rawValue < 0 { repositorySet.insert(pair.repository.rawValue) }
        }
    }

    /// Packs them for the cache.
    func encode() throws(SegmentError) -> [UInt8] {
        var writer = ByteWriter()
        for ids in [developers, repositories] {
            writer.write(ids.count)
            for id in ids { writer.writeSigned(id) }
        }
        return try SegmentEnvelope.seal(.standIns, writer.bytes)
    }

    /// Unpacks them.
    init(decoding bytes: [UInt8]) throws(SegmentError) {
        var reader = ByteReader(try SegmentEnvelope.open(.standIns, bytes[...]))
        func ids() throws(SegmentError) -> [Int64] {
            var ids: [Int64] = []
            for _ in 0..<(try reader.readCount()) { ids.append(try reader.readSigned()) }
            return ids
        }
        developerSet = Set(try ids())
        repositorySet = Set(try ids())
        guard reader.isAtEnd else { throw SegmentError("the data goes on behind its end") }
    }
}
