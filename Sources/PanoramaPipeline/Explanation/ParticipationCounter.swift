// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
import PanoramaModel

/// Counts what became of the pairs of single nodes in a month.
struct ParticipationCounter {
    /// The pairs of the month.
    let pairs: PairList
    let parameters: ScoringParameters
    /// Accounts that are bots, beside those with a bot's login.
    let bots: Set<DeveloperID>
    /// The scores of the month, which say what took part.
    let scores: MonthScores

    /// What became of the pairs of a node.
    ///
    /// - Throws: ``SegmentError`` when the pairs are damaged.
    /// - Complexity: O(pairs) on all cores for a repository, O(own pairs + log(pairs)) for a developer.
    func participation(of id: Int64, _ kind: NodeKind) throws -> Participation {
        var result = Participation()
        switch kind {
        case .repository:
            let found = try pairs.pairs(of: RepositoryID(rawValue: id)) { pair, ofDeveloper in
                (pair: pair, reach: reach(ofDeveloper))
            }
            for (pair, reach) in found {
                for verdict in add(pair, reach, to: &result) {
                    result.developers[verdict, default: []].insert(pair.developer)
                }
            }
        case .developer:
            let own = try pairs.pairs(of: DeveloperID(rawValue: id))
            let reach = reach(own)
            for pair in own { _ = add(pair, reach, to: &result) }
        }
        return result
    }

    /// Counts a pair, and gives the verdicts that its developer stands behind.
    private func add(_ pair: Pair, _ reach: Int, to result: inout Participation) -> [Participation.Verdict] {
        result.pairs += 1
        let isBot = pair.isBot || bots.contains(pair.developer)
        if pair.isActive, !isBot { result.participants += 1 }
        let activity = pair.counts.activity(parameters.weights)
        if isBot {
            result.bots += 1
            return [.botsOnly]
        }
        if !pair.isValid {
            result.withoutValidEvent += 1
            result.pushes += Int(pair.counts.pushes)
            if pair.isCollaboration { result.collaborations += 1 }
            return pair.counts.pushes > 0 ? [.noValidEvent, .pushesOnly] : [.noValidEvent]
        }
        if activity <= 0 {
            result.withoutActivity += 1
            return [.noActivity]
        }
        if reach > parameters.repositoryLimit {
            result.tooBusy += 1
            result.leastReach = min(result.leastReach ?? reach, reach)
            return [.tooManyRepositories]
        }
        result.activity += activity
        if tookPart(pair.repository) {
            result.scored += 1
            return []
        }
        result.tooSlight += 1
        return [.tooLittleActivity]
    }

    private func tookPart(_ repository: RepositoryID) -> Bool {
        scores.repositories.index(ofID: repository.rawValue).map {
            scores.repositories[$0].month == scores.month.ordinal
        } ?? false
    }

    /// The number of repositories that a developer with some pairs is active in, by what counts for the limit.
    private func reach(_ pairs: [Pair]) -> Int {
        pairs.count { pair in pair.isValid && !pair.isBot && pair.counts.activity(parameters.weights) > 0 }
    }
}

extension Pair {
    /// Whether anything of it is collaboration: what others counted may have the counts without the mark.
    fileprivate var isCollaboration: Bool {
        isActive
            || ActivityCounts.Counter.allCases.contains { counter in
                ![.pushes, .stars, .forks].contains(counter) && counts[counter] > 0
            }
    }
}
