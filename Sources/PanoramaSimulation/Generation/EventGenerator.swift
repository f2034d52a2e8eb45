// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Lets events happen, one after the other, and remembers what later events can refer to.
///
/// What is remembered is bounded: the last issues and pull requests of each group of repositories, and two numbers for
/// each repository.
struct EventGenerator: ~Copyable {
    /// Writes the events.
    var writer: EventWriter
    private let first: Int64
    private let wandererShare: Int
    private var mixes: [EventMix] = []
    private var mixesAreTrimmed: Bool?
    private var month: Month?
    private var popularity = AliasTable(weights: [])
    private let eldest: Int
    private var wandererPlace = 0
    var items: [RecentItems]
    var random = RandomSource(seed: 0)
    var identifiers = Identifiers()
    var numbers: [Int32]
    var heads: [UInt64]

    /// Makes a generator that has seen nothing yet.
    init(_ parameters: SimulationParameters) {
        let world = WorldBuilder.build(parameters)
        first = parameters.first.startEpochSeconds
        let monthly = parameters.eventsPerHour * min(parameters.hoursPerMonth, parameters.first.hours)
        wandererShare = min(500, 3_600_000 / monthly + 1)
        items = Repository.Group.allCases.map { _ in RecentItems(limit: monthly / 40) }
        numbers = world.repositories.map { $0.stars / 4 }
        heads = world.repositories.map(\.key)
        eldest = world.repositories.indices.min { world.repositories[$0].created < world.repositories[$1].created } ?? 0
        writer = EventWriter(world: world)
    }

    /// Starts an hour.
    mutating func begin(hour: Int64, events: Int, trimmed: Bool, seed: UInt64) {
        random = RandomSource(seed: seed, stream: UInt64(hour))
        identifiers.begin(hour: hour, events: events)
        writer.trimmed = trimmed
        writer.world.applyNames(at: hour)
        let month = Month(epochSeconds: hour)
        if month != self.month {
            self.month = month
            popularity = AliasTable(weights: writer.world.weights(in: month))
        }
        if mixesAreTrimmed != trimmed {
            mixesAreTrimmed = trimmed
            mixes = Repository.Group.allCases.map { EventMix(group: $0, trimmed: trimmed) }
        }
    }

    /// Writes one event of about a second; most reach the feed at once, some a little late.
    mutating func step(_ second: Int64) {
        let late = random.below(64) == 0 ? random.below(150) : random.below(3)
        let moment = max(first, second - Int64(late))
        let index = repository(at: moment)
        if random.chance(wandererShare) {
            open(wander(at: moment), moment, isPull: false, actor: writer.world.wanderer)
            return
        }
        let happening = mixes[writer.world.repositories[index].group.rawValue].draw(&random)
        happen(happening, index, moment)
    }

    private mutating func repository(at moment: Int64) -> Int {
        for _ in 0..<64 {
            let index = popularity.draw(&random)
            if writer.world.repositories[index].created <= moment { return index }
        }
        return eldest
    }

    /// The next repository of the one who is everywhere.
    private mutating func wander(at moment: Int64) -> Int {
        let count = min(writer.world.repositories.count, 1_000)
        for _ in 0..<count {
            wandererPlace = (wandererPlace + 1) % count
            if writer.world.repositories[wandererPlace].created <= moment { return wandererPlace }
        }
        return eldest
    }

    // MARK: - Who

    /// Somebody who works on a repository: mostly one of its contributors, the active ones more often.
    mutating func contributor(_ index: Int) -> Int32 {
        let start = Int(writer.world.contributorStarts[index])
        let count = Int(writer.world.contributorStarts[index + 1]) - start
        if count > 0, !random.chance(1_000) {
            let rank = random.skewed(below: random.chance(5_000) ? count : random.below(count) + 1)
            return writer.world.contributors[start + rank]
        }
        return passerBy(index)
    }

    /// Somebody of the same community, seldom of another.
    mutating func passerBy(_ index: Int) -> Int32 {
        if writer.world.repositories[index].group == .landscape, !random.chance(100) {
            return writer.world.landscapeDevelopers[random.below(writer.world.landscapeDevelopers.count)]
        }
        return Int32(random.below(writer.world.developerCount))
    }
}
