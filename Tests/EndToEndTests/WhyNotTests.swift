// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite
struct WhyNotTests {
    /// The JSON of `panorama why-not`.
    private struct Answer: Decodable {
        struct Landscape: Decodable {
            struct Obstacle: Decodable {
                var rule: String
                var message: String
                var value: Double?
                var need: Double?
            }

            var landscape: String
            var preset: String?
            var notices: [String]
            var isIn: Bool
            var rank: Int?
            var of: Int
            var openrank: Double?
            var admission: String?
            var obstacles: [Obstacle]
        }

        var repository: String
        var landscapes: [Landscape]

        subscript(landscape: String) -> Landscape? { landscapes.first { $0.landscape == landscape } }
    }

    private static let configuration = """
        inbox: inbox
        state: state
        output: output
        settle: 100ms
        landscapes:
          all: { title: All, admit: { mean-openrank: 0 } }
          top: { title: Top, admit: { mean-openrank: 0, limit: 2 } }
          high: { title: High, admit: { mean-openrank: 50 }, exclude: [owner/repo101] }
          grown:
            title: Grown
            discover: { seeds: [owner/repo100], hops: 1, shared-developers: 3, limit: 1 }
            admit: { mean-openrank: 0 }
          chosen: { title: Chosen, include: [owner/repo103, 999999], admit: { mean-openrank: 50 } }

        """

    /// Seeds, relatives, and repositories that only pushes, a bot or stars touched.
    private static let events: String = {
        var lines: [String] = []
        func add(_ developer: Int, _ repository: Int, _ type: String = "IssuesEvent", _ payload: String? = nil) {
            var event = InventedEvent(id: lines.count + 1, type: type, developer: developer, repository: repository)
            if let payload { event.payload = payload }
            if developer == 50 { event.login = "helper[bot]" }
            lines.append(event.line)
        }
        for (repository, developers) in [(100, 1...5), (101, 1...4), (102, 1...3), (103, 1...1)] {
            for developer in developers { add(developer, repository) }
        }
        for number in 1...3 { add(6, 104, "PushEvent", #"{"push_id":\#(number),"size":1}"#) }
        add(50, 105)
        add(7, 106, "WatchEvent", #"{"action":"started"}"#)
        add(20, 107, "IssuesEvent", #"{"action":"opened","issue":{"id":9001,"number":1,"title":"[Snyk] Upgrade"}}"#)
        let comment = #""issue":{"id":9002,"number":2,"title":"t"},"comment":{"id":9003}"#
        add(21, 108, "IssueCommentEvent", #"{"action":"edited",\#(comment)}"#)
        add(22, 109, "PushEvent", #"{"push_id":9,"size":1}"#)
        add(23, 109, "ForkEvent", #"{"forkee":{"id":9004}}"#)
        return lines.joined(separator: "\n") + "\n"
    }()

    private func place(_ configuration: String = configuration) throws -> Place {
        let place = try Place(configuration: configuration)
        try place.folder.write(Self.events, to: "inbox/events.json")
        #expect(try place.once().status == 0)
        return place
    }

    private func ask(_ place: Place, _ repository: String, status: Int32 = 0) throws -> Answer {
        let program = try Panorama.run(["why-not", repository, "--json", "-c", "panorama.yaml"], in: place.url)
        #expect(program.status == status, "\(program.errorText)")
        return try JSONDecoder().decode(Answer.self, from: program.output)
    }

    @Test
    func everyRuleThatKeepsARepositoryOutIsNamedWithItsNumbers() throws {
        let place = try place()
        let seed = try ask(place, "owner/repo100")
        #expect(seed["all"]?.isIn == true && seed["all"]?.rank == 1 && seed["all"]?.of == 4)
        #expect(seed["grown"]?.admission == "seed")
        #expect(seed["high"]?.obstacles.map(\.rule) == ["below-bar"])
        #expect(seed["high"]?.obstacles.first?.need == 50)
        #expect(seed["high"]?.obstacles.first?.value == seed["high"]?.openrank)
        #expect(seed["chosen"]?.obstacles.map(\.rule) == ["not-listed", "below-bar"])

        #expect(try ask(place, "owner/repo101")["high"]?.obstacles.map(\.rule) == ["excluded", "below-bar"])
        #expect(try ask(place, "owner/repo101")["grown"]?.isIn == true)

        let crowded = try ask(place, "owner/repo102")
        #expect(crowded["grown"]?.obstacles.map(\.rule) == ["beyond-hop-limit"])
        #expect(crowded["grown"]?.obstacles.first?.value == 2 && crowded["grown"]?.obstacles.first?.need == 1)
        #expect(crowded["top"]?.obstacles.map(\.rule) == ["beyond-limit"])
        #expect(crowded["top"]?.obstacles.first?.value == 3 && crowded["top"]?.obstacles.first?.need == 2)

        let far = try ask(place, "owner/repo103")
        #expect(far["grown"]?.obstacles.map(\.rule) == ["not-related"])
        #expect(far["grown"]?.obstacles.first?.value == 1 && far["grown"]?.obstacles.first?.need == 3)
        #expect(far["chosen"]?.admission == "included by the curator", "the bar does not hold for it")
    }

    @Test(arguments: [
        ("owner/repo104", "pushes-only", "3 pushes of 1 developer"), ("owner/repo105", "bots-only", "1 account"),
        ("owner/repo106", "no-valid-event", "stars"),
        ("owner/repo107", "no-valid-event", "no comment created"),
        ("owner/repo108", "no-valid-event", "of what 1 developer did"),
        ("owner/repo109", "pushes-only", "1 push of 1 developer,"), ("no/such", "never-seen", "no/such"),
        ("424242", "never-seen", "#424242"),
    ])
    func whatHasNoScoreIsToldWhy(repository: String, rule: String, words: String) throws {
        let place = try place()
        let status: Int32 = rule == "never-seen" ? 66 : 0
        let answer = try ask(place, repository, status: status)
        for landscape in answer.landscapes { #expect((landscape.openrank == nil) == (rule == "never-seen")) }
        let obstacle = try #require(answer["all"]?.obstacles.first)
        #expect(obstacle.rule == rule && obstacle.message.contains(words), "\(obstacle.message)")
        let program = try Panorama.run(["why-not", repository, "-c", "panorama.yaml"], in: place.url)
        #expect(program.text.contains("all: not in\n  ") && program.text.contains(words))
        #expect(
            program.status == status && program.errorText.contains("error: no data knows") == (status == 66),
            "\(program.errorText)"
        )
        let explained = try Panorama.run(["explain", repository, "-c", "panorama.yaml"], in: place.url)
        #expect(explained.status == status)
        if rule != "never-seen" { #expect(explained.text.contains("no OpenRank. ") && explained.text.contains(words)) }
    }

    @Test
    func presetAndNoticesOfTheEditionAreTold() throws {
        let place = try place()
        let later = InventedEvent(id: 500, repository: 100, time: "2025-03-15T07:30:00Z").line
        try place.folder.write(later + "\n", to: "inbox/later.json")
        #expect(try place.once().status == 0)
        let answer = try ask(place, "owner/repo100")
        #expect(answer.landscapes.count == 5)
        for landscape in answer.landscapes {
            #expect(landscape.preset == "opendigger-2026")
            #expect(landscape.notices.first?.contains("of the window") == true, "\(landscape.notices)")
        }
        #expect(answer["chosen"]?.notices.last?.contains("999999") != true, "a number stands for itself")
        let text = try Panorama.run(["why-not", "owner/repo100", "-c", "panorama.yaml"], in: place.url).text
        #expect(text.components(separatedBy: "Scores by opendigger-2026.").count == 2, "\(text)")
        #expect(text.contains("as 0 in its means"))
    }

    @Test(arguments: [
        ("no/such, not/there", "none of its 2 seeds is known to the data"), ("999999", "#999999"),
        ("no/such", "no/such"),
    ])
    func seedsThatNoDataKnowsAreTold(seeds: String, words: String) throws {
        let discovery = "discover: { seeds: [\(seeds)], hops: 2 }, admit: { mean-openrank: 0 }"
        let place = try place(
            "inbox: inbox\nstate: state\noutput: output\nlandscapes: { grown: { title: Grown, \(discovery) } }\n"
        )
        let obstacles = try #require(try ask(place, "owner/repo100")["grown"]?.obstacles)
        #expect(obstacles.map(\.rule) == ["unknown-seeds"] && obstacles[0].message.contains(words), "\(obstacles)")
    }

    @Test
    func theFiltersOfTheDefinitionAreTold() throws {
        let all = "landscapes:\n  all: { title: All, admit: { mean-openrank: 0 } }\n"
        let head = "inbox: inbox\nstate: state\noutput: output\nsettle: 100ms\n"
        let busy = try place("\(head)scoring: { repository-limit: 1 }\n\(all)")
        let tooMany = try #require(try ask(busy, "owner/repo103")["all"]?.obstacles.first)
        #expect(
            tooMany.rule == "too-many-repositories" && tooMany.message.contains("active in 4"),
            "\(tooMany.message)"
        )
        let slight = try place("\(head)scoring: { minimum-activity: 60 }\n\(all)")
        let tooLittle = try #require(try ask(slight, "owner/repo103")["all"]?.obstacles.first)
        #expect(tooLittle.rule == "too-little-activity" && tooLittle.message.contains("22.235"), "\(tooLittle.message)")
        #expect(try ask(slight, "owner/repo102")["all"]?.isIn == true)
    }

    @Test
    func aLandscapeOfPublishedScoresNeedsNoEvents() throws {
        let place = try Place(
            configuration: """
                inbox: inbox
                state: state
                output: output
                settle: 100ms
                landscapes:
                  printed: { title: Printed, scores: published, admit: { mean-openrank: 10 } }
                  counted: { title: Counted, admit: { mean-openrank: 0 } }

                """
        )
        let table = "repo_id,repository,month,openrank\n1,a/high,2025-01,30\n2,a/low,2025-01,4\n"
        try place.folder.write(table, to: "inbox/scores.csv")
        #expect(try place.once().status == 0)
        #expect(try ask(place, "a/high")["printed"]?.rank == 1)
        let explained = try Panorama.run(["explain", "a/high", "-c", "panorama.yaml"], in: place.url)
        #expect(explained.status == 66 && explained.errorText.contains("archive hours"))
        let low = try ask(place, "A/low")
        #expect(low["printed"]?.obstacles.map(\.rule) == ["below-bar"])
        #expect(low["printed"]?.obstacles.first?.value == 4)
        #expect(low["counted"]?.obstacles.map(\.rule) == ["no-data"])
        // Events that tell a newer name do not hide that the table has the old one.
        let renamed = InventedEvent(id: 1, repository: 2, name: "a/lower", time: "2025-02-01T00:00:00Z").line
        let older = InventedEvent(id: 2, repository: 2, name: "a/low").line
        try place.folder.write("\(older)\n\(renamed)\n", to: "inbox/events.json")
        #expect(try place.once().status == 0)
        #expect(try ask(place, "a/lower")["printed"]?.obstacles.first?.value == 4)
        #expect(try ask(place, "a/low")["counted"]?.isIn == true)
        #expect(try ask(place, "a/none", status: 66)["printed"]?.obstacles.map(\.rule) == ["never-seen"])
    }
}
