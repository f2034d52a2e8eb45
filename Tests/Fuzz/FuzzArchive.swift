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
        /// Four bytes of damage, then a file whose segment suffers it.
        case damage
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
        case .plain: _ = read(bytes)
        case .tree: _ = read(bytes, path: "data/github/owner/repo/openrank.json")
        case .gzip: compare(bytes, packed: Wrapping.gzip(bytes, members: pieces))
        case .zstd: compare(bytes, packed: Wrapping.zstd(bytes, frames: pieces))
        case .events: decodeEvents { try SegmentEnvelope.seal(.events, bytes) }
        case .pairs: decodePairs { try SegmentEnvelope.seal(.pairs, bytes) }
        case .publishedScores: decodeScores { try SegmentEnvelope.seal(.publishedScores, bytes) }
        case .segment:
            decodeEvents { bytes }
            decodePairs { bytes }
            decodeScores { bytes }
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
            Result { () throws(ArchiveError) in try reader.read(descriptor: descriptor, path: path) }
        }
    }

    /// What was packed must be as readable as it was before, and count the same.
    private func check(_ snapshot: Snapshot) {
        do {
            if snapshot.kind == .events {
                let records = try EventSegment.decode(snapshot.segment)
                require(records.count <= snapshot.accepted, "a segment holds more events than were taken in")
                let table = PairTable(records)
                require(table.events <= records.count, "a table counts more events than there are")
                let unpacked = try PairTable(decoding: table.encode())
                require(unpacked == table, "a table changes when it is packed")
            } else if snapshot.kind == .publishedScores {
                let scores = try PublishedSegment.decode(snapshot.segment)
                require(scores.count == snapshot.accepted, "a segment holds other scores than were taken in")
            }
        } catch {
            contradiction("the segment of a file that was taken in cannot be read: \(error)")
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

    // MARK: - Segments

    /// Changes two bytes of the content of a file's segment and reads it then.
    private func damage(_ bytes: [UInt8]) {
        guard bytes.count > 4, case .success(let snapshot) = read(Array(bytes.dropFirst(4))) else { return }
        func damaged(_ segment: [UInt8], _ kind: SegmentEnvelope.Kind) throws -> [UInt8] {
            var content = try SegmentEnvelope.open(kind, segment)
            guard !content.isEmpty else { return segment }
            content[Int(bytes[0]) % content.count] = bytes[1]
            content[Int(bytes[2]) * content.count / 256] ^= bytes[3]
            return try SegmentEnvelope.seal(kind, content)
        }
        if snapshot.kind == .events {
            decodeEvents { try damaged(snapshot.segment, .events) }
            decodePairs { try damaged(PairTable(EventSegment.decode(snapshot.segment)).encode(), .pairs) }
        } else if snapshot.kind == .publishedScores {
            decodeScores { try damaged(snapshot.segment, .publishedScores) }
        }
    }

    private func decodeEvents(_ segment: () throws -> [UInt8]) {
        guard let records = try? EventSegment.decode(segment()) else { return }
        let again = try? EventSegment.decode(EventSegment.encode(records))
        require(again.map(Set.init) == Set(records), "events change when they are packed again")
        _ = try? PairTable(records).encode()
    }

    private func decodePairs(_ segment: () throws -> [UInt8]) {
        guard let table = try? PairTable(decoding: segment()) else { return }
        _ = try? table.encode()
    }

    private func decodeScores(_ segment: () throws -> [UInt8]) {
        guard let scores = try? PublishedSegment.decode(segment()) else { return }
        require((try? PublishedSegment.encode(scores)) != nil, "scores cannot be packed again")
    }
}

/// Ends the run with a word why, also in an optimised build.
private func contradiction(_ message: String) -> Never { fatalError(message) }

private func require(_ condition: Bool, _ message: @autoclosure () -> String) {
    if !condition { contradiction(message()) }
}
