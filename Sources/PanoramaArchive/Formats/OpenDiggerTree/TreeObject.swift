// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// What a file of OpenDigger's tree holds: a series of months, or what is known of the repository.
struct TreeObject {
    /// The vintage of every series of the tree; the files name none.
    static let vintage = "opendigger"
    /// The metric under which the number of a repository is kept, which `meta.json` gives.
    static let identity = "identity"

    /// `owner/name` and the metric, by which it is told from files with equal bytes.
    let subject: String
    /// The values, in the order of the file.
    private(set) var scores: [PublishedScore] = []
    /// What was no good, and where in the object.
    private(set) var faults = RejectionLog()

    /// Reads the object of a file; `nil` when it is none of the tree.
    ///
    /// - Parameters:
    ///   - json: bytes of one JSON object, which ``LineReader/padding`` readable bytes follow.
    ///   - path: where the file lies, which says what the series is about.
    ///   - months: those that can be true.
    /// - Throws: why it cannot be taken in although it is.
    init?(_ json: UnsafeRawBufferPointer, path: String, months: ClosedRange<Month>) throws(TreeError) {
        if let series = unsafe FlatObject(json, while: { SeriesKey($0) != nil }) {
            // An empty object may be anything, also the first line of a file of events; the path then tells.
            if series.fields.isEmpty, (try? TreePlace(path: path))?.hasKnownMetric != true { return nil }
            try unsafe self.init(series: series, of: json, path: path, months: months)
        } else if TreePlace.fileName(path) == "meta.json",
            let facts = unsafe FlatObject(json, while: { _ in true }), case .text = facts["type"],
            facts["updatedAt"] != nil
        {
            try self.init(facts: facts, path: path, months: months)
        } else {
            return nil
        }
    }

    private init(
        series: FlatObject,
        of json: UnsafeRawBufferPointer,
        path: String,
        months: ClosedRange<Month>
    ) throws(TreeError) {
        let place = try TreePlace(path: path)
        subject = "\(place.repository) \(place.metric)"
        let range = place.metric == PublishedScore.openrank ? 0...1e12 : -1e12...1e12
        for field in series.fields {
            guard case .month(let month) = SeriesKey(field.key) else {
                if SeriesKey(field.key) == .impossible {
                    unsafe reject(field, of: json, "no year has such a month: '\(field.key)'")
                }
                continue
            }
            guard months.contains(month) else {
                unsafe reject(field, of: json, "month is before GitHub began or after now: \(month)")
                continue
            }
            guard case .number(let value) = field.value, range.contains(value) else {
                unsafe reject(
                    field,
                    of: json,
                    "the value of \(month) is not a number from \(range.lowerBound) to \(range.upperBound)"
                )
                continue
            }
            scores.append(
                PublishedScore(
                    vintage: Self.vintage,
                    id: nil,
                    repository: place.repository,
                    month: month,
                    openrank: value,
                    metric: place.metric
                )
            )
        }
    }

    private mutating func reject(
        _ field: FlatObject.Field,
        of json: UnsafeRawBufferPointer,
        _ reason: @autoclosure () -> String
    ) {
        // The line is counted from the start of the object, which may be long: only for the few that are kept.
        unsafe faults.add(
            line: json.prefix(field.offset).count { $0 == UInt8(ascii: "\n") } + 1,
            offset: field.offset,
            reason: reason()
        )
    }

    /// The number of a repository, for the month in which it was said.
    private init(facts: FlatObject, path: String, months: ClosedRange<Month>) throws(TreeError) {
        let place = try TreePlace(path: path)
        subject = "\(place.repository) \(Self.identity)"
        guard facts["type"] == .text("repo"), case .number(let number) = facts["id"],
            let id = Int64(exactly: number), id > 0
        else { return }
        var month = months.lowerBound
        if case .number(let time) = facts["updatedAt"], let milliseconds = Int64(exactly: time.rounded(.down)) {
            month = min(max(Month(epochSeconds: milliseconds / 1_000), months.lowerBound), months.upperBound)
        }
        scores = [
            PublishedScore(
                vintage: Self.vintage,
                id: id,
                repository: place.repository,
                month: month,
                openrank: 0,
                metric: Self.identity
            )
        ]
    }
}
