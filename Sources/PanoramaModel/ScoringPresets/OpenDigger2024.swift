// SPDX-License-Identifier: Apache-2.0

extension ScoringParameters {
    /// The rules of OpenDigger from 2024-10 to 2025-12, by which the published landscape of 2025 was scored.
    public static let openDigger2024: ScoringParameters = {
        var parameters = ScoringParameters(preset: "opendigger-2024")
        parameters.counting.everyEvent = true
        parameters.counting.anyCommentIsValid = true
        parameters.counting.closedPullRequestIsValid = false
        parameters.minimumCarry = 0
        parameters.minimumAtRest = 1
        parameters.repositoryLimit = .max
        return parameters
    }()
}
