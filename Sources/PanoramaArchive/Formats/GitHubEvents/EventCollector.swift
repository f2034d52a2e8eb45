// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Gathers the events of a file and packs them block by block, so that memory stays bounded.
struct EventCollector {
    /// Records in a block; 48 bytes each while they are gathered.
    private let blockSize: Int
    private var records: [EventRecord] = []
    private var blocks: [[UInt8]] = []
    private var monthCounts: [Int32: Int] = [:]
    private(set) var developers = NameTable()
    private(set) var repositories = NameTable()
    private var hours: [Int64: Int] = [:]
    private var hour: (number: Int64, events: Int) = (.min, 0)

    init(blockSize: Int = 1 << 20) {
        self.blockSize = blockSize
    }

    /// Adds the event of a line; an empty line is passed over.
    ///
    /// - Returns: what is wrong with the line, `nil` when it was good.
    /// - Throws: ``ArchiveError`` when a block cannot be packed.
    mutating func add(_ line: Line, _ parser: borrowing EventParser) throws(ArchiveError) -> String? {
        if records.count >= blockSize { try packBlock() }
        guard !line.isTooLong else { return "the line is too long" }
        let content = unsafe line.content
        guard unsafe !content.isEmpty else { return nil }
        do throws(EventParser.Problem) {
            let event = try unsafe parser.parse(content)
            add(event)
            return nil
        } catch {
            return error.reason
        }
    }

    private mutating func packBlock() throws(ArchiveError) {
        do throws(SegmentError) {
            blocks.append(try EventSegment.block(records))
        } catch {
            throw ArchiveError(error)
        }
        records.removeAll(keepingCapacity: true)
    }

    /// The events added.
    var count: Int { monthCounts.values.reduce(0, +) }

    /// The segment of everything added.
    mutating func segment() throws(ArchiveError) -> [UInt8] {
        if !records.isEmpty || blocks.isEmpty { try packBlock() }
        return SegmentEnvelope.seal(.events, frames: blocks)
    }

    private mutating func add(_ event: EventParser.Event) {
        let record = event.record
        records.append(record)
        monthCounts[record.month, default: 0] += 1
        unsafe developers.observe(id: record.developer, name: event.login, time: record.time)
        unsafe repositories.observe(id: record.repository, name: event.repositoryName, time: record.time)
        let number = record.time >= 0 ? record.time / 3_600 : (record.time - 3_599) / 3_600
        if number != hour.number {
            hours[hour.number, default: 0] += hour.events
            hour = (number, 0)
        }
        hour.events += 1
    }

    /// The hours with events, in order.
    var hourCounts: [Snapshot.HourCount] {
        var counts = hours
        counts[hour.number, default: 0] += hour.events
        return counts.filter { $0.value > 0 }.map { Snapshot.HourCount(hour: $0.key, events: $0.value) }
            .sorted { $0.hour < $1.hour }
    }

    /// The months with their number of records, in order.
    var months: [(month: Month, records: Int)] {
        monthCounts.map { (month: Month(ordinal: Int($0.key)), records: $0.value) }.sorted { $0.month < $1.month }
    }
}

extension EventParser.Problem {
    /// The problem in words.
    var reason: String {
        switch self {
        case .malformed: "the line is not one complete JSON object"
        case .notAnObject: "the line is JSON, but not an object"
        case .withoutType: "the event has no 'type'"
        case .withoutTime: "the event has no 'created_at'"
        case .withoutActor: "the event has no numeric 'actor.id', as in archives before 2015, which are not read yet"
        case .withoutRepository:
            "the event has no numeric 'repo.id', as in archives before 2015, which are not read yet"
        case .impossibleTime: "'created_at' lies before GitHub began or after now"
        case .badTime: "'created_at' is not a time such as 2025-01-31T23:59:59Z"
        }
    }
}
