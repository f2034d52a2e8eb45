// SPDX-License-Identifier: Apache-2.0

/// Gathers the JSON objects of one kind and makes a snapshot of them; a new kind of JSON file is one more of these.
protocol RecordCollector: AnyObject {
    /// Takes an object in or says why not; ``LineReader/padding`` readable bytes follow it.
    ///
    /// - Returns: whether it was taken in.
    /// - Throws: ``ArchiveError`` when what was gathered cannot be packed.
    func add(_ json: UnsafeRawBufferPointer) throws(ArchiveError) -> RecordReader.Verdict

    /// Whether a file of the kind is one object, so that no part of a damaged one may be taken for it.
    var isOneObject: Bool { get }

    /// The objects taken in.
    var count: Int { get }

    /// What was no good within the objects taken in.
    var faults: RejectionLog { get }

    /// Why so many objects were refused though they are of the kind; `nil` when there were fewer, or several reasons.
    func commonRefusal(of count: Int) -> String?

    /// The snapshot of what was taken in.
    ///
    /// - Parameter account: what else is known of the file.
    /// - Returns: the snapshot.
    /// - Throws: ``ArchiveError`` when it cannot be packed.
    func snapshot(_ account: FileAccount) throws(ArchiveError) -> Snapshot
}

extension RecordCollector {
    var isOneObject: Bool { false }

    func commonRefusal(of count: Int) -> String? { nil }

    /// Nothing: an object is good as a whole or not at all.
    var faults: RejectionLog { RejectionLog() }
}

/// What reading a file brought to light beside its content.
struct FileAccount {
    /// What was no good.
    var rejections: RejectionLog
    /// Whether any line was one good object; the objects of an answer of an API stand otherwise.
    var hasWholeLines = false
    /// The comment in the gzip header.
    var comment: String?
}
