// SPDX-License-Identifier: Apache-2.0

/// What a trend detector found, with its numbers as evidence.
public struct Finding: Hashable, Sendable, Codable {
    /// What a finding is about.
    public enum Subject: Hashable, Sendable {
        /// A project, by its repository's number.
        case project(RepositoryID)
        /// A domain, by name.
        case domain(String)
        /// The landscape as a whole.
        case landscape
    }

    /// The detector that found it.
    public var detector: String
    /// What was found, such as `riser` or `faller`: one word that findings are grouped by.
    public var kind: String
    /// What it is about.
    public var subject: Subject
    /// Place among findings of the same detector and kind, from 1.
    public var place: Int
    /// The months the finding speaks of.
    public var window: MonthSpan
    /// The numbers behind it, by name, such as `absolute`, `percent`, `base`, `current`.
    public var numbers: [String: Double]
    /// Marks of the months it rests on; a reader must see them beside the numbers.
    public var marks: [MonthMark]
    /// The finding as a sentence in English.
    public var sentence: String

    /// Makes a finding.
    public init(
        detector: String,
        kind: String,
        subject: Subject,
        place: Int,
        window: MonthSpan,
        numbers: [String: Double],
        marks: [MonthMark] = [],
        sentence: String
    ) {
        self.detector = detector
        self.kind = kind
        self.subject = subject
        self.place = place
        self.window = window
        self.numbers = numbers
        self.marks = marks
        self.sentence = sentence
    }
}

extension Finding.Subject: Codable {
    private enum CodingKeys: String, CodingKey {
        case project
        case domain
    }

    /// Decodes a mapping with `project`, with `domain`, or empty for the landscape.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let number = try container.decodeIfPresent(Int64.self, forKey: .project) {
            self = .project(RepositoryID(rawValue: number))
        } else if let name = try container.decodeIfPresent(String.self, forKey: .domain) {
            self = .domain(name)
        } else {
            self = .landscape
        }
    }

    /// Encodes as a mapping with `project`, with `domain`, or empty for the landscape.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .project(let id): try container.encode(id.rawValue, forKey: .project)
        case .domain(let name): try container.encode(name, forKey: .domain)
        case .landscape: break
        }
    }
}
