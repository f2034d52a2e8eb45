// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// A row of counted pairs with the names it carries; those hold until the parser's next use.
@safe struct CountedPairRow {
    /// The month.
    var month: Month
    /// The developer and the repository with their counts.
    var pair = Pair(developer: DeveloperID(rawValue: 0), repository: RepositoryID(rawValue: 0))
    /// The login; empty where the row has none.
    var login = unsafe UnsafeRawBufferPointer(start: nil, count: 0)
    /// `owner/name`; empty where the row has none.
    var repositoryName = unsafe UnsafeRawBufferPointer(start: nil, count: 0)

    init(month: Month) {
        self.month = month
    }
}
