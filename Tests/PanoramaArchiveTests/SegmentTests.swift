// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import TestSupport
import Testing

@testable import PanoramaArchive

@Suite
struct SegmentTests {
    private func randomRecords(_ seed: UInt64) -> [EventRecord] {
        var random = SplitMix(seed: seed)
        return (0..<Int.random(in: 0...300, using: &random)).map { _ in
            EventRecord(
                developer: [1, 77, .max, .random(in: 1...1_000_000_000, using: &random)].randomElement(using: &random)
                    ?? 1,
                repository: [1, .max, .random(in: 1...1_000_000_000, using: &random)].randomElement(using: &random)
                    ?? 1,
                key: [0, .min, .max, .random(in: 1...9_000, using: &random)].randomElement(using: &random) ?? 0,
                id: [0, .max, .random(in: 1...60_000_000_000, using: &random)].randomElement(using: &random) ?? 0,
                time: [.min, 0, .random(in: 1_400_000_000...1_900_000_000, using: &random)].randomElement(
                    using: &random
                ) ?? 0,
                month: .random(in: 24_180...24_183, using: &random),
                kind: EventKind.allCases.randomElement(using: &random) ?? .other,
                flags: EventRecord.Flags(rawValue: .random(in: 0...7, using: &random))
            )
        }
    }

    /// Records as a segment holds them: each once, by month, id, then the rest.
    private func inOrder(_ records: [EventRecord]) -> [EventRecord] {
        Set(records).sorted { left, right in
            (left.month, left.id) != (right.month, right.id)
                ? (left.month, left.id) < (right.month, right.id) : left < right
        }
    }

    @Test(arguments: UInt64(0)..<100)
    func whatIsPackedComesOutSortedAndOnce(seed: UInt64) throws {
        let records = randomRecords(seed)
        let bytes = try EventSegment.encode(records + records.prefix(10))
        #expect(try EventSegment.decode(bytes) == inOrder(records))
        #expect(try EventSegment.encode(records.reversed()) == bytes)
        let month = Month(ordinal: 24_181)
        #expect(try EventSegment.decode(bytes, month: month) == inOrder(records).filter { $0.month == 24_181 })
    }

    @Test(arguments: UInt64(0)..<20)
    func hoursAreTakenFromTheBlocksThatHoldThem(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let records = randomRecords(seed).sorted { $0.time < $1.time }
        let blocks = try stride(from: 0, to: records.count, by: 64).map { start in
            try EventSegment.Block(Array(records[start..<min(start + 64, records.count)]))
        }
        let bytes = try EventSegment.encode(blocks)
        let all = Set(records)
        #expect(Set(try EventSegment.decode(bytes)) == all)
        let hours = Set(all.map(\.hour).shuffled(using: &random).prefix(3))
        #expect(Set(try EventSegment.decode(bytes, hours: hours)) == all.filter { hours.contains($0.hour) })
        #expect(try EventSegment.decode(bytes, hours: []).isEmpty)
        // Only blocks that hold such hours are unpacked: damage in the last one, where its checksum is, is met by its hours.
        var damaged = bytes
        damaged[damaged.count - 1] ^= 1
        let (first, span) = (try #require(records.first?.hour), try #require(blocks.last?.hours))
        guard !span.contains(first) else { return }
        #expect(try !EventSegment.decode(damaged, hours: [first]).isEmpty)
        #expect(throws: SegmentError.self) { try EventSegment.decode(damaged, hours: [span.upperBound]) }
    }

    @Test(arguments: UInt64(0)..<20)
    func damageIsAnErrorNotACrash(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let bytes = try EventSegment.encode(randomRecords(seed + 1_000))
        for _ in 0..<50 {
            var damaged = bytes
            damaged[.random(in: 0..<bytes.count, using: &random)] ^= .random(in: 1...255, using: &random)
            if let records = try? EventSegment.decode(damaged) {
                #expect(try records == EventSegment.decode(bytes), "damage went unnoticed")
            }
            #expect(throws: SegmentError.self) {
                try EventSegment.decode(Array(bytes.prefix(.random(in: 0..<bytes.count, using: &random))))
            }
        }
    }

    @Test(arguments: [1, 7, 39, 40, 41])
    func aLargeFileIsPackedBlockByBlockAndCountsTheSame(blockSize: Int) throws {
        let lines = (1...40).map { InventedEvent(id: $0 % 33, developer: $0 % 5 + 1, repository: $0 % 3 + 1).line }
        let collector = try EventCollector(plausible: 0...2_000_000_000, blockSize: blockSize)
        for line in lines {
            let padded = Array(line.utf8) + [UInt8](repeating: 0, count: LineReader.padding)
            let verdict = try padded.withUnsafeBytes { bytes in
                try collector.add(UnsafeRawBufferPointer(rebasing: bytes[..<line.utf8.count]))
            }
            guard case .taken = verdict else {
                Issue.record("\(line) was not taken")
                continue
            }
        }
        #expect(collector.count == 40)
        let snapshot = try collector.snapshot(FileAccount(rejections: RejectionLog(), comment: nil))
        #expect(snapshot.months.map(\.records) == [40])
        let whole = try read(lines.joined(separator: "\n") + "\n")
        let records = try EventSegment.decode(snapshot.segment)
        #expect(Set(records) == Set(try EventSegment.decode(whole.segment)))
        #expect(try PairTable(records) == PairTable(EventSegment.decode(whole.segment)))
    }

    @Test
    func publishedScoresComeOutAsTheyWentIn() throws {
        let scores = [
            PublishedScore(vintage: "V2", id: 1, repository: "a/b", month: Month(ordinal: 24_300), openrank: 1.25),
            PublishedScore(vintage: "", id: nil, repository: "ü/日本", month: Month(ordinal: 0), openrank: 0),
        ]
        #expect(try PublishedSegment.decode(PublishedSegment.encode(scores)) == scores)
    }
}
