// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel

/// A score that somebody else computed and published, or a number of another metric beside it.
package struct PublishedScore: Hashable, Sendable {
    /// Names the rules that made it, such as `V2`; empty where the source names none.
    package var vintage: String
    /// GitHub's number of the repository, where the source gives one.
    package var id: Int64?
    /// `owner/name` as published at the time.
    package var repository: String
    /// The month.
    package var month: Month
    /// The value: OpenRank, or what ``metric`` names.
    package var openrank: Double
    /// What the value is; ``openrank`` as a rule.
    package var metric: String

    /// The name of the metric that landscapes are built on.
    package static let openrank = "openrank"

    package init(
        vintage: String,
        id: Int64?,
        repository: String,
        month: Month,
        openrank: Double,
        metric: String = PublishedScore.openrank
    ) {
        self.vintage = vintage
        self.id = id
        self.repository = repository
        self.month = month
        self.openrank = openrank
        self.metric = metric
    }
}

/// Published scores of one snapshot, packed.
///
/// There are two forms: without metrics where all values are OpenRank, else with the metric before each row.
package enum PublishedSegment {
    /// Packs scores in the order given.
    package static func encode(_ scores: [PublishedScore]) throws(SegmentError) -> [UInt8] {
        let hasMetrics = scores.contains { $0.metric != PublishedScore.openrank }
        var writer = ByteWriter()
        writer.write(scores.count)
        for score in scores {
            if hasMetrics { writer.write(score.metric) }
            writer.write(score.vintage)
            writer.writeSigned(score.id ?? 0)
            writer.write(score.repository)
            writer.writeSigned(Int64(score.month.ordinal))
            writer.write(score.openrank)
        }
        return try SegmentEnvelope.seal(hasMetrics ? .publishedSeries : .publishedScores, writer.bytes)
    }

    /// Unpacks scores.
    package static func decode(_ bytes: [UInt8]) throws(SegmentError) -> [PublishedScore] {
        let hasMetrics = bytes.starts(with: SegmentEnvelope.seal(.publishedSeries, frames: []))
        var reader = ByteReader(try SegmentEnvelope.open(hasMetrics ? .publishedSeries : .publishedScores, bytes[...]))
        var scores: [PublishedScore] = []
        for _ in 0..<(try reader.readCount()) {
            let metric = hasMetrics ? try reader.readText() : PublishedScore.openrank
            let vintage = try reader.readText()
            let id = try reader.readSigned()
            let repository = try reader.readText()
            let month = try reader.readSigned()
            guard (0..<120_000).contains(month) else { throw SegmentError("a month is out of range") }
            scores.append(
                PublishedScore(
                    vintage: vintage,
                    id: id == 0 ? nil : id,
                    repository: repository,
                    month: Month(ordinal: Int(month)),
                    openrank: try reader.readDouble(),
                    metric: metric
                )
            )
        }
        guard reader.isAtEnd else { throw SegmentError("the data goes on behind its end") }
        return scores
    }
}
