// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
import PanoramaModel
import PanoramaStore

/// Who is meant by names that events gave without GitHub's number, as those of 2012 to 2014 did.
///
/// Names change hands: a name means the one who was seen with it both before and after the event, of several the one who
/// took it last; else the one who was seen with it last before; else the one who was seen with it first after. What nobody
/// was ever seen with stays under its name.
struct Identities {
    /// Who bore a name, and when each was seen with it first and last, as far as a month looks.
    private typealias Bearers = [(id: Int64, first: Int64, last: Int64)]

    private let developers: [Int64: Bearers]
    private let repositories: [Int64: Bearers]

    /// Looks up the names of some stand-ins among the events of a month.
    ///
    /// What happened to a name after the month's end does not matter to it, apart from who came first: so later hours
    /// leave the months alone that they don't explain.
    init(_ standIns: StandIns, in month: Month, _ store: Store) throws {
        let end = month.advanced(by: 1).startEpochSeconds
        func clamped(_ found: [Int64: Bearers]) -> [Int64: Bearers] {
            found.mapValues { $0.map { ($0.id, $0.first, min($0.last, max(end, $0.first))) } }
        }
        developers = clamped(try store.bearers(of: standIns.developers, .developers))
        repositories = clamped(try store.bearers(of: standIns.repositories, .repositories))
    }

    /// Puts the numbers in place of the stand-ins that are known.
    func resolve(_ records: inout [EventRecord]) {
        guard !developers.isEmpty || !repositories.isEmpty else { return }
        for index in records.indices {
            let record = records[index]
            if record.developer < 0, let bearers = developers[record.developer] {
                records[index].developer = Self.bearer(bearers, at: record.time) ?? record.developer
            }
            if record.repository < 0, let bearers = repositories[record.repository] {
                records[index].repository = Self.bearer(bearers, at: record.time) ?? record.repository
            }
        }
    }

    /// Puts the numbers in place of the stand-ins of pairs; `time` is that of their names, the start of their month.
    func resolve(_ pairs: inout [Pair], at time: Int64) {
        guard !developers.isEmpty || !repositories.isEmpty else { return }
        for index in pairs.indices {
            let (developer, repository) = (pairs[index].developer.rawValue, pairs[index].repository.rawValue)
            if developer < 0, let id = developers[developer].flatMap({ Self.bearer($0, at: time) }) {
                pairs[index].developer = DeveloperID(rawValue: id)
            }
            if repository < 0, let id = repositories[repository].flatMap({ Self.bearer($0, at: time) }) {
                pairs[index].repository = RepositoryID(rawValue: id)
            }
        }
    }

    private static func bearer(_ bearers: Bearers, at time: Int64) -> Int64? {
        let around = bearers.filter { $0.first <= time && time <= $0.last }
        let before = bearers.filter { $0.last < time }
        return
            (around.max { ($0.first, $0.id) < ($1.first, $1.id) }
            ?? before.max { ($0.last, $0.first, $0.id) < ($1.last, $1.first, $1.id) }
            ?? bearers.min { ($0.first, $0.id) < ($1.first, $1.id) })?.id
    }

    /// Adds to a fingerprint all that the answers depend on.
    func add(to fingerprint: inout Fingerprint) {
        for table in [developers, repositories] {
            for (standIn, bearers) in table.sorted(by: { $0.key < $1.key }) {
                fingerprint.add("\(standIn)")
                for bearer in bearers { fingerprint.add("\(bearer.id) \(bearer.first) \(bearer.last)") }
            }
        }
    }
}

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
