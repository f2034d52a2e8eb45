// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaArchive
import PanoramaModel
import TestSupport
import Testing

@Suite(.enabled(if: RealData.hasData, "the real events are not here"))
struct RealHourTests {
    private func hour(_ name: String) throws -> URL {
        try #require(RealData.data).appending(path: "hours/\(name).json.gz")
    }

    @Test(arguments: [("2015-01-01-0", 7_702), ("2015-01-01-1", 7_427), ("2015-01-01-1.republished", 7_427)])
    func everyEventIsAccountedForAndPairsAgreeWithANaiveCount(name: String, events: Int) throws {
        let snapshot = try read(file: hour(name))
        #expect(snapshot.events == events)
        #expect(snapshot.accepted == events)
        #expect(snapshot.rejections.count == 0)

        var naive = NaiveCounter()
        try naive.add(gunzip(hour(name)))
        #expect(naive.events == events)
        let records = try EventSegment.decode(snapshot.segment)
        #expect(PairTable(records).events == events)
        #expect(PairTable(records).hours.reduce(0) { $0 + $1.total } == events)
        try expectEqual(records, naive)
    }

    @Test
    func theRepublishedHourAddsNothing() throws {
        let first = try EventSegment.decode(read(file: hour("2015-01-01-1")).segment)
        let again = try EventSegment.decode(read(file: hour("2015-01-01-1.republished")).segment)
        #expect(PairTable(first + again) == PairTable(first))
        #expect(PairTable(again + first) == PairTable(first))
    }

    @Test
    func twoHoursTogetherAgreeWithANaiveCount() throws {
        var naive = NaiveCounter()
        var records: [EventRecord] = []
        for name in ["2015-01-01-1", "2015-01-01-0", "2015-01-01-1.republished"] {
            records += try EventSegment.decode(read(file: hour(name)).segment)
            try naive.add(gunzip(hour(name)))
        }
        try expectEqual(records, naive)
    }

    @Test
    func aSegmentIsSmallBesideItsInput() throws {
        let file = try hour("2015-01-01-0")
        let size = try #require(FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int)
        #expect(try read(file: file).segment.count * 100 < size * 4)
    }

    @Test
    func trimmedEventsOfAnAPIAnswerAreReadWhenWrittenAsLines() throws {
        let folder = try #require(RealData.data).appending(path: "post-trim")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            $0.hasSuffix("-events.json")
        }
        #expect(!names.isEmpty)
        for name in names {
            let objects =
                try JSONSerialization.jsonObject(with: Data(contentsOf: folder.appending(path: name))) as? [Any]
            let lines = try (objects ?? []).map { try JSONSerialization.data(withJSONObject: $0) }
            let content = Data(lines.joined(separator: [0x0a]) + [0x0a])
            let snapshot = try read(content)
            #expect(snapshot.accepted == lines.count)
            var naive = NaiveCounter()
            try naive.add(content)
            try expectEqual(EventSegment.decode(snapshot.segment), naive)
        }
    }

    /// Holds pairs of every month against the naive count: the same take part, with the same counts and activity.
    private func expectEqual(_ records: [EventRecord], _ naive: NaiveCounter) throws {
        let weights = ScoringParameters.Weights()
        var expected = naive.pairs
        for (month, records) in Dictionary(grouping: records, by: \.month) {
            for pair in try PairTable(records).pairs.unpacked() where !pair.isBot {
                let key = NaiveCounter.Pair(
                    month: Month(ordinal: Int(month)).description,
                    developer: Int(pair.developer.rawValue),
                    repository: Int(pair.repository.rawValue)
                )
                let counts = expected.removeValue(forKey: key)
                let naive = try #require(counts ?? (pair.counts == ActivityCounts() ? NaiveCounter.Counts() : nil))
                #expect(pair.counts.activity(weights) == naive.activity)
                #expect(pair.isValid == naive.isValid)
                #expect(Int(pair.counts.pushes) == naive.pushes.count)
                #expect(Int(pair.counts.issueComments) == naive.issueComments.count)
            }
        }
        #expect(expected.isEmpty)
    }
}
