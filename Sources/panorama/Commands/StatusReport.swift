// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaArchive
import PanoramaModel
import PanoramaStore

/// What `panorama status` shows; its JSON form is a contract.
struct StatusReport: Encodable {
    /// A file of the inbox.
    struct SnapshotStatus: Encodable {
        var path: String
        var state: String
        /// What it holds, of a file that was taken in or is the same as one.
        var kind: String?
        var sha256: String?
        /// Events, rows, values or objects, by its kind.
        var events: Int
        var accepted: Int
        var rejected: Int
        var reason: String?

        /// A snapshot that was taken in.
        init(_ entry: CatalogueEntry, path: String? = nil, reason: String?) {
            self.path = path ?? entry.source
            state = FileEntry.State.done.rawValue
            kind = entry.kind
            sha256 = entry.fileHash
            events = entry.events
            accepted = entry.accepted
            rejected = entry.rejected
            self.reason = reason
        }

        /// A snapshot that an older version took in and that counts no more.
        init(outdated entry: CatalogueEntry) {
            path = entry.source
            state = StatusReport.outdatedState
            kind = entry.kind
            sha256 = entry.fileHash
            events = 0
            accepted = 0
            rejected = 0
            reason = "an older version took it in; drop it again, or forget it"
        }

        /// What counts in it, in words.
        var unit: String {
            let isOne = events == 1
            return switch kind.flatMap(Snapshot.Kind.init) {
            case .publishedScores: isOne ? "published value" : "published values"
            case .pairs: isOne ? "row of counted pairs" : "rows of counted pairs"
            case .repositories: isOne ? "object of repository metadata" : "objects of repository metadata"
            case .events, nil: isOne ? "event" : "events"
            }
        }

        /// A file that adds nothing: not read yet, failed, forgotten, or a duplicate of a snapshot.
        init(_ file: FileEntry, entry: CatalogueEntry?) {
            path = file.path
            state = file.state.rawValue
            kind = entry?.kind
            sha256 = file.sha256.map { String($0.prefix(64)) }
            events = entry?.events ?? file.events
            accepted = 0
            rejected = entry?.rejected ?? file.rejected
            reason = file.state == .duplicate ? entry.map { "the same bytes as \($0.source)" } : file.reason
        }
    }

    /// The newest edition of a landscape.
    struct EditionStatus: Encodable {
        var landscape: String
        var number: Int
        var edition: String
        var made: String
        var problems: [String]
    }

    /// A landscape whose last try failed; its newest edition, if there is one, stands.
    struct FailureStatus: Encodable {
        var landscape: String
        var reason: String
        var failed: String

        /// For people.
        var text: String { "\(landscape): could not be made at the last try, \(failed): \(reason)".printable }
    }

    /// A month with events.
    struct MonthStatus: Encodable {
        var month: String
        var snapshots: Int
    }

    var snapshots: [SnapshotStatus]
    var states: [String: Int]
    var months: [MonthStatus]
    var editions: [EditionStatus]
    var failures: [FailureStatus]
    /// What the state takes on disk, in bytes.
    var disk: Store.Footprint

    /// Reads the catalogue.
    ///
    /// - Parameters:
    ///   - store: the state.
    ///   - isAtWork: whether an instance works on it; without one no file is being read, whatever the catalogue says.
    /// - Throws: ``StoreError`` when the catalogue cannot be read.
    init(_ store: Store, isAtWork: Bool) throws {
        let entries = try store.snapshots()
        let byHash = Dictionary(uniqueKeysWithValues: entries.map { ($0.sha256, $0) })
        var present: Set<String> = []
        snapshots = try store.files().map { file in
            var file = file
            if file.state == .reading, !isAtWork {
                file.state = .waiting
                file.reason = "reading it was cut off; it is read again by the next 'panorama once' or 'panorama run'"
            }
            let entry = file.sha256.flatMap { byHash[$0] }
            guard file.state == .done, let entry else { return SnapshotStatus(file, entry: entry) }
            present.insert(entry.sha256)
            return SnapshotStatus(entry, path: file.path, reason: Self.samples(entry))
        }
        let replaced = entries.filter { !present.contains($0.sha256) }.map { entry in
            SnapshotStatus(entry, reason: "its file was changed or replaced since; what it held still counts")
        }
        let outdated = try store.outdated().map(SnapshotStatus.init(outdated:))
        snapshots = (snapshots + replaced + outdated).sorted { ($0.path, $0.sha256 ?? "") < ($1.path, $1.sha256 ?? "") }
        states = Dictionary(snapshots.map { ($0.state, 1) }, uniquingKeysWith: +)
        months = try store.snapshotsByMonth(kind: "events").sorted { $0.key < $1.key }
            .map { MonthStatus(month: $0.key.description, snapshots: $0.value.count) }
        disk = try store.footprint()
        let problems = try store.problems()
        editions = try store.latestEditions().map { edition in
            EditionStatus(
                landscape: edition.landscape,
                number: edition.number,
                edition: edition.edition,
                made: edition.madeAt,
                problems: problems.filter { $0.landscape == edition.landscape }.map { "\($0.plugin): \($0.message)" }
            )
        }
        failures = try store.failures().map { failure in
            FailureStatus(landscape: failure.landscape, reason: failure.reason, failed: failure.failedAt)
        }
    }

    private static let outdatedState = "outdated"

    /// Says that snapshots are outdated, and what to do.
    static func outdated(_ count: Int) -> String {
        count == 1
            ? "outdated: 1 snapshot of an older version counts no more until it is dropped again"
            : "outdated: \(count) snapshots of an older version count no more until they are dropped again"
    }

    /// The first bad line of a snapshot that was taken in all the same.
    private static func samples(_ entry: CatalogueEntry) -> String? {
        struct Sample: Decodable {
            var line: Int
            var offset: Int
            var reason: String
        }
        guard entry.rejected > 0,
            let samples = try? JSONDecoder().decode([Sample].self, from: Data(entry.samples.utf8)),
            let first = samples.first
        else { return nil }
        return "\(entry.rejected) bad lines; the first is line \(first.line), byte \(first.offset): \(first.reason)"
    }

    /// The report for people.
    func text(listsFiles: Bool) -> String {
        var lines: [String] = []
        let counts = FileEntry.State.allCases.compactMap { state in
            states[state.rawValue].map { "\($0) \(state.rawValue)" }
        }
        lines.append("files: \(counts.isEmpty ? "none" : counts.joined(separator: ", "))")
        if let outdated = states[Self.outdatedState] {
            lines.append(Self.outdated(outdated) + (listsFiles ? "" : "; --files lists them"))
        }
        if let first = months.first, let last = months.last {
            lines.append("months with events: \(months.count), \(first.month) to \(last.month)")
        }
        if disk.inputs > 0 { lines.append(disk.text) }
        for edition in editions {
            lines.append("\(edition.landscape): edition \(edition.number) (\(edition.edition)), made \(edition.made)")
            lines += edition.problems.map { "  plugin \($0)" }
        }
        lines += failures.map(\.text)
        for file in snapshots where listsFiles || file.state == "failed" || file.state == "incomplete" {
            var line = "  \(file.state)  \(file.path)"
            if file.state == "done" { line += "  \(file.accepted) of \(file.events) \(file.unit)" }
            if let reason = file.reason { line += ": \(reason)" }
            lines.append(line)
        }
        return lines.joined(separator: "\n")
    }
}

extension Store.Footprint {
    /// What the state takes on disk, for people.
    fileprivate var text: String {
        func megabytes(_ bytes: Int) -> String { "\((Double(bytes) / 1e6).rounded(decimals: 1)) MB" }
        let share = (100 * Double(segments) / Double(inputs)).rounded(decimals: 1)
        return "on disk: \(megabytes(inputs)) of files as \(megabytes(segments)) of segments (\(share) %), "
            + "\(megabytes(lists)) of lists, \(megabytes(catalogue)) of catalogue, \(megabytes(cache)) of cache"
    }
}
