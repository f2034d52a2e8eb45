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
    /// many events speak of it, unless every event is to count; stars and forks count by event. Records may come in any
    /// order.
    ///
    /// - Complexity: O(records · log(records)).
    package init(_ records: [EventRecord], _ counting: ScoringParameters.Counting = .init()) {
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
            if record.isValidating(counting) { pairs[pair].isValid = true }
            let isByEvent = counting.everyEvent || record.kind.isCountedByEvent
            if isByEvent || previous?.kind != record.kind || previous?.key != record.key {
                pairs[pair].counts.add(record.kind)
            }
            previous = record
        }
    }

    /// Takes in pairs that somebody else counted, in any order.
    ///
    /// Of each count of a pair the larger is taken, never the sum: both tell of the same month.
    ///
    /// - Complexity: O(pairs · log(pairs)).
    package mutating func merge(_ counted: [Pair]) {
        guard !counted.isEmpty else { return }
        pairs.append(contentsOf: counted)
        pairs.unify()
    }

    /// Packs the pairs.
    package func encode() throws(SegmentError) -> [UInt8] {
        var writer = ByteWriter()
        writer.write(events)
        writer.write(pairs)
        HourTable.write(hours, into: &writer)
        return try SegmentEnvelope.seal(.pairs, writer.bytes)
    }

    /// Unpacks pairs.
    package init(decoding bytes: [UInt8]) throws(SegmentError) {
        var reader = ByteReader(try SegmentEnvelope.open(.pairs, bytes))
        events = Int(truncatingIfNeeded: try reader.readUInt64())
        pairs = try reader.readPairs()
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
    fileprivate func isValidating(_ counting: ScoringParameters.Counting) -> Bool {
        switch kind {
        case .issueOpened, .issueClosed, .pullRequestOpened: true
        case .pullRequestClosed: counting.closedPullRequestIsValid
        case .issueComment, .reviewComment: counting.anyCommentIsValid || flags.contains(.created)
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
