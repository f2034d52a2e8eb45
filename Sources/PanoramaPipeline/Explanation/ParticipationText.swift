// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel

extension Participation {
    /// Why a node took no part in scoring and by how much.
    ///
    /// - Parameters:
    ///   - kind: what the node is.
    ///   - period: the month or window, in words.
    ///   - parameters: the limits.
    /// - Returns: a sentence; `nil` when it took part.
    package func reason(_ kind: NodeKind, in period: String, _ parameters: ScoringParameters) -> String? {
        let others = kind == .repository ? counted(pairs, "developer", "developers") : nil
        switch verdict {
        case .takesPart: return nil
        case .noEvents: return "There are no events of it in \(period)."
        case .botsOnly:
            return kind == .repository
                ? "Bots alone were at work there in \(period): \(counted(bots, "account", "accounts"))."
                : "The account is a bot, by its login or by 'scoring: bots'."
        case .pushesOnly:
            return "There is no valid event in \(period), of issues, comments or pull requests: "
                + "\(counted(pushes, "push", "pushes"))\(others.map { " of \($0)" } ?? ""), and pushes alone do not count."
        case .noValidEvent:
            return
                "There is no valid event in \(period), of issues, comments or pull requests: only stars, forks and the like"
                + "\(others.map { ", of \($0)" } ?? "")."
        case .noActivity:
            return "All that was done in \(period) weighs nothing, such as pull requests that were closed."
        case .tooManyRepositories:
            let least = leastReach ?? 0
            let limit = parameters.repositoryLimit
            return kind == .repository
                ? "Every developer at work there in \(period) is active in more than \(limit) repositories a month "
                    + "(\(counted(tooBusy, "developer", "developers")), the least active in \(least)), and taken out."
                : "The account is active in \(least) repositories in \(period), more than \(limit), and taken out."
        case .tooLittleActivity:
            let least = parameters.minimumActivity.fixed(decimals: 3)
            return kind == .repository
                ? "An activity of \(activity.fixed(decimals: 3)) is left in \(period), less than \(least)."
                : "Every repository of it in \(period) is left with an activity of less than \(least)."
        }
    }
}

/// A number with its noun, such as `3 pushes`.
func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
