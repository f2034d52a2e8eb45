// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
import PanoramaModel

extension Treatment {
    /// Reads a segment that holds a content.
    func decode(_ kind: SegmentEnvelope.Kind, content: [UInt8]) { decode(kind, frames: [content]) }

    /// Reads a segment of frames with the contents given.
    func decode(_ kind: SegmentEnvelope.Kind, frames: [[UInt8]]) {
        guard let packed = try? frames.map(SegmentEnvelope.frame) else { contradiction("nothing can be packed") }
        decode(kind, SegmentEnvelope.seal(kind, frames: packed))
    }

    /// Reads a segment of a kind; what can be read stays the same when it is packed again.
    func decode(_ kind: SegmentEnvelope.Kind, _ segment: [UInt8]) {
        switch kind {
        case .events:
            guard let records = try? EventSegment.decode(segment) else { return }
            let again = try? EventSegment.decode(EventSegment.encode(records))
            require(again.map(Set.init) == Set(records), "events change when they are packed again")
            _ = try? PairTable(records).encode()
        case .publishedScores, .publishedSeries:
            guard let scores = try? PublishedSegment.decode(segment) else { return }
            require((try? PublishedSegment.encode(scores)) != nil, "scores cannot be packed again")
        case .pairs:
            guard let table = try? PairTable(decoding: segment[...]) else { return }
            require((try? PairTable(decoding: table.encode()[...])) == table, "a table changes when it is packed again")
        case .countedPairs:
            for month in months(ofCountedPairs: segment) {
                _ = try? CountedPairSegment.decode(segment, month: month)
            }
        case .facts:
            guard let facts = try? FactsCodec.decode(segment) else { return }
            let again = (try? FactsCodec.decode(FactsCodec.encode(facts))) ?? []
            require(
                again.count == facts.count && zip(again, facts).allSatisfy { $0.isIdentical(to: $1) },
                "facts change when they are packed again"
            )
        case .names: try? NameList.forEach(segment) { _, _ in }
        case .standIns:
            guard let standIns = try? StandIns(decoding: segment) else { return }
            let again = try? StandIns(decoding: standIns.encode())
            require(
                again?.developers == standIns.developers && again?.repositories == standIns.repositories,
                "stand-ins change when they are packed again"
            )
        case .hours:
            guard let hours = try? HourTable.decode(segment[...]) else { return }
            require(
                (try? HourTable.decode(HourTable.encode(hours)[...])) == hours,
                "hours change when they are packed again"
            )
        case .ledger:
            guard let ledger = try? MonthLedger(decoding: segment[...]) else { return }
            let again = try? MonthLedger(decoding: ledger.encode()[...])
            require(again == ledger, "a ledger changes when it is packed again")
        case .scores: _ = try? MonthScores(decoding: segment[...])
        }
    }

    /// Some of the months that a segment says it has pairs of.
    private func months(ofCountedPairs segment: [UInt8]) -> Set<Month> {
        guard let content = try? SegmentEnvelope.open(.countedPairs, segment[...]) else { return [] }
        var directory = ByteReader(content)
        guard let count = try? directory.readCount() else { return [] }
        return Set(
            (0..<min(count, 8)).compactMap { _ in (try? directory.readSigned()).map { Month(ordinal: Int($0)) } }
        )
    }
}

extension SegmentEnvelope {
    /// The kind that a segment says it is of.
    static func kind(of segment: [UInt8]) -> Kind? {
        Kind.allCases.first { segment.starts(with: seal($0, frames: [])) }
    }
}
