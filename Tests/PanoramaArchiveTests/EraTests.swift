// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel
import TestSupport
import Testing

@testable import PanoramaArchive

/// Events of every era, held against a count that knows nothing of the reader.
@Suite
struct EraTests {
    static let files = [
        "pre-2015/2011-02-15-0.json.gz", "pre-2015/2014-02-15-0.json.gz", "pre-2015/github_etl-gh2011.ndjson",
        "pre-2015/github_etl-gh2013.ndjson", "hours/2015-01-01-0.json.gz",
        "events-api/fwhyn-2025-08-GitHubEventsSuccessResponse.json",
        "events-api/glytching-2018-09-04-github-events.json",
        "events-api/keemgdeok-push_event_pre_drift_2024-05-21-0.json", "events-api/kuba-2018-01-01-0.json",
        "events-api/quickwit-2015-02-01-sample.ndjson", "events-api/raptor-gharchive_july13_2025.json",
        "events-api/simdjson-github_events.json", "events-api/octocrab/pull_request_event.json",
        "events-api/octocrab/unknown_event.json", "events-api/octocrab/workflow_run_event.json",
        "post-trim/Panuwat08_miniProject_Django-events.json", "post-trim/charlie2233_AtrakWebpage-events.json",
        "post-trim/keemgdeok-push_event_post_drift_2025-12-15-0.json", "post-trim/loopinlogsbro_EcceMe-events.json",
        "post-trim/vinkabot_vinka-ai-bot-events.json",
    ]

    @Test(.enabled(if: RealData.hasData, "the real events are not here"), arguments: files)
    func everyEventIsTakenInAsAnIndependentCountHasIt(file: String) throws {
        let url = try #require(RealData.data).appending(path: file)
        let plain = Array(try file.hasSuffix(".gz") ? gunzip(url) : Data(contentsOf: url))
        let naive = try NaiveEvents(plain)
        #expect(naive.events.count > 0)
        let snapshot = try read(file: url)
        #expect(snapshot.accepted == naive.events.count)
        #expect(snapshot.rejections.count == 0, "\(snapshot.rejections.samples)")

        let records = try EventSegment.decode(snapshot.segment)
        #expect(Set(records).count == records.count, "a segment keeps alike records once")
        let distinct = DistinctEvents.of(records)
        #expect(distinct.count == naive.distinct)
        let found = Dictionary(grouping: distinct, by: { $0.kind.type }).mapValues(\.count)
        #expect(found == naive.types)
        let pairs = Set(distinct.map { [$0.developer, $0.repository] })
        #expect(pairs == naive.pairs)
        #expect(Set(distinct.map(\.time)) == naive.times)
        #expect(try read(gzip(plain)).segment == snapshot.segment)
    }

    @Test
    func theTimelineIsCountedInUniversalTime() throws {
        let line =
            #"{"created_at":"2012/03/11 23:30:00 -0700","payload":{"issue_id":1,"comment_id":5},"type":"IssueCommentEvent","#
            + #""actor":"Bors","actor_attributes":{"login":"bors"},"repository":{"name":"rust","owner":"mozilla"}}"#
        let snapshot = try read(line + "\n")
        let record = try #require(EventSegment.decode(snapshot.segment).first)
        #expect(record.time == 1_331_533_800)
        #expect(record.developer == DeveloperID.unidentified(login: "bors").rawValue)
        #expect(record.repository == RepositoryID.unidentified(name: "Mozilla/Rust").rawValue)
        #expect(record.key == 5)
        #expect(record.flags == [.hashed, .created])
        #expect(record.id == 274_948_992_188, "states keep this hash, so it must not change")
        #expect(snapshot.unidentified == 1)
        #expect(try names(in: snapshot, .repositories).map(\.name) == ["mozilla/rust"])
        #expect(try names(in: snapshot, .developers).map(\.name) == ["Bors"])
    }

    @Test(.enabled(if: RealData.hasData, "the real events are not here"))
    func anEventWithoutAnIDIsKnownByItsContentWhateverItsLayout() throws {
        let url = try #require(RealData.data).appending(path: "pre-2015/github_etl-gh2013.ndjson")
        let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
        let other = try lines.map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
            let options: JSONSerialization.WritingOptions = [.prettyPrinted, .sortedKeys]
            let text = String(
                decoding: try JSONSerialization.data(withJSONObject: object, options: options),
                as: UTF8.self
            )
            return text.unicodeScalars.map { scalar in
                scalar.isASCII
                    ? String(scalar)
                    : Array(String(scalar).utf16).map { "\\u" + String(Int($0) + 0x10000, radix: 16).dropFirst() }
                        .joined()
            }
            .joined()
        }
        let first = try EventSegment.decode(read(file: url).segment)
        let again = try EventSegment.decode(read(other.joined(separator: "\n")).segment)
        #expect(DistinctEvents.of(first + again).count == lines.count)
        #expect(PairTable(first + again) == PairTable(first))
    }

    @Test
    func aNameWithNULIsNoName() throws {
        let line = InventedEvent(id: 5).line
        let broken = line.replacing("\"login\":\"", with: "\"login\":\"x\\u0000")
        #expect(broken != line)
        let snapshot = try read(broken + "\n" + line + "\n")
        #expect(snapshot.accepted == 1)
        #expect(snapshot.rejections.count == 1)
    }

    @Test
    func typesThatAreNotNamedAreStillTypes() throws {
        let lines = ["DiscussionEvent", "SponsorshipEvent"].map { InventedEvent(id: 5, type: $0).line }
        #expect(try PairTable(EventSegment.decode(read(lines.joined(separator: "\n")).segment)).events == 2)
    }

    @Test
    func aPayloadThatIsATextIsRefusedRatherThanMiscounted() throws {
        let text = InventedEvent(id: 5, payload: #""{\"action\":\"opened\"}""#).line
        let snapshot = try read(text + "\n" + InventedEvent(id: 6).line + "\n")
        #expect(snapshot.accepted == 1)
        #expect(snapshot.rejections.samples.first?.reason.contains("'payload' is a text") == true)
    }

    @Test(.enabled(if: RealData.hasData, "the real events are not here"))
    func theSameEventInAnArchiveHourAndInAnAnswerOfTheAPICountsOnce() throws {
        let url = try #require(RealData.data).appending(path: "events-api/simdjson-github_events.json")
        let objects = try #require(JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [[String: Any]])
        let hour = try objects.map { String(decoding: try JSONSerialization.data(withJSONObject: $0), as: UTF8.self) }
        let answer = try EventSegment.decode(read(file: url).segment)
        let archive = try EventSegment.decode(read(hour.joined(separator: "\n") + "\n").segment)
        #expect(PairTable(answer + archive) == PairTable(answer))
        #expect(PairTable(answer).events == objects.count)
    }

    @Test
    func anEventOfTheTimelineIsNotCountedAgainWhenItStandsAmongThoseWithIDs() throws {
        func event(_ id: UInt64, at time: Int64, _ flags: EventRecord.Flags, kind: EventKind = .push) -> EventRecord {
            EventRecord(
                developer: 1,
                repository: 2,
                key: Int64(id),
                id: id,
                time: time,
                month: 24_180,
                kind: kind,
                flags: flags
            )
        }
        let withIDs = [event(10, at: 100, []), event(11, at: 100, []), event(12, at: 101, [])]
        let without = [
            event(900, at: 100, .hashed), event(901, at: 101, .hashed), event(902, at: 101, .hashed),
            event(903, at: 102, .hashed),
        ]
        #expect(DistinctEvents.of(withIDs + without).count == 5, "one of second 100, one of the two of second 101")
        let first = try PairTable(withIDs + without).pairs.unpacked().first
        #expect(first?.counts.pushes == 5)
        #expect(PairTable(without.reversed() + withIDs) == PairTable(withIDs + without))
        #expect(DistinctEvents.of(withIDs + [event(900, at: 100, .hashed, kind: .watch)]).count == 4)
    }
}

/// Counts events by way of Foundation.
private struct NaiveEvents {
    var events: [[String: Any]] = []
    var distinct = 0
    var types: [EventType: Int] = [:]
    var pairs: Set<[Int64]> = []
    var times: Set<Int64> = []

    init(_ bytes: [UInt8]) throws {
        if let whole = try? JSONSerialization.jsonObject(with: Data(bytes)) {
            events = whole as? [[String: Any]] ?? (whole as? [String: Any]).map { [$0] } ?? []
        } else {
            for line in bytes.split(separator: 0x0a) {
                let object = try JSONSerialization.jsonObject(with: Data(line))
                if let event = object as? [String: Any] { events.append(event) }
            }
        }
        var seen: Set<String> = []
        for event in events {
            let type = event["type"] as? String ?? ""
            let created = event["created_at"] as? String ?? ""
            let content = try JSONSerialization.data(withJSONObject: event, options: .sortedKeys)
            let id = (event["id"] as? String) ?? (event["id"] as? NSNumber)?.stringValue
            guard seen.insert("\(type) \(created) \(id ?? String(decoding: content, as: UTF8.self))").inserted else {
                continue
            }
            distinct += 1
            types[EventType(rawValue: type) ?? .other, default: 0] += 1
            pairs.insert([Self.developer(event), Self.repository(event)])
            let time = try Date(created.replacing(/\.\d+/, with: ""), strategy: .iso8601)
            times.insert(Int64(time.timeIntervalSince1970))
        }
    }

    private static func developer(_ event: [String: Any]) -> Int64 {
        let actor = event["actor"] as? [String: Any]
        if let id = (actor?["id"] ?? event["actor_id"]) as? NSNumber { return id.int64Value }
        let attributes = event["actor_attributes"] as? [String: Any]
        let payload = event["payload"] as? [String: Any]
        let login =
            event["actor"] as? String ?? event["actor_login"] as? String ?? actor?["login"] as? String ?? attributes?[
                "login"
            ] as? String
            ?? payload?["actor"] as? String
        return login.map { DeveloperID.unidentified(login: $0).rawValue } ?? 0
    }

    private static func repository(_ event: [String: Any]) -> Int64 {
        let repository = event["repo"] as? [String: Any] ?? event["repository"] as? [String: Any]
        if let id = (repository?["id"] ?? event["repo_id"]) as? NSNumber { return id.int64Value }
        var name = repository?["name"] as? String ?? ""
        if let owner = repository?["owner"] as? String { name = "\(owner)/\(name)" }
        if name.isEmpty || name == "/" {
            name = (event["payload"] as? [String: Any])?["repo"] as? String ?? ""
        }
        return name.contains("/") && name != "/" ? RepositoryID.unidentified(name: name).rawValue : 0
    }
}
