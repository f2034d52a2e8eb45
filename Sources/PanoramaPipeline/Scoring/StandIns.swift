// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
import PanoramaModel

/// The stand-ins among the records of a month.
struct StandIns {
    /// Those of developers, ascending.
    private(set) var developers: [Int64] = []
    /// Those of repositories, ascending.
    private(set) var repositories: [Int64] = []

    /// Gathers them from records.
    init(_ records: [EventRecord]) {
        developers = Set(records.lazy.map(\.developer).filter { $0 < 0 }).sorted()
        repositories = Set(records.lazy.map(\.repository).filter { $0 < 0 }).sorted()
    }

    /// Gathers them from pairs.
    init(_ pairs: [Pair]) {
        developers = Set(pairs.lazy.map(\.developer.rawValue).filter { $0 < 0 }).sorted()
        repositories = Set(pairs.lazy.map(\.repository.rawValue).filter { $0 < 0 }).sorted()
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
        var reader = ByteReader(try SegmentEnvelope.open(.standIns, bytes))
        func ids() throws(SegmentError) -> [Int64] {
            var ids: [Int64] = []
            for _ in 0..<(try reader.readCount()) { ids.append(try reader.readSigned()) }
            return ids
        }
        developers = try ids()
        repositories = try ids()
        guard reader.isAtEnd else { throw SegmentError("the data goes on behind its end") }
    }
}
