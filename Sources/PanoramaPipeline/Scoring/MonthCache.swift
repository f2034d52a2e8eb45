// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import PanoramaStore

/// Files derived of months, one for each month and use, headed by a fingerprint of what they were made from.
///
/// An older file of a month is what its next one is made from, so they are named by month and not by fingerprint.
struct MonthCache {
    /// What is kept of a month.
    enum Use: String, CaseIterable {
        /// The pairs counted from events.
        case pairs
        /// What is in these.
        case ledger
        /// The same with counted pairs taken in.
        case merged
        /// The events by hour and type.
        case coverage
        /// The scores.
        case scores
    }

    /// A file's content, and what it was made from.
    struct Entry {
        var fingerprint: String
        var content: [UInt8]
    }

    let store: Store

    /// The name of a file.
    static func name(_ use: Use, _ month: Month) -> String { "\(use.rawValue)-\(month)" }

    /// What is kept, of whatever it was made; `nil` where nothing is.
    func entry(_ use: Use, _ month: Month) -> Entry? {
        guard let bytes = store.cached(Self.name(use, month)), bytes.count >= Fingerprint.length else { return nil }
        return Entry(
            fingerprint: String(decoding: bytes.prefix(Fingerprint.length), as: UTF8.self),
            content: Array(bytes.dropFirst(Fingerprint.length))
        )
    }

    /// What was made from inputs of a fingerprint; `nil` where that is not kept.
    func content(_ use: Use, _ month: Month, of fingerprint: String) -> [UInt8]? {
        entry(use, month).flatMap { $0.fingerprint == fingerprint ? $0.content : nil }
    }

    /// Keeps something in place of what was kept before.
    func keep(_ content: [UInt8], _ use: Use, _ month: Month, of fingerprint: String) throws {
        try store.cache(Array(fingerprint.utf8) + content, as: Self.name(use, month))
    }
}
