// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel
import Testing

@testable import PanoramaSimulation

/// Who and what there is.
@Suite struct WorldTests {
    @Test func all135RepositoriesOfTheLandscapeAreThereUnderTheirNumbers() throws {
        let seen = Set(try SimulatedEvents.year.get().events.map(\.repositoryID))
        #expect(LandscapeProject.published.count == 135)
        for project in LandscapeProject.published {
            #expect(seen.contains(project.id), "\(project.fullName)")
        }
    }

    @Test func noRepositoryHasEventsBeforeItsCreation() throws {
        let created = Dictionary(uniqueKeysWithValues: LandscapeProject.published.map { ($0.id, $0.created) })
        let formatter = ISO8601DateFormatter()
        for event in try SimulatedEvents.year.get().events {
            guard let creation = created[event.repositoryID] else { continue }
            let moment = try #require(formatter.date(from: event.created))
            #expect(Int64(moment.timeIntervalSince1970) >= creation, "\(event.repositoryName)")
        }
    }

    @Test(arguments: [
        (Int64(612_354_784), "ggerganov/llama.cpp", "ggml-org/llama.cpp"),
        (771_302_083, "OpenDevin/OpenDevin", "All-Hands-AI/OpenHands"),
        (235_860_204, "microsoft/DeepSpeed", "deepspeedai/DeepSpeed"),
        (660_551_251, "geekan/MetaGPT", "FoundationAgents/MetaGPT"),
        (943_934_999, "mannaandpoem/OpenManus", "FoundationAgents/OpenManus"),
    ])
    func renamedRepositoriesKeepTheirNumber(id: Int64, old: String, new: String) throws {
        let events = try SimulatedEvents.year.get().events.filter { $0.repositoryID == id }
        #expect(Set(events.map(\.repositoryName)) == [old, new])
        let lastOld = try #require(events.filter { $0.repositoryName == old }.map(\.file).last)
        let firstNew = try #require(events.filter { $0.repositoryName == new }.map(\.file).first)
        #expect(lastOld != firstNew)
    }

    @Test func aNamesakeTakesTheOldNameUnderAnotherNumber() throws {
        let old = try SimulatedEvents.year.get().events.filter {
            $0.repositoryName == "mannaandpoem/OpenManus" && $0.repositoryID == 943_934_999
        }
        #expect(!old.isEmpty)
        #expect(old.allSatisfy { $0.created < "2025-05-10" })
        let may = Month(ordinal: 2025 * 12 + 4)
        var world = Self.world()
        world.applyNames(at: may.advanced(by: 1).startEpochSeconds)
        let namesake = try #require(world.repositories.firstIndex { $0.id == LandscapeRename.namesake.id })
        #expect(world.arena.text(world.repositories[namesake].name) == "OpenManus")
        let owner = world.accounts[Int(world.repositories[namesake].owner)]
        #expect(world.arena.text(owner.login) == "mannaandpoem")
        #expect(world.weights(in: may.advanced(by: -1))[namesake] == 0)
        #expect(world.weights(in: may)[namesake] > 0)
    }

    @Test func everyNameBesideTheLandscapeIsPlainlyInvented() throws {
        var real = Set(LandscapeProject.published.map(\.fullName))
        for rename in LandscapeRename.all { real.formUnion([rename.old, rename.new]) }
        for event in try SimulatedEvents.year.get().events {
            #expect(real.contains(event.repositoryName) || event.repositoryName.hasPrefix("invented-"))
            #expect(event.login.hasPrefix("invented-") || event.login.hasSuffix("[bot]"), "\(event.login)")
        }
    }

    @Test func botsWithAndWithoutTheSuffixAreBusyInManyRepositories() throws {
        let events = try SimulatedEvents.year.get().events
        for login in ["dependabot[bot]", "github-actions[bot]", "renovate[bot]", "invented-merge-robot"] {
            let places = Set(events.filter { $0.login == login }.map(\.repositoryID))
            #expect(places.count > 50, "\(login)")
        }
    }

    @Test func somebodyIsActiveInMoreThan300RepositoriesOfAMonth() throws {
        let events = try SimulatedEvents.archive.get().events.filter { $0.login == "invented-wanderer" }
        let months = Dictionary(grouping: events) { String($0.created.prefix(7)) }
        #expect(months.values.contains { Set($0.map(\.repositoryID)).count > 300 })
    }

    @Test func somePullRequestsWarnOfWeaknesses() throws {
        let titles = try SimulatedEvents.archive.get().events
            .compactMap { ($0.payload["pull_request"] as? [String: Any])?["title"] as? String }
        #expect(titles.contains { $0.hasPrefix("[Snyk]") })
        #expect(titles.count { $0.hasPrefix("[Snyk]") } < titles.count / 20)
    }

    @Test func aFewRepositoriesAndDevelopersDoMostOfTheWork() throws {
        let events = try SimulatedEvents.archive.get().events
        let byRepository = Dictionary(grouping: events, by: \.repositoryID).map(\.value.count)
        let byDeveloper = Dictionary(grouping: events, by: \.login).map(\.value.count)
        for counts in [byRepository, byDeveloper] {
            let sorted = counts.sorted(by: >)
            let top = sorted.prefix(sorted.count / 10).reduce(0, +)
            #expect(top * 10 > events.count * 3)
        }
    }

    @Test func popularityFollowsThePublishedRanking() throws {
        let events = try SimulatedEvents.year.get().events.filter { $0.created >= "2025-01" && $0.created < "2025-05" }
        let counts = Dictionary(grouping: events, by: \.repositoryID).mapValues(\.count)
        let ranking = LandscapeProject.published.sorted { counts[$0.id] ?? 0 > counts[$1.id] ?? 0 }
        #expect(ranking.first?.fullName == "pytorch/pytorch")
        #expect(ranking.prefix(2).last?.fullName == "vllm-project/vllm")
        let top = Set(ranking.prefix(30).map(\.id))
        let published = LandscapeProject.published
            .sorted { $0.levels[1...4].reduce(0, +) > $1.levels[1...4].reduce(0, +) }.prefix(20).map(\.id)
        #expect(published.count { top.contains($0) } >= 15)
    }

    @Test func relatedProjectsShareMoreDevelopersThanUnrelatedOnes() throws {
        let kinds: Set<String> = [
            "IssuesEvent", "PullRequestEvent", "IssueCommentEvent", "PullRequestReviewEvent",
            "PullRequestReviewCommentEvent",
        ]
        let landscape = Set(LandscapeProject.published.map(\.id))
        var active: [Int64: Set<String>] = [:]
        for event in try SimulatedEvents.year.get().events
        where kinds.contains(event.type) && !event.login.hasSuffix("[bot]") {
            active[event.repositoryID, default: []].insert(event.login)
        }
        let seeds: Set<Int64> = [65_600_975, 552_661_142, 599_547_518]
        let developers = seeds.reduce(into: Set<String>()) { $0.formUnion(active[$1] ?? []) }
        let related = active.filter { !seeds.contains($0.key) }
            .map { (shared: $0.value.intersection(developers).count, id: $0.key) }
            .sorted { ($0.shared, $0.id) > ($1.shared, $1.id) }
        #expect(related.prefix(20).allSatisfy { landscape.contains($0.id) })
    }

    @Test func repositoriesAppearAndDieDuringTheYears() throws {
        let world = Self.world()
        let early = world.weights(in: Month(ordinal: 2024 * 12))
        let late = world.weights(in: Month(ordinal: 2025 * 12 + 11))
        #expect(zip(early, late).contains { $0 > 0 && $1 == 0 })
        #expect(zip(early, late).contains { $0 == 0 && $1 > 0 })
        #expect(zip(early, late).contains { $0 > 0 && $1 > 2 * $0 })
        #expect(zip(early, late).contains { $1 > 0 && $0 > 2 * $1 })
    }

    private static func world() -> World {
        let month = Month(ordinal: 2024 * 12)
        return WorldBuilder.build(SimulationParameters(first: month, last: month, directory: "unused"))
    }
}
