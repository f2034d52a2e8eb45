// SPDX-License-Identifier: Apache-2.0

import PanoramaStore

/// The two kinds of nodes that have a score.
package enum NodeKind: String, Sendable, Codable, CaseIterable {
    /// An account.
    case developer
    /// A repository.
    case repository

    /// The other kind: that of the neighbours.
    package var opposite: NodeKind { self == .developer ? .repository : .developer }

    /// The word for several of them.
    package var plural: String { self == .developer ? "developers" : "repositories" }

    /// Where their names are.
    var names: Store.NameSubject { self == .developer ? .developers : .repositories }
}
