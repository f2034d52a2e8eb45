// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel

extension ScoringParameters {
    /// All values as one text: equal texts, equal scores.
    var canonicalText: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        guard let data = try? encoder.encode(self) else { return preset }
        return String(decoding: data, as: UTF8.self)
    }

    /// The preset with what departs from it, such as `opendigger-2026 (attenuation: 0.9)`; named in every output.
    package var summary: String {
        func values(_ parameters: ScoringParameters) -> [String: String] {
            var result: [String: String] = [:]
            let encoder = JSONEncoder()
            guard let data = try? encoder.encode(parameters),
                let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
            else { return [:] }
            for (key, value) in object {
                if let group = value as? [String: Any] {
                    for (inner, value) in group { result["\(key).\(inner)"] = "\(value)" }
                } else if key != "preset" {
                    result[key] = (value as? [String]).map { "\($0.count) logins" } ?? "\(value)"
                }
            }
            return result
        }
        let base = values(Self.presets[preset] ?? ScoringParameters())
        let changes = values(self).filter { base[$0.key] != $0.value }.sorted { $0.key < $1.key }
        guard !changes.isEmpty else { return preset }
        return "\(preset) (\(changes.map { "\($0.key): \($0.value)" }.joined(separator: ", ")))"
    }
}
