// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel

/// A snapshot as the catalogue knows it.
package struct CatalogueEntry: Hashable, Sendable {
    /// SHA-256 of the file's bytes, in hex; a suffix tells apart files that say something else at another path.
    package var sha256: String
    /// SHA-256 of the file's bytes alone.
    package var fileHash: String { String(sha256.prefix(64)) }
    /// What it holds: `events`, `published-scores`, `pairs` or `repositories`.
    package var kind: String
    /// The least path, in byte order, that the bytes were found under, relative to the inbox.
    package var path: String
    /// The path that the bytes were read from.
    package var source: String
    /// Size of the file.
    package var bytes: Int
    /// Lines that hold something.
    package var events: Int
    /// Lines taken in.
    package var accepted: Int
    /// Lines that were no good.
    package var rejected: Int
    /// Samples of them, as JSON.
    package var samples: String
    /// The comment in the gzip header, empty where there is none.
    package var comment: String
    /// Size of the segment.
    package var segmentBytes: Int
    /// Records whose developer or repository is known by name alone.
    package var unidentified: Int
    /// Months with their number of records, in order.
    package var months: [Month: Int]
    /// Of events the hours, since 1970-01-01T00:00:00Z, with their number of records.
    package var hours: [Int64: Int]

    package init(
        sha256: String,
        kind: String,
        path: String,
        source: String,
        bytes: Int,
        events: Int,
        accepted: Int,
        rejected: Int,
        samples: String,
        comment: String,
        segmentBytes: Int,
        unidentified: Int = 0,
        months: [Month: Int] = [:],
        hours: [Int64: Int] = [:]
    ) {
        self.sha256 = sha256
        self.kind = kind
        self.path = path
        self.source = source
        self.bytes = bytes
        self.events = events
        self.accepted = accepted
        self.rejected = rejected
        self.samples = samples
        self.comment = comment
        self.segmentBytes = segmentBytes
        self.unidentified = unidentified
        self.months = months
        self.hours = hours
    }
}
