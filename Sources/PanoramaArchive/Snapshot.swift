// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel

/// What one file contributes: counted, packed, with an account of every line.
package struct Snapshot: Sendable {
    /// What a file holds.
    package enum Kind: String, Sendable, Codable {
        /// Events of a GH Archive hour.
        case events
        /// Scores that somebody else published.
        case publishedScores = "published-scores"
        /// Pairs of developers and repositories that somebody else counted.
        case pairs
        /// What GitHub says of repositories.
        case repositories
    }

    /// What it holds.
    package var kind: Kind
    /// Lines that hold something: ``accepted`` and rejected ones.
    package var events: Int { accepted + rejections.count }
    /// Lines taken in, repeated events included: which of them count is settled when a month is put together.
    package var accepted: Int
    /// Lines that were no good.
    package var rejections: RejectionLog
    /// The packed content, see ``EventSegment`` and ``PublishedSegment``.
    package var segment: [UInt8]
    /// The months it touches with the number of records of each, in order.
    package var months: [(month: Month, records: Int)]
    /// Of events the hours they are of, since 1970-01-01T00:00:00Z, with the number of records of each, in order.
    package var hours: [(hour: Int64, records: Int)] = []
    /// Records whose developer or repository is known by name alone.
    package var unidentified = 0
    /// What the file is about where its bytes do not say so but its path does; `nil` where the bytes say it all.
    package var subject: String?
    /// The names it saw, packed, see ``NameList``; empty when it saw none.
    package var names: [UInt8] = []
    /// What it says of repositories, packed, see ``FactsCodec``; empty when it says nothing.
    package var facts: [UInt8] = []
    /// The comment in the file's gzip header.
    package var comment: String?
    /// What its events are, where that was asked for.
    package var census: EventCensus?
}
