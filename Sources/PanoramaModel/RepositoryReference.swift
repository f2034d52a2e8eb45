// SPDX-License-Identifier: Apache-2.0

/// How a person names a repository: by number, by `owner/name`, or by both.
///
/// The number wins; the name then only serves the reader and sources that know no numbers. In YAML and JSON a reference
/// is a number (`65600975`), a text (`pytorch/pytorch`), or a mapping with `id` and `repository`.
public struct RepositoryReference: Hashable, Sendable {
    /// GitHub's number, if given.
    public var id: RepositoryID?
    /// `owner/name`, if given.
    public var name: String?

    /// Makes a reference; at least one of the two is meant to be given.
    public init(id: RepositoryID? = nil, name: String? = nil) {
        self.id = id
        self.name = name
    }

    /// Whether a text has the form `owner/name` with the characters that GitHub allows.
    public static func isName(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { part in
                !part.isEmpty && part.count <= 100
                    && part.allSatisfy { byte in
                        switch byte {
                        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
                            UInt8(ascii: "."):
                            true
                        default: false
                        }
                    }
            }
    }
}

extension RepositoryReference: CustomStringConvertible {
    /// The name, else the number.
    public var description: String { name ?? id.map { "#\($0.rawValue)" } ?? "?" }
}

extension RepositoryReference: Codable {
    private enum CodingKeys: String, CodingKey {
        case id
        case repository
    }

    /// Decodes a number, a text, or a mapping with `id` and `repository`.
    public init(from decoder: any Decoder) throws {
        if let single = try? decoder.singleValueContainer() {
            if let number = try? single.decode(Int64.self) {
                guard number > 0 else { throw Self.malformed("\(number)", decoder.codingPath) }
                self.init(id: RepositoryID(rawValue: number))
                return
            }
            if let text = try? single.decode(String.self) {
                guard Self.isName(text) else { throw Self.malformed(text, decoder.codingPath) }
                self.init(name: text)
                return
            }
        }
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let number = try container.decodeIfPresent(Int64.self, forKey: .id)
        let text = try container.decodeIfPresent(String.self, forKey: .repository)
        if let number, number <= 0 { throw Self.malformed("\(number)", container.codingPath + [CodingKeys.id]) }
        if let text, !Self.isName(text) { throw Self.malformed(text, container.codingPath + [CodingKeys.repository]) }
        guard number != nil || text != nil else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: container.codingPath, debugDescription: "expected 'id' or 'repository'")
            )
        }
        self.init(id: number.map(RepositoryID.init(rawValue:)), name: text)
    }

    /// Encodes as a mapping with what is given of `id` and `repository`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(id?.rawValue, forKey: .id)
        try container.encodeIfPresent(name, forKey: .repository)
    }

    private static func malformed(_ text: String, _ path: [any CodingKey]) -> DecodingError {
        .dataCorrupted(
            .init(
                codingPath: path,
                debugDescription: "expected a repository as owner/name or its positive number, found '\(text)'"
            )
        )
    }
}
