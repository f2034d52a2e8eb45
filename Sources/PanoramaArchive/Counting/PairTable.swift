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
    /// - Complexity: O(records), as far as few are of one pair.
    package init(_ records: [EventRecord], _ counting: ScoringParameters.Counting = .init()) {
        self.init(distinct: DistinctEvents.of(records), counting)
    }

    /// Counts records, each of another event, but for things that were counted elsewhere.
    init(distinct records: [EventRecord], _ counting: ScoringParameters.Counting, without known: Set<Thing> = []) {
        pairs = []
        events = records.count
        hours = HourTable.count(records)
        let placed = records.filter(\.isPlaced)
        let byRepository = RadixOrder.ascending(placed.map { UInt64(ordered: $0.repository) })
        let order = RadixOrder.ascending(placed.map { UInt64(ordered: $0.developer) }, starting: byRepository)
        RadixOrder.forEachRun(of: placed, order, areAlike: EventRecord.areOfOnePair) { run in
            if let pair = Pair(counting: run, counting, without: known) { pairs.append(pair) }
        }
    }

    /// Adds what was counted from other events.
    ///
    /// - Complexity: O(pairs of both).
    mutating func add(_ other: PairTable) {
        events += other.events
        HourTable.add(other.hours, to: &hours)
        pairs.add(other.pairs)
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

    /// Packs the pairs, and behind them in a frame of its own what is known of events and hours.
    package func encode() throws(SegmentError) -> [UInt8] {
        var (ofPairs, ofEvents) = (ByteWriter(), ByteWriter())
        ofPairs.write(pairs)
        ofEvents.write(events)
        HourTable.write(hours, into: &ofEvents)
        return SegmentEnvelope.seal(
            .pairs,
            frames: [try SegmentEnvelope.frame(ofPairs.bytes), try SegmentEnvelope.frame(ofEvents.bytes)]
        )
    }

    /// The packed pairs of a packed table, without what is known of events: equal pairs, equal bytes.
    package static func packedPairs(_ bytes: [UInt8]) throws(SegmentError) -> ArraySlice<UInt8> {
        try SegmentEnvelope.packedFrames(.pairs, bytes).first ?? []
    }

    /// Unpacks pairs.
    package init(decoding bytes: [UInt8]) throws(SegmentError) {
        let frames = try SegmentEnvelope.packedFrames(.pairs, bytes)
        guard frames.count == 2 else { throw SegmentError("there are more or fewer frames than two") }
        var ofPairs = ByteReader(try SegmentEnvelope.unpack(frames[0]))
        var ofEvents = ByteReader(try SegmentEnvelope.unpack(frames[1]))
        pairs = try ofPairs.readPairs()
        events = try ofEvents.readAmount()
        hours = try HourTable.read(&ofEvents)
        guard ofPairs.isAtEnd, ofEvents.isAtEnd else { throw SegmentError("the data goes on behind its end") }
    }
}

extension Pair {
    /// Counts the records of one pair, each of another event, but for things counted elsewhere; `nil` when there are none.
    fileprivate init?(
        counting records: [EventRecord],
        _ counting: ScoringParameters.Counting,
        without known: Set<Thing>
    ) {
        guard let first = records.first else { return nil }
        self.init(
            developer: DeveloperID(rawValue: first.developer),
            repository: RepositoryID(rawValue: first.repository)
        )
        var previous: EventRecord?
        for record in records.count > 1 ? records.sorted() : records {
            if record.kind.isCollaboration { isActive = true }
            if record.flags.contains(.bot) { isBot = true }
            if record.flags.contains(.snyk) { continue }
            if record.isValidating(counting) { isValid = true }
            if counting.everyEvent || !record.isCountedByThing {
                counts.add(record.kind)
            } else if previous?.kind != record.kind || previous?.key != record.key, !record.isAmong(known) {
                counts.add(record.kind)
            }
            previous = record
        }
    }
}

extension EventRecord {
    /// Whether two records are of one developer in one repository.
    fileprivate static func areOfOnePair(_ left: EventRecord, _ right: EventRecord) -> Bool {
        left.developer == right.developer && left.repository == right.repository
    }

    /// Whether the thing it speaks of is among some.
    fileprivate func isAmong(_ things: Set<Thing>) -> Bool {
        !things.isEmpty && Thing(self).map(things.contains) == true
    }

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
