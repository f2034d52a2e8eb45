// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaArchive
import PanoramaModel

/// What `panorama inspect` says of a file; its JSON form is a contract.
struct InspectReport: Encodable {
    private enum CodingKeys: String, CodingKey {
        case path, bytes, kind, subject, compression, verdict, reason, accepted, badLines, months, segmentBytes, comment
        case events
    }

    /// What would become of the file in the inbox.
    enum Verdict: String, Encodable {
        /// It would be taken in.
        case taken
        /// It would be waited for: it may still be growing.
        case incomplete
        /// It would fail.
        case failed
        /// Its name says that it is not finished, or not meant for others.
        case ignored
        /// It cannot be read.
        case unreadable
    }

    /// What is known of a file before it is read.
    struct File {
        var path: String
        var bytes: Int
        var compression: Compression
        /// The share of bad lines that is allowed.
        var badLines: Double
    }

    /// The part of a month.
    struct MonthPart: Encodable {
        var month: String
        /// Events, or rows of a table.
        var records: Int
        /// Pairs of developer and repository; of events alone.
        var pairs: Int?
    }

    /// What is no good.
    struct BadLines: Encodable {
        var count: Int
        var share: Double
        /// The share that is allowed.
        var limit: Double
        var samples: [RejectionLog.Sample]
    }

    var path: String
    var bytes: Int
    /// `nil` when the file is of no known kind, or nothing can be told of it.
    var kind: String?
    /// What the file is about where its path says it, such as `vllm-project/vllm openrank`.
    var subject: String?
    var compression: String?
    var verdict: Verdict
    /// Why it would not be taken in.
    var reason: String?
    /// Events or rows taken in.
    var accepted = 0
    var badLines: BadLines
    var months: [MonthPart] = []
    var segmentBytes = 0
    /// The comment in the gzip header.
    var comment: String?
    var events: InspectedEvents?
    /// Whether the content is cut or damaged so that even its kind cannot be told.
    private(set) var isUntold = false

    /// A file that cannot be read.
    init(unreadable path: String, _ reason: String) {
        self.init(File(path: path, bytes: 0, compression: .none, badLines: 0), .unreadable, reason)
        compression = nil
    }

    /// A file that would be taken in.
    init(_ file: File, _ snapshot: Snapshot) throws {
        self.init(file, .taken, nil)
        try describe(snapshot)
    }

    /// A file that would not be taken in, and what it holds nevertheless.
    ///
    /// - Parameters:
    ///   - file: what is known of it.
    ///   - error: why not.
    ///   - mayWait: whether it is young enough to be waited for if it is cut.
    ///   - patience: for how many seconds cut files are waited for.
    ///   - described: what it holds, or why that cannot be told.
    /// - Throws: `SegmentError` when what it holds cannot be unpacked.
    init(
        _ file: File,
        _ error: ArchiveError,
        mayWait: Bool,
        patience: Double,
        beside described: Result<Snapshot, ArchiveError>
    ) throws {
        let verdict = error.code == .incomplete && mayWait ? Verdict.incomplete : .failed
        self.init(file, verdict, error.reason(mayWait: mayWait, patience: patience))
        badLines.count = error.rejections.count
        badLines.samples = error.rejections.samples
        badLines.share = error.events > 0 ? Double(error.rejections.count) / Double(error.events) : 0
        switch described {
        case .success(let snapshot): try describe(snapshot)
        case .failure(let trouble): isUntold = ![.unrecognised, .tooManyBadLines].contains(trouble.code)
        }
    }

    /// Learns that the inbox would not look at the file, whatever it holds.
    mutating func ignore(_ why: String) {
        guard verdict != .unreadable else { return }
        verdict = .ignored
        reason = why
    }

    private init(_ file: File, _ verdict: Verdict, _ reason: String?) {
        path = file.path
        bytes = file.bytes
        compression = file.compression.rawValue
        self.verdict = verdict
        self.reason = reason
        badLines = BadLines(count: 0, share: 0, limit: file.badLines, samples: [])
    }

    private mutating func describe(_ snapshot: Snapshot) throws {
        kind = snapshot.kind.rawValue
        subject = snapshot.subject
        accepted = snapshot.accepted
        badLines.count = snapshot.rejections.count
        badLines.share = snapshot.events > 0 ? Double(snapshot.rejections.count) / Double(snapshot.events) : 0
        badLines.samples = snapshot.rejections.samples
        segmentBytes = snapshot.segment.count
        comment = snapshot.comment
        months = snapshot.months.map { MonthPart(month: $0.month.description, records: $0.records) }
        guard let census = snapshot.census else { return }
        var events = InspectedEvents(census)
        // Once for all months: taken one by one, every month would cost the whole segment.
        let records = Dictionary(grouping: try EventSegment.decode(snapshot.segment), by: \.month)
        for (index, part) in snapshot.months.enumerated() {
            let table = PairTable(records[Int32(truncatingIfNeeded: part.month.ordinal)] ?? [])
            events.distinct += table.events
            events.pairs += table.pairs.count
            months[index].pairs = table.pairs.count
        }
        events.repeated = accepted - events.distinct
        self.events = events
    }
}
