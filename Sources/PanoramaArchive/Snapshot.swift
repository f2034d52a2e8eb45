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
    }

    /// What can be said of the events of a calendar hour.
    package struct HourCount: Hashable, Sendable {
        /// Hours since 1970-01-01T00:00:00Z.
        package var hour: Int64
        /// Events of the hour, repeated ones included.
        package var events: Int
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
    /// The hours it holds events of, in order; empty for published scores.
    package var hours: [HourCount]
    /// Names of developers it saw.
    package var developerNames: [NameObservation]
    /// Names of repositories it saw.
    package var repositoryNames: [NameObservation]
    /// The comment in the file's gzip header.
    package var comment: String?
}
