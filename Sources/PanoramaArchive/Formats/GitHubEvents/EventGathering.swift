// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// What is gathered from the events of a file: records, packed block by block so that memory stays bounded, names,
/// and what payloads say of repositories.
struct EventGathering: ~Copyable {
    /// Records in a block; 48 bytes each while they are gathered.
    private let blockSize: Int
    private var parser: EventParser
    private var records: [EventRecord] = []
    private var blocks: [EventSegment.Block] = []
    private var hours = HourTally()
    private var developers = NameTable()
    private var repositories = NameTable()
    private var facts = FactsTable()
    private var unidentified = 0
    private var census: EventCensus?
    /// How often each trouble was met with what is an event.
    private var refused: [EventParser.Problem: Int] = [:]
    /// Objects without a type that were looked into once more; not every one, since only a few reasons are shown.
    private var untypedShown = 0

    /// Prepares to gather events of a range of time, in seconds since 1970-01-01T00:00:00Z.
    init(
        plausible: ClosedRange<Int64>,
        takesCensus: Bool = false,
        blockSize: Int = 1 << 17
    ) throws(ArchiveError) {
        self.blockSize = blockSize
        census = takesCensus ? EventCensus() : nil
        parser = try EventParser(plausible: plausible)
        records.reserveCapacity(blockSize)
    }

    /// Takes an event in or says why not; ``LineReader/padding`` readable bytes follow it.
    mutating func add(_ json: UnsafeRawBufferPointer) throws(ArchiveError) -> RecordReader.Verdict {
        let event: EventParser.Event
        do throws(EventParser.Problem) {
            event = try unsafe parser.parse(json)
        } catch .malformed {
            return .malformed
        } catch {
            if error == .withoutType, untypedShown < RejectionLog.sampleLimit {
                untypedShown += 1
                return .foreign(unsafe APIAnswer.reason(json) ?? error.reason)
            }
            if error.isOfEvent { refused[error, default: 0] += 1 }
            return .foreign(error.reason)
        }
        if records.count >= blockSize { try packBlock() }
        add(event)
        return .taken
    }

    private mutating func packBlock() throws(ArchiveError) {
        do throws(SegmentError) {
            blocks.append(try EventSegment.Block(records))
        } catch {
            throw ArchiveError(error)
        }
        records.removeAll(keepingCapacity: true)
    }

    /// The events gathered.
    var count: Int { hours.records }

    /// The reason that was given at least so often, if it was the same each time and about what is an event.
    func commonRefusal(of count: Int) -> String? {
        guard refused.count == 1, let (problem, times) = refused.first, times >= count else { return nil }
        return problem.reason
    }

    /// The snapshot of everything gathered.
    mutating func snapshot(_ account: FileAccount) throws(ArchiveError) -> Snapshot {
        if !records.isEmpty || blocks.isEmpty { try packBlock() }
        let segment: [UInt8]
        do throws(SegmentError) {
            segment = try EventSegment.encode(blocks)
        } catch {
            throw ArchiveError(error)
        }
        var snapshot = Snapshot(
            kind: .events,
            accepted: count,
            rejections: account.rejections,
            segment: segment,
            months: hours.byMonth
        )
        snapshot.hours = hours.byHour
        snapshot.unidentified = unidentified
        snapshot.comment = account.comment
        census?.isOneToALine = account.hasWholeLines
        snapshot.census = census
        developers.flush()
        repositories.flush()
        do throws(SegmentError) {
            snapshot.names = try NameList.encode(developers: developers, repositories: repositories)
            if !facts.isEmpty { snapshot.facts = try facts.packed() }
        } catch {
            throw ArchiveError(error)
        }
        return snapshot
    }

    private mutating func add(_ event: EventParser.Event) {
        let record = event.record
        records.append(record)
        hours.add(record.time)
        let (developer, repository, time) = (record.developer, record.repository, record.time)
        if developer != 0, unsafe !developers.observe(id: developer, name: event.login, time: time) {
            developers.observeNameless(id: developer, time: time)
        }
        if repository != 0, unsafe !repositories.observe(id: repository, name: event.repositoryName, time: time) {
            repositories.observeNameless(id: repository, time: time)
        }
        census?.add(event)
        if record.developer < 0 || record.repository < 0 { unidentified += 1 }
        for index in unsafe event.repositories.indices {
            unsafe facts.observe(event.repositories[index], seen: record.time)
        }
    }
}

extension EventParser.Problem {
    /// Whether what has the problem is an event all the same.
    fileprivate var isOfEvent: Bool {
        switch self {
        case .textPayload, .impossibleTime, .badTime: true
        case .malformed, .notAnObject, .withoutType, .withoutTime, .withoutSubject: false
        }
    }

    /// The problem in words.
    fileprivate var reason: String {
        switch self {
        case .malformed: "it is not one complete JSON object"
        case .notAnObject: "it is JSON, but not an object"
        case .withoutType: "the object has no 'type', so it is no event"
        case .withoutTime: "the event has no 'created_at'"
        case .withoutSubject: "the object has neither 'actor' nor 'repo', so it is no event"
        case .textPayload: "'payload' is a text; export it as a JSON object, so that what was done can be seen"
        case .impossibleTime: "'created_at' lies before GitHub began or after tomorrow"
        case .badTime: "'created_at' is not a time such as 2025-01-31T23:59:59Z"
        }
    }
}
