// SPDX-License-Identifier: Apache-2.0

package import PanoramaModel

/// What became of a node's pairs in a month: the filters of the definition, in the order in which they act.
///
/// It says of one node why it has no score; what takes part is decided by ``MonthGraph``, and tests hold the two together.
package struct Participation: Hashable, Sendable {
    /// Neighbours that the node has a pair with, whatever was done there.
    package var pairs = 0
    /// Those left out because the developer is a bot.
    package var bots = 0
    /// Then those without a valid event, such as pushes alone.
    package var withoutValidEvent = 0
    /// Then those whose activity weighs nothing.
    package var withoutActivity = 0
    /// Then those whose developer is active in too many repositories.
    package var tooBusy = 0
    /// Then those whose repository is left with too little activity.
    package var tooSlight = 0
    /// Those that take part.
    package var scored = 0
    /// Distinct developers with a collaboration event there, bots left out; of a developer, repositories.
    package var participants = 0
    /// Pushes of those without a valid event.
    package var pushes = 0
    /// Those without a valid event that a collaboration event was of all the same: one that is none of the valid, or does not
    /// count.
    package var collaborations = 0
    /// The distinct developers behind a verdict about a repository, over all months added up.
    package var developers: [Verdict: Set<DeveloperID>] = [:]
    /// The fewest repositories that a developer is active in who is active in too many.
    package var leastReach: Int?
    /// Activity at the node after developers were taken out.
    package var activity = 0.0

    /// Why a node took no part, or that it did.
    package enum Verdict: String, Sendable, Codable {
        case takesPart = "takes-part"
        case noEvents = "no-events"
        case botsOnly = "bots-only"
        case pushesOnly = "pushes-only"
        case noValidEvent = "no-valid-event"
        case noActivity = "no-activity"
        case tooManyRepositories = "too-many-repositories"
        case tooLittleActivity = "too-little-activity"
    }

    /// The filter that took the last of its pairs.
    package var verdict: Verdict {
        if scored > 0 { return .takesPart }
        if pairs == 0 { return .noEvents }
        if pairs == bots { return .botsOnly }
        if tooSlight > 0 { return .tooLittleActivity }
        if tooBusy > 0 { return .tooManyRepositories }
        if withoutActivity > 0 { return .noActivity }
        return pushes > 0 && collaborations == 0 ? .pushesOnly : .noValidEvent
    }

    /// Adds another month of the same node.
    package static func += (left: inout Participation, right: Participation) {
        left.pairs += right.pairs
        left.bots += right.bots
        left.withoutValidEvent += right.withoutValidEvent
        left.withoutActivity += right.withoutActivity
        left.tooBusy += right.tooBusy
        left.tooSlight += right.tooSlight
        left.scored += right.scored
        left.participants += right.participants
        left.pushes += right.pushes
        left.collaborations += right.collaborations
        left.developers.merge(right.developers) { $0.union($1) }
        left.leastReach = [left.leastReach, right.leastReach].compactMap { $0 }.min()
        left.activity = max(left.activity, right.activity)
    }
}
