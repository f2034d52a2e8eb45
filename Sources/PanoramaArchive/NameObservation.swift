// SPDX-License-Identifier: Apache-2.0

/// A name that an id bore.
package struct NameObservation: Hashable, Sendable {
    /// GitHub's number of the account or repository; a stand-in below 0 for one that is known by name alone.
    package var id: Int64
    /// The login or `owner/name`.
    package var name: String
    /// When it was first seen, in seconds since 1970-01-01T00:00:00Z.
    package var first: Int64
    /// When it was last seen.
    package var last: Int64

    package init(id: Int64, name: String, first: Int64, last: Int64) {
        self.id = id
        self.name = name
        self.first = first
        self.last = last
    }
}
