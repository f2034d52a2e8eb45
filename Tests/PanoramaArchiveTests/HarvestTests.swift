// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel
import TestSupport
import Testing

@testable import PanoramaArchive

@Suite
struct HarvestTests {
    private func harvest(_ lines: String...) throws -> [RepositoryFacts] {
        let snapshot = try read(lines.joined(separator: "\n") + "\n")
        #expect(snapshot.kind == .events)
        return snapshot.facts.isEmpty ? [] : try FactsCodec.decode(snapshot.facts)
    }

    private func pullRequest(_ head: String, _ base: String, time: String = "2025-01-15T07:30:00Z") -> String {
        let payload = #"{"action":"opened","pull_request":{"id":1,"title":"x","head":\#(head),"base":\#(base)}}"#
        return InventedEvent(id: 1, type: "PullRequestEvent", payload: payload, time: time).line
    }

    @Test
    func aPullRequestTellsOfBothItsRepositories() throws {
        let facts = try harvest(
            pullRequest(
                #"{"repo":{"id":2,"full_name":"me/fork","fork":true,"stargazers_count":1}}"#,
                #"{"repo":{"id":1,"full_name":"they/whole","fork":false,"stargazers_count":900}}"#
            )
        )
        #expect(facts.map(\.name) == ["they/whole", "me/fork"])
        #expect(facts.map(\.stars) == [900, 1])
        #expect(facts.map(\.isFork) == [false, true])
        #expect(facts.allSatisfy { $0.seen == 1_736_926_200 }, "seen when the event happened")
    }

    @Test
    func aPullRequestWithinOneRepositoryTellsOfItOnce() throws {
        let branch = #"{"repo":{"full_name":"a/b","stargazers_count":3,"id":9,"topics":["x"]}}"#
        let facts = try harvest(pullRequest(branch, branch))
        #expect(facts.map(\.stars) == [3])
        #expect(facts.map(\.topics) == [["x"]])
        #expect(facts.map(\.older) == [[:]])
    }

    @Test
    func aForkTellsOfTheNewRepository() throws {
        let payload =
            #"{"forkee":{"id":5,"full_name":"me/new","topics":["a"],"license":{"spdx_id":"MIT"},"public":true}}"#
        let facts = try harvest(InventedEvent(id: 1, type: "ForkEvent", payload: payload).line)
        #expect(facts.map(\.name) == ["me/new"])
        #expect(facts.map(\.topics) == [["a"]])
        #expect(facts.map(\.licence) == ["MIT"])
    }

    @Test(
        arguments: [
            "null", "5", #""text""#, "[]", "{}", #"{"repo":null}"#, #"{"repo":7}"#, #"{"repo":["x"]}"#,
            #"{"repo":{"id":1,"url":"https://api.github.com/repos/a/b","name":"b"}}"#,
            #"{"repo":{"id":"1","full_name":"a/b"}}"#, #"{"repo":{"id":1,"full_name":"ab"}}"#,
        ]
    )
    func whatTellsNothingOfARepositoryDoesNotHurtTheEvent(branch: String) throws {
        let whole = #"{"repo":{"id":9,"full_name":"a/b"}}"#
        for line in [pullRequest(branch, whole), pullRequest(whole, branch)] {
            #expect(try harvest(line).map(\.id.rawValue) == [9])
        }
        #expect(try read(pullRequest(branch, branch)).accepted == 1)
    }

    @Test
    func aPayloadThatRepeatsItselfIsReadInBoundedRoom() throws {
        let forks = (1...50).map { #""forkee":{"id":\#($0),"full_name":"a/b"}"# }.joined(separator: ",")
        let facts = try harvest(InventedEvent(id: 1, type: "ForkEvent", payload: "{\(forks)}").line)
        #expect(facts.map(\.id.rawValue) == [1, 2, 3, 4])
    }

    @Test
    func whatIsSeenOutOfOrderIsAsGoodAsInOrder() throws {
        let archived = #"{"repo":{"id":5,"full_name":"a/b","fork":true,"archived":true,"stargazers_count":2}}"#
        let before = #"{"repo":{"id":5,"full_name":"a/b","fork":true,"archived":false,"stargazers_count":1}}"#
        let lines = [
            pullRequest(archived, "null", time: "2025-01-15T07:30:02Z"),
            pullRequest(before, "null", time: "2025-01-15T07:30:01Z"),
        ]
        let facts = try harvest(lines[0], lines[1])
        #expect(facts == (try harvest(lines[1], lines[0])))
        #expect(facts.map(\.stars) == [2])
        #expect(facts.map(\.isArchived) == [true])
        #expect(facts.map(\.older) == [[:]], "all that the older one says is covered")
    }

    @Test
    func anEventOf2014TellsOfItsRepository() throws {
        let facts = try harvest(
            #"""
            {"created_at":"2014-02-15T00:03:54-08:00","payload":{"action":"started"},"public":true,"type":"WatchEvent","actor":"x","repository":{"id":1185279,"name":"OpenEmu","description":"Emulators","watchers":3054,"stargazers":3054,"forks":389,"fork":false,"owner":"OpenEmu","language":"Objective-C","created_at":"2010-12-20T12:13:58-08:00"}}
            """#
        )
        let first = try #require(facts.first)
        #expect(first.name == "OpenEmu/OpenEmu")
        #expect((first.stars, first.forks, first.createdAt) == (3_054, 389, 1_292_876_038))
        #expect((first.description, first.language, first.isFork) == ("Emulators", "Objective-C", false))
        #expect((first.licence, first.isArchived) == (nil, nil))
    }

    @Test(.enabled(if: RealData.hasData), arguments: ["2015-01-01-0", "2015-01-01-1"])
    func anHourTellsOfEveryRepositoryThatItsPayloadsDescribe(hour: String) throws {
        let file = try #require(RealData.data).appending(path: "hours/\(hour).json.gz")
        var expected: [RepositoryID: RepositoryFacts] = [:]
        var described = 0
        for line in try gunzip(file).split(separator: 0x0a) {
            let event = try JSONSerialization.jsonObject(with: line) as? [String: Any] ?? [:]
            let payload = event["payload"] as? [String: Any] ?? [:]
            let pull = payload["pull_request"] as? [String: Any] ?? [:]
            let branches = ["head", "base"].map { (pull[$0] as? [String: Any])?["repo"] }
            for case let object as [String: Any] in branches + [payload["forkee"]] {
                guard let found = try facts(of: object, seen: event["created_at"] as? String ?? "") else { continue }
                expected[found.id, default: found].merge(found)
                described += 1
            }
        }
        #expect(described == (hour == "2015-01-01-0" ? 1_012 : 991))
        let found = try FactsCodec.decode(read(file: file).facts)
        #expect(found == expected.values.sorted { $0.id < $1.id })
    }
}
