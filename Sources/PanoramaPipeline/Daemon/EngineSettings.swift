// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel

/// What an engine works on and how.
package struct EngineSettings: Sendable {
    /// Where people drop files.
    package var inbox: String
    /// Where the catalogue, segments and caches are.
    package var state: String
    /// Where editions go.
    package var output: String
    /// How the inbox is watched and files are taken in.
    package var intake: IntakeSettings
    /// The numbers of the scoring.
    package var scoring: ScoringParameters
    /// The landscapes to make.
    package var landscapes: [LandscapePlan]
    /// The version of the program, named in every manifest.
    package var version: String

    package init(
        inbox: String,
        state: String,
        output: String,
        intake: IntakeSettings,
        scoring: ScoringParameters,
        landscapes: [LandscapePlan],
        version: String
    ) {
        self.inbox = inbox
        self.state = state
        self.output = output
        self.intake = intake
        self.scoring = scoring
        self.landscapes = landscapes
        self.version = version
    }
}
