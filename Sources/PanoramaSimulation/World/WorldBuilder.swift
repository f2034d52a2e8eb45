// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Makes a ``World`` from parameters; the months that are simulated have no part in it.
struct WorldBuilder {
    let parameters: SimulationParameters
    var world = World()
    var random: RandomSource
    private var owners: [String: Int32] = [:]

    /// Owners of landscape repositories that are persons.
    private static let persons: Set<String> = [
        "AUTOMATIC1111", "Bin-Huang", "ItzCrazyKns", "comfyanonymous", "cpacker", "geekan", "ggerganov", "gregpr07",
        "hiyouga", "jmorganca", "joaomdmoura", "mannaandpoem", "oobabooga", "paul-gauthier", "saoudrizwan",
        "songquanpeng", "zaidmukaddam",
    ]

    private init(_ parameters: SimulationParameters) {
        self.parameters = parameters
        random = RandomSource(seed: parameters.seed, stream: 1)
    }

    /// Makes the world.
    static func build(_ parameters: SimulationParameters) -> World {
        var builder = WorldBuilder(parameters)
        builder.world.languages = Vocabulary.languages.map { builder.world.arena.add($0) }
        builder.addDevelopers()
        builder.addBots()
        builder.addLandscape()
        builder.addInventedRepositories()
        builder.assignHomes()
        return builder.world
    }

    /// How many thousandths of all activity go to the landscape: 300 in a small world, less in a large one, 50 at least.
    static func landscapeShare(repositories: Int) -> Int {
        max(50, min(300, 300 * integerSquareRoot(2_000_000_000 / repositories) / 1_000))
    }

    static func integerSquareRoot(_ number: Int) -> Int {
        var low = 0
        var high = 1 << 31
        while low < high {
            let middle = (low + high + 1) / 2
            if middle * middle <= number { low = middle } else { high = middle - 1 }
        }
        return low
    }

    // MARK: - Accounts

    private mutating func addDevelopers() {
        world.developerCount = parameters.developers
        world.accounts.reserveCapacity(parameters.developers + parameters.repositories / 8 + 256)
        for index in 0..<parameters.developers {
            let person = Vocabulary.people[random.below(Vocabulary.people.count)]
            addAccount(id: 1_000_003 + Int64(index) * 173, "invented-\(person)-\(index)", .user)
        }
    }

    @discardableResult
    private mutating func addAccount(id: Int64, _ login: String, _ kind: Account.Kind) -> Int32 {
        let name = world.arena.add(login)
        var account = Account(id: id, login: name, escapedLogin: name, displayLogin: name, kind: kind)
        if kind == .bot {
            let display = String(login.dropLast("[bot]".count))
            account.displayLogin = world.arena.add(display)
            account.escapedLogin = world.arena.add(display + "%5Bbot%5D")
        }
        world.accounts.append(account)
        return Int32(world.accounts.count - 1)
    }

    private mutating func addBots() {
        world.bots.dependabot = addAccount(id: 49_699_333, "dependabot[bot]", .bot)
        world.bots.renovate = addAccount(id: 29_139_614, "renovate[bot]", .bot)
        world.bots.actions = addAccount(id: 41_898_282, "github-actions[bot]", .bot)
        world.bots.coverage = addAccount(id: 22_429_695, "codecov[bot]", .bot)
        world.bots.commitHook = addAccount(id: 66_853_113, "pre-commit-ci[bot]", .bot)
        world.bots.security = addAccount(id: 400_000_001, "invented-security-robot", .user)
        world.bots.merger = addAccount(id: 400_000_002, "invented-merge-robot", .user)
        world.bots.licence = addAccount(id: 400_000_003, "invented-cla-robot", .user)
        world.wanderer = addAccount(id: 400_000_004, "invented-wanderer", .user)
    }

    private mutating func owner(_ login: String) -> Int32 {
        if let known = owners[login] { return known }
        let kind: Account.Kind = Self.persons.contains(login) ? .user : .organisation
        let index = addAccount(id: 300_000_000 + Int64(owners.count), login, kind)
        owners[login] = index
        return index
    }

    // MARK: - Repositories

    private mutating func addLandscape() {
        for project in LandscapeProject.published + [LandscapeRename.namesake] {
            let (owner, name) = parts(project.fullName)
            let language = Vocabulary.languages.firstIndex(of: project.language) ?? 0
            world.repositories.append(
                Repository(
                    id: project.id,
                    owner: owner,
                    name: name,
                    group: .landscape,
                    ecosystem: 0,
                    domain: Int32(project.domain.rawValue),
                    language: UInt8(language),
                    created: project.created,
                    trend: .steady,
                    turn: 0,
                    weight: UInt32(1_000 * (project.levels.max() ?? 0) + 1),
                    stars: Int32(200 * (project.levels.max() ?? 0) + 800)
                )
            )
        }
        for rename in LandscapeRename.all {
            guard let index = LandscapeProject.published.firstIndex(where: { $0.id == rename.id }) else { continue }
            let before = parts(rename.old)
            let after = parts(rename.new)
            for (moment, (owner, name)) in [(Int64.min, before), (rename.moment, after)] {
                world.renames.append(.init(repository: Int32(index), moment: moment, owner: owner, name: name))
            }
        }
        world.applyNames(at: .min)
    }

    private mutating func parts(_ fullName: String) -> (Int32, Name) {
        let parts = fullName.split(separator: "/", maxSplits: 1)
        return (owner(String(parts.first ?? "")), world.arena.add(String(parts.last ?? "")))
    }

    private mutating func addInventedRepositories() {
        let count = parameters.repositories - World.landscapeCount
        let share = Self.landscapeShare(repositories: parameters.repositories)
        let landscape = LandscapeProject.published.reduce(0) { $0 + $1.level(in: Month(ordinal: 2025 * 12)) }
        let total = landscape * (1_000 - share) / share
        let flattening = 20
        let harmonic = (0..<count).reduce(0) { $0 + (1 << 32) / ($1 + flattening) }
        // The most popular ones, up to a third of what happens outside the landscape, are worked on by many.
        var communityShare = harmonic / 3
        let ecosystems = max(6, min(400, parameters.repositories / 250))
        let taken = Set(world.repositories.map(\.id))
        let start = LandscapeProject.seconds("2023-07-01")
        world.repositories.reserveCapacity(parameters.repositories)
        for rank in 0..<count {
            let zipf = (1 << 32) / (rank + flattening)
            let group: Repository.Group = communityShare > 0 || random.chance(50) ? .community : .personal
            communityShare -= zipf
            let noun = Vocabulary.nameNouns[random.below(Vocabulary.nameNouns.count)]
            let word = Vocabulary.nameWords[random.below(Vocabulary.nameWords.count)]
            let owner =
                group == .community
                ? self.owner("invented-\(word)-\(String(rank / 3, radix: 36))")
                : Int32(random.below(parameters.developers))
            var id = 50_000_017 + Int64(rank) * 811
            while taken.contains(id) { id += 1 }
            // In thousandths of the whole first, so that the product stays within 64 bits.
            let weight = total / 1_000 * (zipf * 1_000 / max(1, harmonic / 1_000)) / 1_000
            let life = random.below(100)
            let turn = start + Int64(random.below(36 * 30)) * 86_400
            world.repositories.append(
                Repository(
                    id: id,
                    owner: owner,
                    name: world.arena.add("\(word)-\(noun)-\(String(rank, radix: 36))"),
                    group: group,
                    ecosystem: Int32(1 + random.below(ecosystems)),
                    domain: 0,
                    language: UInt8(random.skewed(below: Vocabulary.languages.count)),
                    created: life < 20 ? turn : start - Int64(1 + random.below(3_000)) * 86_400,
                    trend: life < 15 ? .rising : life < 25 ? .falling : life < 35 ? .dying : .steady,
                    turn: turn,
                    weight: UInt32(clamping: max(1, weight)),
                    stars: Int32(truncatingIfNeeded: 30_000 / (rank + 1) + random.below(20))
                )
            )
        }
    }
}
