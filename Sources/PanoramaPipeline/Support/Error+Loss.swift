// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
import PanoramaStore

extension Error {
    /// Whether it says that something the state kept is gone or is not what it was, rather than that it cannot be read now.
    var isLoss: Bool { self is SegmentError || (self as? StoreError)?.code == .damaged }
}

extension Store {
    /// Puts a list aside that turned out to be lost, so that its snapshot is read again when its file is touched.
    ///
    /// - Returns: what is lost and why.
    /// - Throws: ``StoreError`` when the catalogue cannot be written.
    func giveUp(_ list: SnapshotList, for error: any Error) throws -> String {
        try discard(list)
        return "the \(list.kind.rawValue) of snapshot \(list.sha256) are lost: \(error)"
    }
}
