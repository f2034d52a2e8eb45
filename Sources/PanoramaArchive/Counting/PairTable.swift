// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel

/// The pairs of a month: counted from records, and packed for the cache.
package struct PairTable: Hashable, Sendable {
    /// The pairs.
    package private(set) var pairs: PairList
    /// The number of events they were counted from, each once.
    package private(set) var events: Int
    /// The same events by hour and type, the hours in order.
    package private(set) var hours: [HourCounts]

    /// Pairs that were counted elsewhere, sorted by developer, then repository, without repeats.
    package init(_ pairs: [Pair]) {
        (self.pairs, events, hours) = (PairList(pairs), 0, [])
    }

    /// Counts the records of one month into pairs, by developer and repository.
    ///
    /// An event counts once, see ``DistinctEvents``, however often it is among the records; of one without a developer or
    /// a repository only the hour and type count. A thing done (an issue, a comment, a push) counts once per pair however
    /// many events speak of it, unless every event is to count; stars and forks count by event. Records may come in any
    /// order.
    ///
    /// - Complexity: O(records), as far as few are of one pair.
    package init(_ records: [EventRecord], _ counting: ScoringParameters.Counting = .init()) {
        let distinct = DistinctEvents.of(records)
        pairs = PairList(Self.pairs(distinct, counting, without: []))
        (events, hours) = (distinct.count, HourTable.count(distinct))
    }

    /// Adds what other records say, each of another event, but for things that were counted before.
    ///
    /// - Throws: ``SegmentError`` when what was counted before is damaged; the table is then as it was.
    /// - Complexity: O(records + pairs), on all cores.
    mutating func add(
        distinct parts: [[EventRecord]],
        _ counting: ScoringParameters.Counting,
        without known: Set<Thing>
    ) throws {
        let counted = try Self.ranges(of: parts).concurrentMap { range in
            let records = parts.flatMap { part in part.filter { range.contains($0.developer) } }
            return Self.pairs(records, counting, without: known)
        }
        try pairs.add(Array(counted.joined())) { $0.add($1) }
        events += parts.reduce(0) { $0 + $1.count }
        for hours in try parts.concurrentMap(HourTable.count) { HourTable.add(hours, to: &self.hours) }
    }

    /// Ranges of developers, in order, that have about as many records each.
    private static func ranges(of parts: [[EventRecord]]) -> [ClosedRange<Int64>] {
        let (cuts, least) = (8, 1 << 14)
        let count = parts.reduce(0) { $0 + $1.count }
        guard count >= least else { return [Int64.min...Int64.max] }
        let step = count / 1_024
        let sample = parts.flatMap { part in stride(from: 0, to: part.count, by: step).map { part[$0].developer } }
            .sorted()
        var (ranges, start): ([ClosedRange<Int64>], Int64) = ([], .min)
        for cut in 1..<cuts where sample[cut * sample.count / cuts] > start {
            ranges.append(start...sample[cut * sample.count / cuts] - 1)
            start = sample[cut * sample.count / cuts]
        }
        return ranges + [start...Int64.max]
    }

    /// Takes in pairs that somebody else counted, in any order.
    ///
    /// Of each count of a pair the larger is taken, never the sum: both tell of the same month.
    ///
    /// - Throws: ``SegmentError`` when what was counted before is damaged; the table is then as it was.
    /// - Complexity: O(pairs).
    package mutating func merge(_ counted: [Pair]) throws {
        var counted = counted
        counted.unify()
        try pairs.add(counted) { $0.merge($1) }
    }

    /// Counts records, each of another event, but for things that were counted elsewhere.
    private static func pairs(
        _ records: [EventRecord],
        _ counting: ScoringParameters.Counting,
        without known: Set<Thing>
    ) -> [Pair] {
        var pairs: [Pair] = []
        let placed = records.filter(\.isPlaced)
        let byRepository = RadixOrder.ascending(placed.map { UInt64(ordered: $0.repository) })
        let order = RadixOrder.ascending(placed.map { UInt64(ordered: $0.developer) }, starting: byRepository)
        RadixOrder.forEachRun(of: placed, order, areAlike: EventRecord.areOfOnePair) { run in
            if let pair = Pair(counting: run, counting, without: known) { pairs.append(pair) }
        }
        return pairs
    }

    // MARK: - Packed form

    /// Packs it: what is known of events and hours with the directory of the pairs, then each block of pairs in a frame of
    /// its own, by all cores.
    package func encode() throws -> [UInt8] {
        var directory = ByteWriter()
        directory.write(events)
        HourTable.write(hours, into: &directory)
        directory.write(directoryOf: pairs)
        let frames = try pairs.blocks.concurrentMap { try SegmentEnvelope.frame($0.columns) }
        return SegmentEnvelope.seal(.pairs, frames: [try SegmentEnvelope.frame(directory.bytes)] + frames)
    }

    /// Unpacks and checks one, by all cores; the pairs stay in their columns.
    package init(decoding bytes: ArraySlice<UInt8>) throws {
        let frames = try SegmentEnvelope.packedFrames(.pairs, bytes)
        var reader = ByteReader(try SegmentEnvelope.unpack(frames.first ?? []))
        events = try reader.readAmount()
        hours = try HourTable.read(&reader)
        let directory = try reader.readPairDirectory()
        guard reader.isAtEnd, frames.count == directory.blocks.count + 1 else {
            throw SegmentError("there are more or fewer frames than counted")
        }
        let repositoryCount = directory.repositories.count
        let blocks = try Array(zip(directory.blocks, frames.dropFirst())).concurrentMap { head, frame in
            var pairs: [Pair] = []
            let columns = try SegmentEnvelope.unpack(frame)
            let block = try PairList.Block(developer: head.developer, count: head.count, columns: columns)
            // What is wrong shows here, where all can be counted anew, and not where the pairs are needed.
            try block.unpack(repositoryCount, into: &pairs)
            return block
        }
        pairs = PairList(repositories: directory.repositories, blocks: blocks)
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
