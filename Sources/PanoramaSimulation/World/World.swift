// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// The invented GitHub: who there is, what there is, and who works where.
///
/// Only names and owners change with time.
struct World {
    /// All names.
    var arena = NameArena()
    /// Developers first, then bots, then owners.
    var accounts: [Account] = []
    /// The landscape first, in the order of its table, then its namesake, then the invented ones by popularity.
    var repositories: [Repository] = []
    /// How many of the accounts are developers.
    var developerCount = 0
    /// How many of the developers, from the first, belong to the landscape's community; spread by a stride.
    var landscapeDevelopers: [Int32] = []
    /// Where the contributors of a repository start; one more than there are repositories.
    var contributorStarts: [Int32] = []
    /// Contributors, the most active first.
    var contributors: [Int32] = []
    /// The bots.
    var bots = Bots()
    /// Somebody who is active in more than 300 repositories a month.
    var wanderer: Int32 = 0
    /// The names of languages; a repository holds an index.
    var languages: [Name] = []
    /// What each landscape repository is called from which second on.
    var renames: [NameChange] = []

    /// A name that a repository bears from a second on.
    struct NameChange {
        var repository: Int32
        var moment: Int64
        var owner: Int32
        var name: Name
    }

    /// Gives the repositories the names they bear at a second.
    mutating func applyNames(at second: Int64) {
        for change in renames where change.moment <= second {
            repositories[Int(change.repository)].owner = change.owner
            repositories[Int(change.repository)].name = change.name
        }
    }

    /// Popularity in a month, by repository; nothing for one that does not exist yet or has died.
    func weights(in month: Month) -> [UInt32] {
        let begin = month.startEpochSeconds
        let end = month.advanced(by: 1).startEpochSeconds
        var weights = [UInt32](repeating: 0, count: repositories.count)
        for (index, project) in (LandscapeProject.published + [LandscapeRename.namesake]).enumerated() {
            weights[index] = UInt32(clamping: project.level(in: month))
        }
        for index in World.landscapeCount..<repositories.count {
            let repository = repositories[index]
            guard repository.created < end else { continue }
            let months = max(0, (begin - repository.turn) / (30 * 86_400))
            let weight = Int64(repository.weight)
            let now =
                switch repository.trend {
                case .steady: weight
                case .rising: weight / 3 + weight * min(12, months) / 4
                case .falling: weight * 2 - weight * min(12, months) * 15 / 100
                case .dying: months >= 6 ? 0 : weight * (6 - months) / 6
                }
            weights[index] = UInt32(clamping: now)
        }
        return weights
    }

    /// The repositories of the landscape and its namesake.
    static let landscapeCount = LandscapeProject.published.count + 1
}
