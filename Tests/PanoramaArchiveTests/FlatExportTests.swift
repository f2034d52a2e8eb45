// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaArchive
import TestSupport
import Testing

/// Exports of warehouses, which lay out actor and repository flat.
@Suite
struct FlatExportTests {
    private let line: String

    /// Takes the line that the documentation gives as an example.
    init() throws {
        let file = RealData.project.appending(path: "Documentation/Files.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let section = try #require(text.components(separatedBy: "**Flat exports.**").dropFirst().first)
        let block = try #require(section.components(separatedBy: "```json\n").dropFirst().first)
        line = try #require(block.split(separator: "\n").first.map(String.init))
    }

    private func records(_ line: String) throws -> [EventRecord] {
        let snapshot = try read(line + "\n")
        #expect(snapshot.rejections.count == 0)
        return try EventSegment.decode(snapshot.segment)
    }

    @Test(arguments: [
        "2025-01-31 23:59:59", "2025-01-31 23:59:59 UTC", "2025-01-31 23:59:59.250000", "2025-01-31T23:59:59Z",
        "2025-01-31T15:59:59-08:00",
    ])
    func theExampleIsTheEventThatTheFeedTells(time: String) throws {
        let event =
            #"{"id":"45612","type":"IssuesEvent","created_at":"2025-01-31T23:59:59Z","actor":{"id":1024025,"login":"torvalds"},"#
            + #""repo":{"id":2325298,"name":"torvalds/linux"},"payload":{"action":"opened","issue":{"id":77}}}"#
        let flat = line.replacing("2025-01-31 23:59:59 UTC", with: time)
        #expect(flat.contains(time))
        #expect(try records(flat) == records(event))
        #expect(try records(flat.replacing(#""45612""#, with: "45612")) == records(event))
    }

    @Test
    func aPayloadThatIsATextIsRefused() throws {
        let text = line.replacing(/"payload": .*}/, with: #""payload": "{\"action\": \"opened\"}"}"#)
        let snapshot = try read(line + "\n" + text + "\n")
        #expect(snapshot.accepted == 1)
        #expect(snapshot.rejections.samples.first?.reason.contains("export it as a JSON object") == true)
    }
}
