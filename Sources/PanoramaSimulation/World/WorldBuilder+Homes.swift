// SPDX-License-Identifier: Apache-2.0

/// Who works where: each developer belongs to a community and has a few homes in it, seldom one outside.
extension WorldBuilder {
    mutating func assignHomes() {
        let share = max(200, Self.landscapeShare(repositories: parameters.repositories))
        let repositories = world.repositories
        let landscape = AliasTable(weights: repositories[0..<World.landscapeCount].map(\.weight))
        let domains = domainTables()
        let ecosystems = ecosystemMembers()
        var homes: [[Int32]] = []
        homes.reserveCapacity(parameters.developers)
        for developer in 0..<parameters.developers {
            var mine: [Int32] = []
            let count = 1 + random.skewed(below: 6)
            let belongs = random.below(1_000) < share
            if belongs { world.landscapeDevelopers.append(Int32(developer)) }
            let ecosystem = ecosystems[random.below(ecosystems.count)]
            var domain = 0
            for home in 0..<count {
                let stray = home > 0 ? random.below(100) : 0
                let repository: Int32
                if belongs == (stray < 99) {
                    if home > 0, stray < 55, domains[domain].members.count > 1 {
                        let table = domains[domain]
                        repository = table.members[table.alias.draw(&random)]
                    } else {
                        repository = Int32(landscape.draw(&random))
                        if home == 0 { domain = Int(repositories[Int(repository)].domain) }
                    }
                } else if stray < 70, !ecosystem.isEmpty {
                    repository = ecosystem[random.skewed(below: ecosystem.count)]
                } else {
                    let invented = repositories.count - World.landscapeCount
                    repository = Int32(World.landscapeCount + random.skewed(below: invented))
                }
                if !mine.contains(repository) { mine.append(repository) }
            }
            homes.append(mine)
        }
        if world.landscapeDevelopers.isEmpty { world.landscapeDevelopers = [0] }
        arrange(homes)
    }

    private func domainTables() -> [(members: [Int32], alias: AliasTable)] {
        LandscapeProject.Domain.allCases.map { domain in
            let members = (0..<World.landscapeCount).filter { world.repositories[$0].domain == Int32(domain.rawValue) }
            return (members.map { Int32($0) }, AliasTable(weights: members.map { world.repositories[$0].weight }))
        }
    }

    private func ecosystemMembers() -> [[Int32]] {
        let last = world.repositories.map(\.ecosystem).max() ?? 0
        var members = [[Int32]](repeating: [], count: Int(last))
        for index in World.landscapeCount..<world.repositories.count {
            members[Int(world.repositories[index].ecosystem) - 1].append(Int32(index))
        }
        return members
    }

    /// Turns homes round: for each repository its contributors, an owner who is a developer first.
    private mutating func arrange(_ homes: [[Int32]]) {
        let repositories = world.repositories
        let developers = Int32(world.developerCount)
        var starts = [Int32](repeating: 0, count: repositories.count + 1)
        for (index, repository) in repositories.enumerated() where repository.owner < developers {
            starts[index + 1] += 1
        }
        for mine in homes {
            for repository in mine { starts[Int(repository) + 1] += 1 }
        }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        var next = starts
        var contributors = [Int32](repeating: 0, count: Int(starts[repositories.count]))
        for (index, repository) in repositories.enumerated() where repository.owner < developers {
            contributors[Int(next[index])] = repository.owner
            next[index] += 1
        }
        for (developer, mine) in homes.enumerated() {
            for repository in mine {
                contributors[Int(next[Int(repository)])] = Int32(developer)
                next[Int(repository)] += 1
            }
        }
        world.contributorStarts = starts
        world.contributors = contributors
    }
}
