// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaStore

/// Reads the lists of snapshots and knows of those that are lost whether they can come back.
struct ListReading {
    private let store: Store
    private let inbox: String
    private let files: [FileEntry]
    private let snapshots: [String: CatalogueEntry]
    private let forgotten: Set<String>
    /// The lists that are lost for good, in the order in which they were to be read.
    private(set) var losses: [Forgetter.Loss] = []

    init(_ store: Store, inbox: String, _ files: [FileEntry], without forgotten: Set<String>) throws {
        self.forgotten = forgotten
        self.store = store
        self.inbox = inbox
        self.files = files
        snapshots = Dictionary(try store.snapshots().map { ($0.sha256, $0) }) { first, _ in first }
    }

    /// Reads a list; one that is lost, or whose segment is, is put aside.
    ///
    /// What cannot be read now stays as it is.
    ///
    /// - Returns: what `body` makes of it; `nil` when it is lost and its snapshot's file is not in the inbox.
    /// - Throws: ``StoreError``, of the code ``StoreError/Code/damaged`` when it is lost and that file is there, so that it
    ///   can be read again.
    mutating func read<Content>(_ list: SnapshotList, _ body: () throws -> Content) throws -> Content? {
        do {
            return try body()
        } catch  where error.isLoss {
            // What is not known of the inbox must not cost a list that may be there again.
            let path = try presentFile(of: list.sha256)
            let reason = try store.giveUp(list, for: error)
            guard let path else {
                losses.append(
                    Forgetter.Loss(
                        list: list,
                        source: snapshots[list.sha256]?.source,
                        isOfForgotten: forgotten.contains(list.sha256)
                    )
                )
                return nil
            }
            throw StoreError(
                .damaged,
                "nothing was forgotten: \(reason); touch its file, \(path), or drop it again, run 'panorama once' to have "
                    + "it read again, then try again"
            )
        }
    }

    /// The path of a file of the inbox that holds a snapshot, or may, since it waits to be read again.
    private func presentFile(of sha256: String) throws -> String? {
        let source = snapshots[sha256]?.source
        let holders = files.filter { file in
            switch file.state {
            case .done, .duplicate: file.sha256 == sha256
            case .waiting, .reading, .incomplete: file.path == source
            case .failed, .forgotten: false
            }
        }
        return try holders.map(\.path).first(where: isPresent)
    }

    /// Whether a file is in the inbox; one that cannot be seen for another reason than that it is gone counts as there.
    ///
    /// - Throws: ``StoreError`` when the inbox itself is not there: then nothing is known of its files.
    private func isPresent(_ path: String) throws -> Bool {
        var status = stat()
        if stat("\(inbox)/\(path)", &status) == 0 { return true }
        guard errno == ENOENT || errno == ENOTDIR else { return true }
        guard stat(inbox, &status) == 0 else {
            throw StoreError(
                .inputOutput,
                "nothing was forgotten: a list is lost, and whether its file is there is not known, since the inbox "
                    + "\(inbox) is not"
            )
        }
        return false
    }
}
