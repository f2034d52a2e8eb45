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
        switch verdict {
        case .takesPart: return nil
        case .noEvents: return "There are no events of it in \(period)."
        case .botsOnly:
            return kind == .repository
                ? "Bots alone were at work there in \(period): \(counted(count(.botsOnly), "account", "accounts"))."
                : "The account is a bot, by its login or by 'scoring: bots'."
        case .pushesOnly:
            let of = kind == .repository ? " of \(people(.pushesOnly))" : ""
            return "There is no valid event in \(period), of issues, comments or pull requests: "
                + "\(counted(pushes, "push", "pushes"))\(of), and pushes alone do not count."
        case .noValidEvent:
            let of = kind == .repository ? ", of \(people(.noValidEvent))" : ""
            return collaborations > 0
                ? "There is no valid event in \(period)\(kind == .developer ? "" : " of what \(people(.noValidEvent)) did"): \(missing(parameters.counting))."
                : "There is no valid event in \(period), of issues, comments or pull requests: only stars, forks and the like\(of)."
        case .noActivity:
            return "All that was done in \(period) weighs nothing, such as pull requests that were closed."
        case .tooManyRepositories:
            let least = leastReach ?? 0
            let limit = parameters.repositoryLimit
            return kind == .repository
                ? "Every developer at work there in \(period) is active in more than \(limit) repositories a month "
                    + "(\(people(.tooManyRepositories)), the least active in \(least)), and taken out."
                : "The account is active in \(least) repositories in \(period), more than \(limit), and taken out."
        case .tooLittleActivity:
            let least = parameters.minimumActivity.fixed(decimals: 3)
            return kind == .repository
                ? "An activity of \(activity.fixed(decimals: 3)) is left in \(period), less than \(least)."
                : "Every repository of it in \(period) is left with an activity of less than \(least)."
        }
    }

    /// What a valid event would have been, in words that are true whichever of them there was: pairs do not tell.
    private func missing(_ counting: ScoringParameters.Counting) -> String {
        let pullRequests = counting.closedPullRequestIsValid ? "opened or closed" : "opened"
        let comments = counting.anyCommentIsValid ? "made" : "created"
        let edits = counting.anyCommentIsValid ? "" : ", edited or deleted comments"
        return "no issue was opened or closed, no comment \(comments), no pull request \(pullRequests) that counts "
            + "(what bots do, what is titled [snyk]\(edits), reviews without comments and the like do not)"
    }

    private func count(_ verdict: Verdict) -> Int { developers[verdict]?.count ?? 0 }

    private func people(_ verdict: Verdict) -> String { counted(count(verdict), "developer", "developers") }
}

/// A number with its noun, such as `3 pushes`.
func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
