// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import PanoramaStore

/// Files derived of months, one for each month and use, headed by what they were made from and what they hold.
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

    /// What a file says of itself.
    struct Head: Hashable {
        /// Stands for what it was made from.
        var inputs: String
        /// Stands for what it holds: other inputs may well give the same.
        var digest: String

        fileprivate static let length = 2 * Fingerprint.length

        fileprivate init?(_ bytes: some Collection<UInt8>) {
            guard bytes.count >= Self.length else { return nil }
            inputs = String(decoding: bytes.prefix(Fingerprint.length), as: UTF8.self)
            digest = String(decoding: bytes.prefix(Self.length).dropFirst(Fingerprint.length), as: UTF8.self)
        }
    }

    let store: Store

    /// The name of a file.
    static func name(_ use: Use, _ month: Month) -> String { "\(use.rawValue)-\(month)" }

    /// What the file that is kept says of itself; `nil` where there is none.
    func head(_ use: Use, _ month: Month) -> Head? {
        store.cached(Self.name(use, month), first: Head.length).flatMap(Head.init)
    }

    /// What was made from some inputs, with what stands for it; `nil` where that is not kept.
    func entry(_ use: Use, _ month: Month, of inputs: String) -> (digest: String, content: ArraySlice<UInt8>)? {
        // Another instance may put another file in its place at any time, so only what one look finds counts.
        guard head(use, month)?.inputs == inputs, let bytes = store.cached(Self.name(use, month)),
            let head = Head(bytes), head.inputs == inputs
        else { return nil }
        return (head.digest, bytes.dropFirst(Head.length))
    }

    /// Keeps something in place of what was kept before.
    ///
    /// - Parameters:
    ///   - content: what to keep.
    ///   - use: what it is.
    ///   - month: the month.
    ///   - inputs: stands for what it was made from.
    ///   - digest: stands for it; that of the whole content if nothing else is said.
    /// - Throws: ``StoreError`` when it cannot be written.
    func keep(_ content: [UInt8], _ use: Use, _ month: Month, of inputs: String, digest: String? = nil) throws {
        let digest = digest ?? Fingerprint.digest(of: content)
        try store.cache([Array(inputs.utf8) + Array(digest.utf8), content], as: Self.name(use, month))
    }
}
