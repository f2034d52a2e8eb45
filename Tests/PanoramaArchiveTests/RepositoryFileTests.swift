// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel
import TestSupport
import Testing

@testable import PanoramaArchive

@Suite
struct RepositoryFileTests {
    private static func object(_ id: Int, stars: Int = 5, updated: String = "2025-05-01T10:00:00Z") -> String {
        #"{"id":\#(id),"full_name":"a/r\#(id)","stargazers_count":\#(stars),"type":"User","updated_at":"\#(updated)"}"#
    }

    private static func pretty(_ text: String) throws -> String {
        let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
        let data = try JSONSerialization.data(withJSONObject: value, options: [.prettyPrinted, .sortedKeys])
        return String(decoding: data, as: UTF8.self)
    }

    @Test
    func repositoriesAreReadHoweverTheyAreLaidOut() throws {
        let (one, two) = (Self.object(1), Self.object(2))
        let layouts = [
            "\(one)\n\(two)\n", "[\(one),\(two)]", try Self.pretty("[\(one),\(two)]"),
            try Self.pretty(one) + "\n" + Self.pretty(two), "\(one)\(two)", "[[\(one)],[\(two)]]\r\n",
        ]
        let expected = try read(layouts[0])
        #expect(expected.kind == .repositories)
        #expect(try FactsCodec.decode(expected.segment).map(\.name) == ["a/r1", "a/r2"])
        #expect(expected.facts == expected.segment)
        #expect(expected.months.isEmpty)
        for layout in layouts {
            let snapshot = try read(layout)
            #expect(snapshot.kind == .repositories)
            #expect(snapshot.accepted == 2)
            #expect(snapshot.rejections.count == 0)
            #expect(snapshot.segment == expected.segment)
        }
        #expect(try read(gzip(layouts[1].utf8)).segment == expected.segment)
        #expect(try FactsCodec.decode(read(try Self.pretty(one)).segment).map(\.stars) == [5])
    }

    @Test
    func theNewestOfAFileStandsWhateverItsPlace() throws {
        let new = Self.object(1, stars: 9, updated: "2025-05-02T10:00:00Z")
        let old = Self.object(1, stars: 4, updated: "2025-05-01T10:00:00Z")
        for text in ["\(new)\n\(old)\n", "\(old)\n\(new)\n"] {
            let snapshot = try read(text)
            #expect(snapshot.accepted == 2)
            #expect(try FactsCodec.decode(snapshot.segment).map(\.stars) == [9])
        }
    }

    @Test
    func aFileIsOfTheKindOfItsFirstGoodObject() throws {
        let event = InventedEvent(id: 1).line
        let events = try read("\(event)\n\(Self.object(1))\n")
        #expect(events.kind == .events)
        #expect((events.accepted, events.rejections.count) == (1, 1))
        let repositories = try read("{\"message\":\"Not Found\"}\n\(Self.object(1))\n\(event)\n")
        #expect(repositories.kind == .repositories)
        #expect((repositories.accepted, repositories.rejections.count) == (1, 2))
        #expect(repositories.rejections.samples.last?.line == 3)
    }
}
