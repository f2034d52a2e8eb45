// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel

/// The pairs of a month: counted from records, and packed for the cache.
package struct PairTable: Hashable, Sendable {
    /// The pairs, by developer, then repository.
    package var pairs: [Pair]
    /// The number of events they were counted from, each once.
    package var events: Int
    /// The same events by hour and type, the hours in order.
    package var hours: [HourCounts]

    /// Counts the records of one month into pairs, by developer and repository.
    ///
    /// An event counts once, see ``DistinctEvents``, however often it is among the records; of one without a developer or
    /// a repository only the hour and type count. A thing done (an issue, a comment, a push) counts once per pair however
    /// many events speak of it; stars and forks count by event. Records may come in any order.
    ///
    /// - Complexity: O(records · log(records)).
    package init(_ records: [EventRecord]) {
        pairs = []
        events = 0
        var previous: EventRecord?
        let distinct = DistinctEvents.of(records)
        events = distinct.count
        hours = HourTable.count(distinct)
        for record in distinct.sorted() where record.developer != 0 && record.repository != 0 {
            if pairs.last?.isOf(record) != true {
                pairs.append(
                    Pair(
                        developer: DeveloperID(rawValue: record.developer),
                        repository: RepositoryID(rawValue: record.repository)
                    )
                )
                previous = nil
            }
            let pair = pairs.endIndex - 1
            if record.kind.isCollaboration { pairs[pair].isActive = true }
            if record.flags.contains(.bot) { pairs[pair].isBot = true }
            if record.flags.contains(.snyk) { continue }
            if record.isValidating { pairs[pair].isValid = true }
            if previous?.kind != record.kind || previous?.key != record.key || record.kind.isCountedByEvent {
                pairs[pair].counts.add(record.kind)
            }
            previous = record
        }
    }

    /// Packs the pairs.
    package func encode() throws(SegmentError) -> [UInt8] {
        var writer = ByteWriter()
        writer.write(events)
        writer.write(pairs.count)
        var developer: Int64 = 0
        var repository: Int64 = 0
        for pair in pairs {
            writer.writeSigned(pair.developer.rawValue &- developer)
            writer.writeSigned(pair.repository.rawValue &- repository)
            developer = pair.developer.rawValue
            repository = pair.repository.rawValue
        }
        for pair in pairs {
            writer.write(UInt8((pair.isValid ? 1 : 0) | (pair.isActive ? 2 : 0) | (pair.isBot ? 4 : 0)))
        }
        for counter in ActivityCounts.Counter.allCases {
            for pair in pairs { writer.write(UInt64(pair.counts[counter])) }
        }
        HourTable.write(hours, into: &writer)
        return try SegmentEnvelope.seal(.pairs, writer.bytes)
    }

    /// Unpacks pairs.
    package init(decoding bytes: [UInt8]) throws(SegmentError) {
        var reader = ByteReader(try SegmentEnvelope.open(.pairs, bytes))
        events = Int(truncatingIfNeeded: try reader.readUInt64())
        let count = try reader.readCount()
        pairs = []
        pairs.reserveCapacity(count)
        var developer: Int64 = 0
        var repository: Int64 = 0
        for _ in 0..<count {
            developer = developer &+ (try reader.readSigned())
            repository = repository &+ (try reader.readSigned())
            pairs.append(
                Pair(developer: DeveloperID(rawValue: developer), repository: RepositoryID(rawValue: repository))
            )
        }
        for index in pairs.indices {
            let flags = try reader.readByte()
            pairs[index].isValid = flags & 1 != 0
            pairs[index].isActive = flags & 2 != 0
            pairs[index].isBot = flags & 4 != 0
        }
        for counter in ActivityCounts.Counter.allCases {
            for index in pairs.indices {
                pairs[index].counts[counter] = UInt32(truncatingIfNeeded: try reader.readUInt64())
            }
        }
        hours = try HourTable.read(&reader)
        guard reader.isAtEnd else { throw SegmentError("the data goes on behind its end") }
    }
}

extension Pair {
    /// Whether a record belongs to the pair.
    fileprivate func isOf(_ record: EventRecord) -> Bool {
        developer.rawValue == record.developer && repository.rawValue == record.repository
    }
}

extension EventRecord {
    /// Whether it makes its pair valid.
    fileprivate var isValidating: Bool {
        switch kind {
        case .issueOpened, .issueClosed, .pullRequestOpened, .pullRequestClosed: true
        case .issueComment, .reviewComment: flags.contains(.created)
        default: false
        }
    }
}

extension EventKind {
    /// Whether every event is a thing done of its own; others are counted by the id of what they are about.
    fileprivate var isCountedByEvent: Bool { self == .watch || self == .fork }
}

extension ActivityCounts {
    fileprivate mutating func add(_ kind: EventKind) {
        switch kind {
        case .issueOpened: issuesOpened &+= 1
        case .issueClosed: issuesClosed &+= 1
        case .issueComment: issueComments &+= 1
        case .reviewComment: reviewComments &+= 1
        case .pullRequestOpened: pullRequestsOpened &+= 1
        case .pullRequestClosed: pullRequestsClosed &+= 1
        case .review: reviews &+= 1
        case .push: pushes &+= 1
        case .watch: stars &+= 1
        case .fork: forks &+= 1
        default: break
        }
    }
}
