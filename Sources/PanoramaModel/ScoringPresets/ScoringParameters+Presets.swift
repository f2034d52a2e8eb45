// SPDX-License-Identifier: Apache-2.0

extension ScoringParameters {
    /// The presets by name; adding one is adding a value, as `OpenDigger2026.swift` does, and naming it here.
    public static let presets: [String: ScoringParameters] = Dictionary(
        uniqueKeysWithValues: [openDigger2024, openDigger2026].map { ($0.preset, $0) }
    )
}
