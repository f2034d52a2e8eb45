// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Reads a file of any known form into a snapshot.
///
/// The form is decided by content. One pass, one thread, memory bounded by a buffer, the longest line and what the file
/// contributes; of bad lines a count and a few samples are kept.
package struct SnapshotReader: Sendable {
    /// The share of bad lines above which a file fails, 0 to 1.
    package var badLines: Double
    /// Whether a last line that was cut still makes the file incomplete, or is one more bad line.
    package var awaitsRest: Bool
    /// The wall clock in seconds since 1970-01-01T00:00:00Z: what claims to be later than tomorrow is no good.
    package var now: Int64

    package init(badLines: Double, awaitsRest: Bool, now: Int64) {
        self.badLines = badLines
        self.awaitsRest = awaitsRest
        self.now = now
    }

    /// The instants that can be true: from the year GitHub began until tomorrow.
    private var plausible: ClosedRange<Int64> {
        let start = CivilDate(year: 2008, month: 1, day: 1).epochDay * 86_400
        return start...max(start, now.addingReportingOverflow(86_400).partialValue)
    }

    /// Reads an open file from its start; the descriptor stays the caller's.
    ///
    /// - Throws: ``ArchiveError``, its code says whether the file may yet become good.
    package func read(descriptor: Int32) throws(ArchiveError) -> Snapshot {
        var lines = LineReader(try ContentStream(descriptor: descriptor))
        var first: Line?
        while let line = try lines.next() {
            if unsafe !line.content.isEmpty || line.isTooLong {
                first = line
                break
            }
        }
        guard let first = first else {
            throw ArchiveError(awaitsRest ? .incomplete : .unrecognised, "the file is empty")
        }
        let start = unsafe first.content
        if unsafe start.first == UInt8(ascii: "{") {
            return try readEvents(first, &lines)
        }
        if let parser = unsafe PublishedScoreParser(head: start, plausible: plausible) {
            return try readScores(parser, &lines)
        }
        throw ArchiveError(
            .unrecognised,
            "line \(first.number) starts with neither an event ('{') nor the head line of published scores "
                + "(repo_id,repository,month,openrank); drop GH Archive hours (.json.gz, .json) or such a CSV"
        )
    }

    private func readEvents(_ first: Line, _ lines: inout LineReader) throws(ArchiveError) -> Snapshot {
        let parser = try EventParser(plausible: plausible)
        var collector = EventCollector()
        var rejections = RejectionLog()
        var next: Line? = first
        while let line = next {
            if let reason = try collector.add(line, parser) {
                if !line.isTerminated, awaitsRest {
                    throw ArchiveError(
                        .incomplete,
                        "the last line (\(line.number), from byte \(line.offset)) is cut: the file is still being written"
                    )
                }
                rejections.add(line: line.number, offset: line.offset, reason: reason)
            }
            next = try lines.next()
        }
        try check(accepted: collector.count, rejections)
        rejections.noteTrailingBytes(of: lines)
        return Snapshot(
            kind: .events,
            accepted: collector.count,
            rejections: rejections,
            segment: try collector.segment(),
            months: collector.months,
            hours: collector.hourCounts,
            developerNames: collector.developers.observations(),
            repositoryNames: collector.repositories.observations(),
            comment: lines.comment
        )
    }

    private func readScores(
        _ parser: PublishedScoreParser,
        _ lines: inout LineReader
    ) throws(ArchiveError) -> Snapshot {
        var scores: [PublishedScore] = []
        var rejections = RejectionLog()
        while let line = try lines.next() {
            if unsafe line.content.isEmpty { continue }
            do throws(PublishedScoreParser.RowError) {
                if line.isTooLong { throw PublishedScoreParser.RowError("the line is too long") }
                scores.append(try unsafe parser.parse(line.content))
            } catch {
                if !line.isTerminated, awaitsRest {
                    throw ArchiveError(.incomplete, "the last row (line \(line.number)) is cut: \(error.reason)")
                }
                rejections.add(line: line.number, offset: line.offset, reason: error.reason)
            }
        }
        try check(accepted: scores.count, rejections)
        rejections.noteTrailingBytes(of: lines)
        let segment: [UInt8]
        do throws(SegmentError) {
            segment = try PublishedSegment.encode(scores)
        } catch {
            throw ArchiveError(error)
        }
        let months = Dictionary(grouping: scores, by: \.month).map { (month: $0.key, records: $0.value.count) }
        return Snapshot(
            kind: .publishedScores,
            accepted: scores.count,
            rejections: rejections,
            segment: segment,
            months: months.sorted { $0.month < $1.month },
            hours: [],
            developerNames: [],
            repositoryNames: [],
            comment: lines.comment
        )
    }

    /// Fails a file of which too large a share is no good.
    private func check(accepted: Int, _ rejections: RejectionLog) throws(ArchiveError) {
        let (bad, all) = (rejections.count, accepted + rejections.count)
        guard accepted == 0 || Double(bad) > badLines * Double(all) else { return }
        let sample =
            rejections.samples.first.map { "; the first is line \($0.line), byte \($0.offset): \($0.reason)" } ?? ""
        let trouble =
            accepted == 0
            ? "none of its \(all) lines is any good"
            : "\(bad) of \(all) lines are no good, more than the share of \(badLines) that 'bad-lines' allows"
        var error = ArchiveError(.tooManyBadLines, trouble + sample)
        error.events = all
        error.rejected = bad
        throw error
    }
}

extension RejectionLog {
    /// Counts bytes behind gzip data that are none as one more bad line; no reason to fail the file.
    fileprivate mutating func noteTrailingBytes(of lines: borrowing LineReader) {
        guard lines.trailingBytes > 0 else { return }
        add(
            line: lines.lineCount + 1,
            offset: lines.byteCount,
            reason:
                "the gzip data is followed by \(lines.trailingBytes) or more bytes that are none; they were left out"
        )
    }
}

extension Line {
    /// The bytes without a byte-order mark on the first line and without white space around.
    var content: UnsafeRawBufferPointer {
        var range = unsafe bytes.indices
        if number == 1, range.count >= 3, unsafe bytes[0] == 0xef, unsafe bytes[1] == 0xbb, unsafe bytes[2] == 0xbf {
            range = 3..<range.upperBound
        }
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }
        while let first = range.first, unsafe isSpace(bytes[first]) { range = (first + 1)..<range.upperBound }
        while let last = range.last, unsafe isSpace(bytes[last]) { range = range.lowerBound..<last }
        return unsafe UnsafeRawBufferPointer(rebasing: bytes[range])
    }
}
