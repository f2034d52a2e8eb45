// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@testable import PanoramaArchive

@Suite
struct EventCensusTests {
    private func snapshot(_ lines: [String], takesCensus: Bool = true) throws -> Snapshot {
        let folder = try TemporaryFolder()
        let handle = try FileHandle(forReadingFrom: folder.write(lines.joined(separator: "\n") + "\n", to: "file"))
        defer { try? handle.close() }
        let reader = SnapshotReader(badLines: 1, awaitsRest: true, now: 1_800_000_000, takesCensus: takesCensus)
        return try reader.read(descriptor: handle.fileDescriptor)
    }

    @Test
    func aCensusIsTakenOnlyWhereItIsAskedForAndChangesNothing() throws {
        let lines = (1...9).map { InventedEvent(id: $0).line }
        let without = try snapshot(lines, takesCensus: false)
        let with = try snapshot(lines)
        #expect(without.census == nil)
        #expect(with.census != nil)
        #expect(with.segment == without.segment)
    }

    @Test
    func eventsAreCountedByTypeAndActionTheMostFrequentFirstThenByName() throws {
        let census = try #require(
            snapshot([
                InventedEvent(id: 1, type: "PushEvent", payload: "{}").line,
                InventedEvent(id: 2, type: "AEvent", payload: #"{"action":"b"}"#).line,
                InventedEvent(id: 3, type: "AEvent", payload: #"{"action":"a"}"#).line,
                InventedEvent(id: 4, type: "AEvent", payload: "{}").line,
                InventedEvent(id: 5, type: "AEventa", payload: "{}").line,
                InventedEvent(id: 6, type: "PushEvent", payload: "{}", time: "2025-01-16T00:00:00Z").line,
            ]).census
        )
        #expect(census.counts.map(\.type) == ["PushEvent", "AEvent", "AEvent", "AEvent", "AEventa"])
        #expect(census.counts.map(\.action) == [nil, nil, "a", "b", nil])
        #expect(census.counts.map(\.events) == [2, 1, 1, 1, 1])
        #expect(census.span == 1_736_926_200...1_736_985_600)
        #expect(census.isOneToALine)
    }

    @Test
    func whatEventsLackIsCounted() throws {
        let census = try #require(
            snapshot([
                #"{"type":"PushEvent","actor":{},"repo":{"id":2,"name":"a/b"},"created_at":"2025-01-01T00:00:00Z"}"#,
                #"{"id":"5","type":"PushEvent","actor":{"id":1},"repo":{},"created_at":"2025-01-01T00:00:00Z"}"#,
                InventedEvent(id: 6).line,
            ]).census
        )
        #expect((census.withoutDeveloper, census.withoutRepository, census.withoutID) == (1, 1, 1))
    }
}
