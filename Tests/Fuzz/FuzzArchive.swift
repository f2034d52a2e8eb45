// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive

/// What libFuzzer calls with every input; built by `scripts/fuzz`, which links it with the archive reader.
///
/// The first byte says what becomes of the others, see ``Treatment``. An input that is refused is as good as one that is
/// taken in; what must not happen is a crash, a hang, memory without bound, or an answer that contradicts another.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let start = unsafe start, count > 0 else { return 0 }
    let bytes = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
    let content = Array(bytes.dropFirst())
    Treatment(bytes[0]).apply(to: content)
    return 0
}

/// How an input is read.
struct Treatment {
    /// What the bytes stand for.
    enum Form: UInt8, CaseIterable {
        /// A file.
        case plain
        /// The content of a gzip file, cut into members.
        case gzip
        /// The content of a zstd file, cut into frames.
        case zstd
        /// A file of a tree of metrics, about the repository that its path names.
        case tree
        /// The content of a segment of events.
        case events
        /// The content of a table of pairs.
        case pairs
        /// The content of a segment of published scores.
        case publishedScores
        /// A segment of any kind, whole.
        case segment
        /// Four bytes of damage, then a file whose segment and lists suffer it.
        case damage
        /// The contents of the two frames of a segment of counted pairs: one byte that says how long the first is, then both.
        case countedPairs
        /// The content of a segment of published series.
        case publishedSeries
        /// The content of a list of facts.
        case facts
        /// The content of a list of names.
        case names
        /// The content of the stand-ins of a month.
        case standIns
        /// The content of the hours of a month.
        case hours
        /// The content of the scores of a month.
        case scores
    }

    let form: Form
    let awaitsRest: Bool
    let badLines: Double
    /// Into how many pieces a content is cut before it is compressed.
    let pieces: Int

    /// Four bits of form, one each of the reader's settings, the others pieces.
    init(_ byte: UInt8) {
        form = Form.allCases[Int(byte & 15) % Form.allCases.count]
        awaitsRest = byte & 16 != 0
        badLines = byte & 32 != 0 ? 0.01 : 1
        pieces = 1 + Int(byte >> 6)
    }

    /// Reads the bytes as what they stand for.
    func apply(to bytes: [UInt8]) {
        switch form {
        case .plain: check(read(bytes))
        case .tree: check(read(bytes, path: "data/github/owner/repo/openrank.json"))
        case .gzip: compare(bytes, packed: Wrapping.gzip(bytes, members: pieces))
        case .zstd: compare(bytes, packed: Wrapping.zstd(bytes, frames: pieces))
        case .events: decode(.events, content: bytes)
        case .pairs: decode(.pairs, content: bytes)
        case .publishedScores: decode(.publishedScores, content: bytes)
        case .publishedSeries: decode(.publishedSeries, content: bytes)
        case .countedPairs:
            let rest = bytes.dropFirst()
            let length = Int(bytes.first ?? 0)
            decode(.countedPairs, frames: [Array(rest.prefix(length)), Array(rest.dropFirst(length))])
        case .facts: decode(.facts, content: bytes)
        case .names: decode(.names, content: bytes)
        case .standIns: decode(.standIns, content: bytes)
        case .hours: decode(.hours, content: bytes)
        case .scores: decode(.scores, content: bytes)
        case .segment: for kind in SegmentEnvelope.Kind.allCases { decode(kind, bytes) }
        case .damage: damage(bytes)
        }
    }

    // MARK: - Files

    private func read(_ bytes: [UInt8], path: String = "", awaitsRest: Bool? = nil) -> Result<Snapshot, ArchiveError> {
        let reader = SnapshotReader(
            badLines: badLines,
            awaitsRest: awaitsRest ?? self.awaitsRest,
            now: 1_800_000_000,
            takesCensus: pieces > 2
        )
        return MemoryFile.withDescriptor(of: bytes) { descriptor in
            Result { () throws(ArchiveError) in try unsafe reader.read(descriptor: descriptor, path: path) }
        }
    }

    private func check(_ result: Result<Snapshot, ArchiveError>) {
        if case .success(let snapshot) = result { check(snapshot) }
    }

    /// What was packed must be as readable as it was before, and count the same.
    private func check(_ snapshot: Snapshot) {
        do {
            switch snapshot.kind {
            case .events: try checkEvents(snapshot)
            case .publishedScores:
                let scores = try PublishedSegment.decode(snapshot.segment)
                require(scores.count == snapshot.accepted, "a segment holds other scores than were taken in")
            case .pairs: try checkPairs(snapshot)
            case .repositories:
                let facts = try FactsCodec.decode(snapshot.segment)
                require((1...snapshot.accepted).contains(facts.count), "a segment holds more facts than were taken in")
                require(snapshot.facts == snapshot.segment, "the list of facts is not the segment")
            }
            if !snapshot.facts.isEmpty { _ = try FactsCodec.decode(snapshot.facts) }
            try NameList.forEach(snapshot.names) { _, name in
                require(name.first <= name.last, "a name was seen last before it was seen first")
            }
        } catch {
            contradiction("what was packed of a file that was taken in cannot be read: \(error)")
        }
    }

    private func checkEvents(_ snapshot: Snapshot) throws {
        let records = try EventSegment.decode(snapshot.segment)
        require(records.count <= snapshot.accepted, "a segment holds more events than were taken in")
        let table = PairTable(records)
        require(table.events <= records.count, "a table counts more events than there are")
        let unpacked = try PairTable(decoding: table.encode()[...])
        require(unpacked == table, "a table changes when it is packed")
    }

    private func checkPairs(_ snapshot: Snapshot) throws {
        require(snapshot.months.reduce(0) { $0 + $1.records } == snapshot.accepted, "a row is of no month")
        for (month, records) in snapshot.months {
            let pairs = try CountedPairSegment.decode(snapshot.segment, month: month)
            require((1...records).contains(pairs.count), "a segment holds more pairs of a month than there were rows")
        }
    }

    /// A content is the same, packed or not.
    private func compare(_ content: [UInt8], packed: [UInt8]) {
        let inside = read(packed, awaitsRest: false)
        guard !Wrapping.isCompressed(content) else { return }
        let outside = read(content, awaitsRest: false)
        switch (inside, outside) {
        case (.success(let inside), .success(let outside)):
            require(inside.segment == outside.segment, "packed, the content gives another segment")
            require(inside.accepted == outside.accepted, "packed, other events are taken in")
            require(inside.rejections == outside.rejections, "packed, other lines are no good")
            check(outside)
        case (.failure(let inside), .failure(let outside)):
            require(inside.code == outside.code, "packed, the content fails for another reason")
        default:
            contradiction("packed, the content is taken in where it was not, or the other way about")
        }
    }

    // MARK: - Damage

    /// Changes two bytes of what a file's segment and its lists hold and reads them then.
    private func damage(_ bytes: [UInt8]) {
        guard bytes.count > 4, case .success(let snapshot) = read(Array(bytes.dropFirst(4))) else { return }
        var packed = [snapshot.segment, snapshot.names, snapshot.facts]
        if snapshot.kind == .events, let table = try? PairTable(EventSegment.decode(snapshot.segment)).encode() {
            packed.append(table)
        }
        for segment in packed {
            guard let kind = SegmentEnvelope.kind(of: segment) else { continue }
            var frames: [[UInt8]] = []
            do {
                try SegmentEnvelope.forEachFrame(kind, segment) { frames.append($0) }
            } catch {
                contradiction("what was packed cannot be unpacked: \(error)")
            }
            var content = Array(frames.joined())
            guard !content.isEmpty else { continue }
            content[Int(bytes[0]) % content.count] = bytes[1]
            content[Int(bytes[2]) * content.count / 256] ^= bytes[3]
            var rest = content[...]
            decode(
                kind,
                frames: frames.map { frame in
                    defer { rest = rest.dropFirst(frame.count) }
                    return Array(rest.prefix(frame.count))
                }
            )
        }
    }
}

/// Ends the run with a word why, also in an optimised build.
func contradiction(_ message: String) -> Never { fatalError(message) }

func require(_ condition: Bool, _ message: @autoclosure () -> String) {
    if !condition { contradiction(message()) }
}
