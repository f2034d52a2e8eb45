// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel
package import PanoramaPluginKit

/// Everything a person configured, checked and ready for use.
package struct Configuration: Sendable {
    /// The configuration file, absolute.
    package var path: String
    /// The folder that files are dropped into, absolute.
    package var inbox: String
    /// The folder that what is known is kept in, absolute.
    package var state: String
    /// The folder that editions are written to, absolute.
    package var output: String
    /// How the inbox is watched and files are taken in.
    package var intake: IntakeSettings
    /// The numbers of the scoring procedure: a preset with overrides.
    package var scoring: ScoringParameters
    /// The landscapes in the order written; without any, files are taken in and that is all.
    package var landscapes: [ConfiguredLandscape]
    /// What is probably not meant as it is written.
    package var warnings: [Diagnostic]
}

/// A landscape with its plugins, made and ready for use.
package struct ConfiguredLandscape: Sendable {
    /// What is configured for it.
    package var settings: LandscapeSettings
    /// Its plugins in the order written.
    package var plugins: PluginSet
    /// Text that is equal when everything configured for the landscape is equal in meaning.
    ///
    /// Holds the settings and, in order, every plugin with all its settings, defaults and files included; no paths, no
    /// comments, keys sorted. The scoring parameters are not in it: they hold for all landscapes.
    package var fingerprint: String
}
