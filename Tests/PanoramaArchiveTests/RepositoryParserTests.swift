// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel
import TestSupport
import Testing

@testable import PanoramaArchive

@Suite
struct RepositoryParserTests {
    private static let whole = #"""
        {"id": 65600975, "node_id": "x", "name": "pytorch", "full_name": "pytorch/pytorch", "private": false,
         "owner": {"login": "pytorch", "id": 1, "full_name": "no/no", "description": "of the owner"},
         "description": "Tensors \"and\" \u2028 more", "fork": false, "forks_url": "https://a/b",
         "created_at": "2016-08-13T05:26:41Z", "updated_at": "2025-05-01T10:00:00Z", "pushed_at": "2025-05-02T00:00:00Z",
         "stargazers_count": 90000, "watchers_count": 1, "language": "Python", "forks_count": 24000, "forks": 2,
         "archived": false, "license": {"key": "other", "spdx_id": "NOASSERTION", "url": null},
         "topics": ["gpu", "deep-learning"], "visibility": "public"}
        """#

    @Test
    func everyFactOfARepositoryIsRead() throws {
        let facts = try #require(try facts(Self.whole))
        #expect(facts.id == RepositoryID(rawValue: 65_600_975))
        #expect(facts.seen == 1_746_093_600)
        #expect(facts.name == "pytorch/pytorch")
        #expect(facts.description == "Tensors \"and\" \u{2028} more")
        #expect(facts.language == "Python")
        #expect(facts.topics == ["gpu", "deep-learning"])
        #expect(facts.stars == 90_000)
        #expect(facts.forks == 24_000)
        #expect(facts.licence == "NOASSERTION")
        #expect(facts.createdAt == 1_471_066_001)
        #expect(facts.isArchived == false)
        #expect(facts.isFork == false)
    }

    @Test
    func notGivenAndGivenAsNoneAreToldApart() throws {
        let none = try #require(
            try facts(
                #"{"id":1,"full_name":"a/b","description":null,"language":null,"license":null,"topics":[],"updated_at":"2025-05-01T10:00:00Z"}"#
            )
        )
        #expect((none.description, none.language, none.licence) == ("", "", ""))
        #expect(none.topics == [])
        let unknown = try #require(try facts(#"{"id":1,"full_name":"a/b","updated_at":"2025-05-01T10:00:00Z"}"#))
        #expect((unknown.description, unknown.language, unknown.licence) == (nil, nil, nil))
        #expect(unknown.topics == nil)
        #expect((unknown.stars, unknown.forks) == (nil, nil))
        #expect((unknown.isArchived, unknown.isFork) == (nil, nil))
        let licence = #"{"id":1,"full_name":"a/b","license":{"spdx_id":null},"updated_at":"2025-05-01T10:00:00Z"}"#
        #expect(try facts(licence)?.licence == nil, "a licence without an id is unknown, not absent")
    }

    @Test(
        arguments: [
            (
                #"{"id":1,"full_name":"a/b","pushed_at":"2025-05-01T10:00:00Z","created_at":"2020-01-01T00:00:00Z"}"#,
                1_746_093_600
            ),
            (#"{"id":1,"full_name":"a/b","updated_at":null,"created_at":"2020-01-01T00:00:00Z"}"#, 1_577_836_800),
            (#"{"updated_at":"2020-01-01T00:00:00+01:00","id":1,"full_name":"a/b"}"#, 1_577_833_200),
        ] as [(String, Int64)]
    )
    func anObjectIsAsNewAsItsTimesSay(json: String, seen: Int64) throws {
        #expect(try facts(json)?.seen == seen)
    }

    @Test(
        arguments: [
            (#"[1]"#, .notAnObject),
            (#"{"id":1,"full_name":"a/b""#, .malformed),
            (#"{"id":1,"full_name":"a/b","updated_at":"2020-01-01T00:00:00Z"} {}"#, .malformed),
            (#"{"id":"1","full_name":"a/b","updated_at":"2020-01-01T00:00:00Z"}"#, .foreign),
            (#"{"id":0,"full_name":"a/b","updated_at":"2020-01-01T00:00:00Z"}"#, .foreign),
            (#"{"id":-4,"full_name":"a/b","updated_at":"2020-01-01T00:00:00Z"}"#, .foreign),
            (#"{"id":1.5,"full_name":"a/b","updated_at":"2020-01-01T00:00:00Z"}"#, .foreign),
            (#"{"id":99999999999999999999,"full_name":"a/b","updated_at":"2020-01-01T00:00:00Z"}"#, .foreign),
            (#"{"id":1,"full_name":"ab","updated_at":"2020-01-01T00:00:00Z"}"#, .foreign),
            (#"{"id":1,"full_name":"/b","updated_at":"2020-01-01T00:00:00Z"}"#, .foreign),
            (#"{"id":1,"full_name":"a/","updated_at":"2020-01-01T00:00:00Z"}"#, .foreign),
            (#"{"id":1,"full_name":"a/b/c","updated_at":"2020-01-01T00:00:00Z"}"#, .foreign),
            (#"{"id":1,"full_name":["a/b"],"updated_at":"2020-01-01T00:00:00Z"}"#, .foreign),
            (#"{"id":1,"full_name":"a/b"}"#, .withoutTime),
            (#"{"id":1,"full_name":"a/b","updated_at":1746093600}"#, .withoutTime),
            (#"{"id":1,"full_name":"a/b","updated_at":"yesterday"}"#, .badTime),
            (#"{"id":1,"full_name":"a/b","updated_at":"9999-01-01T00:00:00Z"}"#, .impossibleTime),
        ] as [(String, RepositoryParser.Problem)]
    )
    func whatIsNoRepositoryIsRefusedWithAReason(json: String, expected: RepositoryParser.Problem) throws {
        #expect(try problem(json) == expected)
    }

    @Test(
        arguments: [
            "null", "true", "5", "-5", "1.5e300", "99999999999999999999", #""text""#, #""\ud800""#, #""\u0000a""#, "[]",
            #"[[{"a":1}]]"#,
            "{}", #"{"id":7,"full_name":"x/y","spdx_id":"MIT"}"#, #"[null,1,{},"t"]"#,
        ]
    )
    func anyTypeMayStandInAnyField(value: String) throws {
        let fields = [
            "description", "language", "topics", "stargazers_count", "watchers_count", "forks_count", "forks",
            "license",
            "created_at", "archived", "fork", "pushed_at", "owner", "visibility",
        ]
        for field in fields {
            let json = #"{"\#(field)":\#(value),"id":1,"full_name":"a/b","updated_at":"2020-01-01T00:00:00Z"}"#
            let facts = try #require(try facts(json), "\(field): \(value)")
            #expect(facts.id == RepositoryID(rawValue: 1))
            #expect(facts.name == "a/b")
            #expect(facts.seen == 1_577_836_800)
        }
        let all = fields.map { #""\#($0)":\#(value)"# }.joined(separator: ",")
        #expect(try facts(#"{"id":1,"full_name":"a/b","updated_at":"2020-01-01T00:00:00Z",\#(all)}"#)?.name == "a/b")
        _ = try problem(#"{"id":\#(value),"full_name":\#(value),"updated_at":\#(value)}"#)
    }

    @Test
    func factsStaySmallWhateverAFileSays() throws {
        let long = String(repeating: "\u{1f999}", count: 300_000)
        let topics = (0..<1_000).map { #""topic-\#($0)""# }.joined(separator: ",")
        let json = #"""
            {"id":1,"full_name":"a/\#(long)","description":"x\#(long)","language":"\#(long)","topics":["\#(long)",\#(topics)],
            "license":{"spdx_id":"\#(long)"},"updated_at":"2020-01-01T00:00:00Z"}
            """#
        let facts = try #require(try facts(json))
        #expect(facts.name == nil)
        #expect(facts.description == "x" + long.prefix(255), "cut between characters")
        #expect((facts.language, facts.licence) == (nil, nil))
        #expect(facts.topics == (0..<19).map { "topic-\($0)" })
    }

    @Test(.enabled(if: RealData.hasData))
    func everyRepositoryOfTheRealAnswersIsReadAsFoundationReadsIt() throws {
        let folder = try #require(RealData.data)
        var count = 0
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.appending(path: "events-api").path)
        where path.hasSuffix(".json") {
            let data = try Data(contentsOf: folder.appending(path: "events-api/\(path)"))
            guard let value = try? JSONSerialization.jsonObject(with: data) else { continue }
            for object in repositories(in: value) {
                guard let updated = object["updated_at"] as? String else { continue }
                var table = FactsTable()
                let json = try JSONSerialization.data(withJSONObject: object)
                #expect(try observe(json, in: &table) == nil)
                #expect(try table.facts() == [facts(of: object, seen: updated)])
                count += 1
            }
        }
        #expect(count == 22, "fewer repositories than were counted by hand")
    }

    /// Every object in a value that has a number and a full name.
    private func repositories(in value: Any) -> [[String: Any]] {
        if let object = value as? [String: Any] {
            let isOne = object["id"] is Int64 && object["full_name"] is String
            return (isOne ? [object] : []) + object.keys.sorted().flatMap { repositories(in: object[$0] ?? NSNull()) }
        }
        return (value as? [Any] ?? []).flatMap(repositories)
    }
}
