// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
import PanoramaStore

extension Error {
    /// Whether it says that something the state kept is gone or is not what it was, rather than that it cannot be read now.
    var isLoss: Bool { self is SegmentError || (self as? StoreError)?.code == .damaged }
}
