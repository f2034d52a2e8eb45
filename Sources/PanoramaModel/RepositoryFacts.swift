// SPDX-License-Identifier: Apache-2.0

/// What GitHub says of a repository beside its events.
///
/// A fact that no source gave is `nil`. An empty ``description``, ``language`` or ``licence`` and an empty list of
/// ``topics`` were given: the repository is known to have none.
public struct RepositoryFacts: Hashable, Sendable, Identifiable {
    /// GitHub's number of the repository.
    public var id: RepositoryID
    /// When it was seen last, in seconds since 1970-01-01T00:00:00Z.
    public internal(set) var seen: Int64
    /// `owner/name` at that time.
    public var name: String?
    /// What its owner says of it.
    public var description: String?
    /// The language most of it is written in.
    public var language: String?
    /// The topics it is filed under, in GitHub's order.
    public var topics: [String]?
    /// The number of accounts that starred it.
    public var stars: Int64?
    /// The number of its forks.
    public var forks: Int64?
    /// The SPDX id of its licence; `NOASSERTION` where GitHub found a licence that it does not know.
    public var licence: String?
    /// When it was made, in seconds since 1970-01-01T00:00:00Z.
    public var createdAt: Int64?
    /// Whether its owner closed it for changes.
    public var isArchived: Bool?
    /// Whether it was made as a fork of another.
    public var isFork: Bool?
    /// The facts that are older than ``seen``, because nothing newer gave them, with the time each was seen at.
    public internal(set) var older: [Field: Int64] = [:]

    /// Makes facts of which nothing but the time of the observation is known yet.
    public init(id: RepositoryID, seen: Int64) {
        self.id = id
        self.seen = seen
    }

    /// Says that a fact is older than ``seen``; without effect on one that is not known, or with a time that is not earlier.
    public mutating func date(_ field: Field, _ time: Int64) {
        if time < seen, isKnown(field) { older[field] = time }
    }

    /// Whether a fact was given.
    public func isKnown(_ field: Field) -> Bool {
        switch field {
        case .name: name != nil
        case .description: description != nil
        case .language: language != nil
        case .topics: topics != nil
        case .stars: stars != nil
        case .forks: forks != nil
        case .licence: licence != nil
        case .createdAt: createdAt != nil
        case .isArchived: isArchived != nil
        case .isFork: isFork != nil
        }
    }

    /// A fact by name.
    public enum Field: String, Sendable, Codable, CodingKeyRepresentable, CaseIterable {
        case name
        case description
        case language
        case topics
        case stars
        case forks
        case licence
        case createdAt
        case isArchived
        case isFork
    }
}
