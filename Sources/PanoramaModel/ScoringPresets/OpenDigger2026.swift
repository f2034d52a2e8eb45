// SPDX-License-Identifier: Apache-2.0

extension ScoringParameters {
    /// The rules of OpenDigger since 2026-01: the values that ``ScoringParameters`` starts with.
    public static let openDigger2026 = ScoringParameters(preset: "opendigger-2026")
}
