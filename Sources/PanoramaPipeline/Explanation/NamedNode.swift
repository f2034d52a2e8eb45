// SPDX-License-Identifier: Apache-2.0

/// A repository or developer that was found by a name or a number, with the names that it bore.
package struct NamedNode: Hashable, Sendable {
    /// A name and when it was seen, in seconds since 1970-01-01T00:00:00Z.
    package struct Name: Hashable, Sendable {
        package var name: String
        package var first: Int64
        package var last: Int64
    }

    /// What it is.
    package var kind: NodeKind
    /// GitHub's number; negative where the name alone is known.
    package var id: Int64
    /// The names it bore, oldest first.
    package var names: [Name]
    /// Others that bore the name it was asked by, the latest first.
    package var namesakes: [Int64] = []

    /// The newest name, else the number.
    package var name: String { names.last?.name ?? "#\(id)" }
    /// The names before the newest, oldest first.
    package var formerNames: [Name] { names.dropLast() }
}
