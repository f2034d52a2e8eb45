// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Reads a file of any known form into a snapshot.
///
/// The form is decided by content, that of OpenDigger's tree by the path as well. One pass, one thread, memory bounded by a buffer, the longest line and what the file
/// contributes; of bad lines a count and a few samples are kept.
package struct SnapshotReader: Sendable {
    /// The share of bad lines above which a file fails, 0 to 1.
    package var badLines: Double
    /// Whether an end that was cut off still makes a file incomplete, or is one more bad line.
    package var awaitsRest: Bool
    /// The wall clock in seconds since 1970-01-01T00:00:00Z: what claims to be later than tomorrow is no good.
    package var now: Int64
    /// Whether events are counted by type, action and era for ``Snapshot/census``.
    package var takesCensus: Bool

    package init(badLines: Double, awaitsRest: Bool, now: Int64, takesCensus: Bool = false) {
        self.badLines = badLines
        self.awaitsRest = awaitsRest
        self.now = now
        self.takesCensus = takesCensus
    }

    /// The instants that can be true: from the year GitHub began until tomorrow.
    private var plausible: ClosedRange<Int64> {
        let start = CivilDate(year: 2008, month: 1, day: 1).epochDay * 86_400
        return start...max(start, now.addingReportingOverflow(86_400).partialValue)
    }

    /// The months of them.
    private var plausibleMonths: ClosedRange<Month> {
        Month(epochSeconds: plausible.lowerBound)...Month(epochSeconds: plausible.upperBound)
    }

    /// Reads an open file from its start; the descriptor stays the caller's.
    ///
    /// - Parameters:
    ///   - descriptor: of the file.
    ///   - path: where it lies below the inbox; needed by forms that leave to it what they are about.
    ///   - onBytes: is given the bytes of the file in their order, as far as they are read.
    /// - Returns: what the file contributes.
    /// - Throws: ``ArchiveError``, its code says whether the file may yet become good.
    package func read(
        descriptor: Int32,
        path: String = "",
        onBytes: ((UnsafeRawBufferPointer) -> Void)? = nil
    ) throws(ArchiveError) -> Snapshot {
        var lines = LineReader(try unsafe ContentStream(FileBytes(descriptor: descriptor, onBytes: onBytes)))
        let head = try lines.head(ForeignFormat.headLength)
        let format = ForeignFormat(head: head, isInflated: lines.isCompressed)
        let advice = format.map { "\(lines.isCompressed ? "its content" : "the file") is \($0.advice)" }
        if let advice, format?.isText == false { throw ArchiveError(.unrecognised, advice) }
        guard let first = try lines.nextWithContent() else {
            throw ArchiveError(awaitsRest ? .incomplete : .unrecognised, "the file is empty")
        }
        if let parser = unsafe PublishedScoreParser(head: first.content, plausible: plausible) {
            return try readScores(parser, &lines)
        }
        if let head = try unsafe CountedPairHead(first.content) {
            return try readPairs(head, &lines)
        }
        return try readRecords(first, &lines, path, advice)
    }

    // MARK: - JSON

    /// Every kind of JSON object that a file may hold; the first good object decides.
    private func collectors(_ path: String) throws(ArchiveError) -> [any RecordCollector] {
        [
            try EventCollector(plausible: plausible, takesCensus: takesCensus),
            try RepositoryCollector(plausible: plausible),
            TreeCollector(path: path, months: plausibleMonths),
        ]
    }

    private func readRecords(
        _ first: Line,
        _ lines: inout LineReader,
        _ path: String,
        _ advice: String?
    ) throws(ArchiveError) -> Snapshot {
        let candidates = try collectors(path)
        // The bytes of a line hold until the next one is read.
        let table = unsafe UnknownTable(first.content)
        var chosen: (any RecordCollector)?
        var reader = RecordReader(awaitsRest: awaitsRest && !lines.isCompressed)
        do throws(ArchiveError) {
            try unsafe reader.read(first, &lines) { json, isAmidDamage throws(ArchiveError) in
                if let chosen { return try unsafe chosen.add(json) }
                var verdicts: [RecordReader.Verdict] = []
                for candidate in candidates where !(isAmidDamage && candidate.isOneObject) {
                    verdicts.append(try unsafe candidate.add(json))
                    if case .taken = verdicts.last {
                        chosen = candidate
                        return .taken
                    }
                }
                return verdicts.first ?? .malformed
            }
        } catch {
            // No rest makes events of what is something else.
            guard error.code == .incomplete, chosen == nil, let advice else { throw error }
            throw ArchiveError(.unrecognised, advice)
        }
        var rejections = reader.rejections
        guard let chosen else {
            let refusal = candidates.lazy.compactMap { $0.commonRefusal(of: rejections.count) }.first
            throw unrecognised(rejections, refusal.map { refused(rejections, $0) } ?? advice ?? table?.message)
        }
        rejections.add(chosen.faults)
        try check(accepted: chosen.count, rejections)
        rejections.noteTrailingBytes(of: lines)
        return try chosen.snapshot(
            FileAccount(rejections: rejections, hasWholeLines: reader.hasWholeLines, comment: lines.comment)
        )
    }

    private func unrecognised(_ rejections: RejectionLog, _ message: String?) -> ArchiveError {
        var error = ArchiveError(.unrecognised, message ?? nothingKnown(rejections))
        error.events = rejections.count
        error.rejections = rejections
        return error
    }

    private func refused(_ rejections: RejectionLog, _ reason: String) -> String {
        let place = rejections.samples.first.map { " (the first is line \($0.line), byte \($0.offset))" } ?? ""
        return "the file holds events, but all \(rejections.count) are refused for the same reason\(place): \(reason)"
    }

    private func nothingKnown(_ rejections: RejectionLog) -> String {
        "the file holds nothing that Panorama knows: none of its \(rejections.count) lines or values is any good"
            + "\(rejections.firstInWords). Drop GH Archive hours, answers of the Events API, or the other forms that "
            + "Documentation/Files.md lists"
    }

    // MARK: - Tables

    private func readScores(
        _ parser: PublishedScoreParser,
        _ lines: inout LineReader
    ) throws(ArchiveError) -> Snapshot {
        var scores: [PublishedScore] = []
        var rejections = RejectionLog()
        let awaitsRest = awaitsRest && !lines.isCompressed
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
        return try Snapshot(published: scores, FileAccount(rejections: rejections, comment: lines.comment))
    }

    private func readPairs(_ head: CountedPairHead, _ lines: inout LineReader) throws(ArchiveError) -> Snapshot {
        var collector = CountedPairCollector(head, months: plausibleMonths)
        var rejections = RejectionLog()
        let awaitsRest = awaitsRest && !lines.isCompressed
        while let line = try lines.next() {
            let reason = try collector.add(line)
            if !line.isTerminated, awaitsRest, unsafe reason != nil || head.isAmbiguous(cut: line.content) {
                throw ArchiveError(
                    .incomplete,
                    "the last row (line \(line.number)) is cut: \(reason ?? "it lacks its line feed")"
                )
            }
            if let reason { rejections.add(line: line.number, offset: line.offset, reason: reason) }
        }
        try check(accepted: collector.count, rejections)
        rejections.noteTrailingBytes(of: lines)
        return try collector.snapshot(FileAccount(rejections: rejections, comment: lines.comment))
    }

    /// Fails a file of which too large a share is no good.
    private func check(accepted: Int, _ rejections: RejectionLog) throws(ArchiveError) {
        let (bad, all) = (rejections.count, accepted + rejections.count)
        guard accepted == 0 || Double(bad) > badLines * Double(all) else { return }
        let trouble =
            accepted == 0
            ? "none of its \(all) lines is any good"
            : "\(bad) of \(all) lines are no good, more than the share of \(badLines) that 'bad-lines' allows"
        var error = ArchiveError(.tooManyBadLines, trouble + rejections.firstInWords)
        error.events = all
        error.rejections = rejections
        throw error
    }
}

extension RejectionLog {
    /// Where the first bad record stands and what is wrong with it, to follow a sentence; empty where there is none.
    fileprivate var firstInWords: String {
        samples.first.map { "; the first is line \($0.line), byte \($0.offset): \($0.reason)" } ?? ""
    }

    /// Counts bytes behind compressed data that are none as one more bad line; no reason to fail the file.
    fileprivate mutating func noteTrailingBytes(of lines: borrowing LineReader) {
        guard lines.trailingBytes > 0 else { return }
        add(
            line: lines.lineCount + 1,
            offset: lines.byteCount,
            reason:
                "the compressed data is followed by \(lines.trailingBytes) or more bytes that are none; they were left out"
        )
    }
}
