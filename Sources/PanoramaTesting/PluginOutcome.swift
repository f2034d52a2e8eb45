// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import PanoramaModel
import PanoramaPluginKit

/// What a plugin gave for a landscape, also as files that can be compared byte for byte.
struct PluginOutcome: Sendable {
    /// The labels of a classifier.
    var labels: [DomainLabel] = []
    /// The taxonomy of a classifier.
    var taxonomy: [TaxonomyPath] = []
    /// The findings of a detector.
    var findings: [Finding] = []
    /// The files: an exporter's own, or labels or findings as one JSON text a line.
    var files: [ExportedFile]

    /// Takes labels, ordered by project, since their order means nothing.
    init(labels: [DomainLabel], taxonomy: [TaxonomyPath]) throws {
        let ordered = labels.sorted { ($0.project, $0.rule) < ($1.project, $1.rule) }
        files = [ExportedFile(path: "labels.jsonl", text: try Self.lines(ordered))]
        self.labels = ordered
        self.taxonomy = taxonomy
    }

    /// Takes findings, in their order.
    init(findings: [Finding]) throws {
        files = [ExportedFile(path: "findings.jsonl", text: try Self.lines(findings))]
        self.findings = findings
    }

    /// Takes files, in their order.
    init(files: [ExportedFile]) { self.files = files }

    private static func lines(_ values: [some Encodable]) throws -> String {
        try values.map { try CanonicalJSON.text(of: $0) + "\n" }.joined()
    }
}

/// JSON with sorted keys on one line.
enum CanonicalJSON {
    /// The text of a value.
    static func text(of value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf",
            negativeInfinity: "-inf",
            nan: "nan"
        )
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// The value after encoding and decoding.
    static func copy<Value: Codable>(of value: Value) throws -> Value {
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "inf",
            negativeInfinity: "-inf",
            nan: "nan"
        )
        return try decoder.decode(Value.self, from: Data(text(of: value).utf8))
    }
}
