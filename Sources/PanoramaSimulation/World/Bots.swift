// SPDX-License-Identifier: Apache-2.0

/// The automatic accounts, by what they do.
struct Bots {
    /// Opens pull requests for dependencies.
    var dependabot: Int32 = 0
    /// Opens pull requests for dependencies, too.
    var renovate: Int32 = 0
    /// Pushes, comments, releases.
    var actions: Int32 = 0
    /// Comments on pull requests.
    var coverage: Int32 = 0
    /// Pushes fixes of form.
    var commitHook: Int32 = 0
    /// Opens pull requests that warn of weaknesses; has no suffix.
    var security: Int32 = 0
    /// Merges and closes; has no suffix.
    var merger: Int32 = 0
    /// Asks newcomers to sign; has no suffix.
    var licence: Int32 = 0
}
