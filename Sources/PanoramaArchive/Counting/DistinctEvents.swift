// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Each event once, however many records tell of it.
///
/// Records of one event have the same type, id and time. Of records that differ in the rest, as when a file lacks part of
/// the payload, the one that names what the event is about is taken, then the least. An event without an id of its own is
/// also one with an id if both are of the same developer, repository, type and second: the archives of the two eras
/// overlap around the turn of 2015.
package enum DistinctEvents {
    /// The records that count, by id, then by time and type.
    ///
    /// - Complexity: O(records), as far as few share an id.
    package static func of(_ records: [EventRecord]) -> [EventRecord] {
        if zip(records, records.dropFirst()).allSatisfy({ $0.id < $1.id }) { return withoutEchoes(records) }
        var distinct: [EventRecord] = []
        distinct.reserveCapacity(records.count)
        RadixOrder.forEachRun(of: records, by: \.id) { run in
            guard run.count > 1 else { return distinct += run }
            var last: EventRecord?
            for record in run.sorted(by: { $0.precedesByIdentity($1) }) where last?.isSameEvent(as: record) != true {
                distinct.append(record)
                last = record
            }
        }
        return withoutEchoes(distinct)
    }

    /// The place and second of an event, by which those of different eras are the same.
    private struct Occasion: Hashable {
        var developer: Int64
        var repository: Int64
        var time: Int64
        var type: EventType

        init(_ record: EventRecord) {
            developer = record.developer
            repository = record.repository
            time = record.time
            type = record.kind.type
        }
    }

    /// Leaves out events without an id that stand among the others with one, one for one.
    private static func withoutEchoes(_ records: [EventRecord]) -> [EventRecord] {
        var hashed: [Occasion: Int] = [:]
        for record in records where record.flags.contains(.hashed) && record.developer != 0 && record.repository != 0 {
            hashed[Occasion(record), default: 0] += 1
        }
        guard !hashed.isEmpty else { return records }
        var echoes: [Occasion: Int] = [:]
        for record in records where !record.flags.contains(.hashed) {
            let occasion = Occasion(record)
            if let count = hashed[occasion], echoes[occasion, default: 0] < count { echoes[occasion, default: 0] += 1 }
        }
        guard !echoes.isEmpty else { return records }
        return records.filter { record in
            guard record.flags.contains(.hashed), let count = echoes[Occasion(record)], count > 0 else { return true }
            echoes[Occasion(record)] = count - 1
            return false
        }
    }
}

extension EventRecord {
    /// Whether two records tell of one event.
    fileprivate func isSameEvent(as other: EventRecord) -> Bool {
        id == other.id && time == other.time && kind.type == other.kind.type
    }

    /// Orders by identity, and records of one event by how much they say of it.
    fileprivate func precedesByIdentity(_ other: EventRecord) -> Bool {
        if id != other.id { return id < other.id }
        if time != other.time { return time < other.time }
        if kind.type != other.kind.type { return kind.type.index < other.kind.type.index }
        if hasOwnKey != other.hasOwnKey { return hasOwnKey }
        return self < other
    }

    /// Whether the payload said what the event is about, so that the key is not made of the event's own id.
    private var hasOwnKey: Bool { key != 0 && key != Int64(truncatingIfNeeded: id) }
}
