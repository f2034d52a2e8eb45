// SPDX-License-Identifier: Apache-2.0

extension RepositoryFacts: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, seen, name, description, language, topics, stars, forks, licence, createdAt, isArchived, isFork, older
    }

    /// Decodes a mapping; `id` and `seen` must be there, all others may be missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try container.decode(RepositoryID.self, forKey: .id),
            seen: try container.decode(Int64.self, forKey: .seen)
        )
        name = try container.decodeIfPresent(String.self, forKey: .name)
        description = try container.decodeIfPresent(String.self, forKey: .description)
        language = try container.decodeIfPresent(String.self, forKey: .language)
        topics = try container.decodeIfPresent([String].self, forKey: .topics)
        stars = try container.decodeIfPresent(Int64.self, forKey: .stars)
        forks = try container.decodeIfPresent(Int64.self, forKey: .forks)
        licence = try container.decodeIfPresent(String.self, forKey: .licence)
        createdAt = try container.decodeIfPresent(Int64.self, forKey: .createdAt)
        isArchived = try container.decodeIfPresent(Bool.self, forKey: .isArchived)
        isFork = try container.decodeIfPresent(Bool.self, forKey: .isFork)
        for (field, time) in try container.decodeIfPresent([Field: Int64].self, forKey: .older) ?? [:] {
            date(field, time)
        }
    }

    /// Encodes a mapping with what is known.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(seen, forKey: .seen)
        try container.encodeIfPresent(name, forKey: .name)
        try container.encodeIfPresent(description, forKey: .description)
        try container.encodeIfPresent(language, forKey: .language)
        try container.encodeIfPresent(topics, forKey: .topics)
        try container.encodeIfPresent(stars, forKey: .stars)
        try container.encodeIfPresent(forks, forKey: .forks)
        try container.encodeIfPresent(licence, forKey: .licence)
        try container.encodeIfPresent(createdAt, forKey: .createdAt)
        try container.encodeIfPresent(isArchived, forKey: .isArchived)
        try container.encodeIfPresent(isFork, forKey: .isFork)
        if !older.isEmpty { try container.encode(older, forKey: .older) }
    }
}
