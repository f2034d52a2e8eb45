// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaArchive
import PanoramaModel
import TestSupport
import Testing

@Suite
struct SnapshotReaderTests {
    private let lines = (1...40).map { InventedEvent(id: $0, developer: $0 % 7 + 1).line }
    private var content: String { lines.joined(separator: "\n") + "\n" }

    private func records(_ snapshot: Snapshot) throws -> [EventRecord] { try EventSegment.decode(snapshot.segment) }

    @Test
    func gzipPlainAndSeveralMembersGiveTheSameSegment() throws {
        let plain = try read(content)
        let bytes = Array(content.utf8)
        let whole = try gzip(bytes)
        for cut in [1, 7, 100, bytes.count - 1] {
            let members = try gzip(bytes[..<cut]) + gzip(bytes[cut...])
            #expect(try read(members).segment == plain.segment)
        }
        let stored = try gzip(bytes, ["-nc", "-1"])
        #expect(try read(whole).segment == plain.segment)
        #expect(try read(stored).segment == plain.segment)
        #expect(try read(whole + [0, 0, 0, 0, 0, 0, 0]).segment == plain.segment, "padding behind the data")
        #expect(plain.accepted == 40)
    }

    @Test
    func everyCutOfAGzipFileIsIncomplete() throws {
        let whole = try gzip(content.utf8)
        for length in stride(from: 3, to: whole.count, by: max(1, whole.count / 60)) {
            #expect(failure { try read(whole.prefix(length)) } == .incomplete, "cut at \(length)")
        }
    }

    @Test
    func aDamagedGzipFileIsAnErrorNotACrash() throws {
        let whole = try gzip(content.utf8)
        for position in stride(from: 0, to: whole.count, by: 3) {
            var damaged = whole
            damaged[position] ^= 0xff
            // Some header bytes (time, system) carry nothing; everything else must be noticed.
            let code = failure { try read(damaged) }
            if code == nil { #expect((3...9).contains(position), "damage at \(position) went unnoticed") }
        }
    }

    @Test
    func aCutLastLineIsIncompleteWhileTheRestMayCome() throws {
        let cut = String(content.dropLast(30))
        #expect(failure { try read(cut) } == .incomplete)
        let late = try read(cut, awaitsRest: false)
        #expect(late.accepted == 39)
        #expect(late.rejections.count == 1)
        #expect(late.rejections.samples.first?.line == 40)
    }

    @Test
    func aCompleteLastLineNeedsNoLineFeed() throws {
        #expect(try read(String(content.dropLast())).accepted == 40)
    }

    @Test
    func windowsLineEndsBlankLinesAndAByteOrderMarkAreNoTrouble() throws {
        let odd = "\u{feff}" + lines.joined(separator: "\r\n\r\n  \t\n") + "\r\n"
        let snapshot = try read(odd)
        #expect(snapshot.accepted == 40)
        #expect(snapshot.rejections.count == 0)
        #expect(try read(content).segment == snapshot.segment)
    }

    @Test(arguments: [
        (#"{"id":"1""#, "not finished"), ("7", "not an object"), ("hello", "not JSON"), ("{]}", "complete JSON"),
        (
            #"{"id":"1","actor":{"id":1,"login":"a"},"repo":{"id":2,"name":"a/b"},"created_at":"2025-01-01T00:00:00Z"}"#,
            "'type'"
        ),
        (
            #"{"message":"API rate limit exceeded","documentation_url":"https:"}"#,
            "error of the API: 'API rate limit exceeded'"
        ),
        (#"{"message":"\#(String(repeating: "x", count: 61))"}"#, "'\(String(repeating: "x", count: 60))…'"),
        (#"{"message":7}"#, "no 'type'"), (#"{"items":7}"#, "so it is no event"),
        (#"{"total_count":1,"incomplete_results":false,"items":[{"id":7}]}"#, "take the array out of it (jq .items)"),
        (#"{"events":[]}"#, "take the array out of it (jq .events)"),
        (#"{"id":"1","type":"PushEvent","payload":{},"created_at":"2025-01-01T00:00:00Z"}"#, "'actor'"),
        (#"{"id":"1","type":"PushEvent","actor":{"id":1},"repo":{"id":2}}"#, "'created_at'"),
        (
            #"{"id":"1","type":"PushEvent","actor":{"id":1},"repo":{"id":2},"created_at":"2025-02-30T00:00:00Z"}"#,
            "is not a time"
        ),
        (#"{"id":"1","type":"PushEvent","actor":{"id":1},"repo":{"id":2},"created_at":"yesterday"}"#, "is not a time"),
    ])
    func aBadLineIsCountedWithItsPlaceAndTheGoodOnesAreKept(bad: String, reason: String) throws {
        let snapshot = try read(lines[0] + "\n" + bad + "\n" + lines[1] + "\n")
        #expect(snapshot.accepted == 2)
        #expect(snapshot.rejections.count == 1)
        let sample = try #require(snapshot.rejections.samples.first)
        #expect(sample.line == 2)
        #expect(sample.offset == lines[0].utf8.count + 1)
        #expect(sample.reason.contains(reason))
    }

    @Test
    func tooManyBadLinesFailTheFile() throws {
        let text = content + "bad\nbad\n"
        #expect(try read(text, badLines: 0.1).accepted == 40)
        #expect(failure { try read(text, badLines: 0.04) } == .tooManyBadLines)
        #expect(
            failure { try read("x\n{\n{\n", awaitsRest: false) } == .unrecognised,
            "a file without a good line fails whatever is allowed"
        )
    }

    @Test
    func whatIsNeitherEventsNorScoresIsNotRecognised() throws {
        #expect(failure { try read("<?xml version='1.0'?><Error/>\n") } == .unrecognised)
        #expect(failure { try read([0xff, 0xd8, 0xff, 0xe0, 0x0a]) } == .unrecognised)
        #expect(failure { try read("<?xml version='1.0'?><Error/>") } == .unrecognised, "it cannot grow into events")
        #expect(failure { try read("") } == .incomplete)
        #expect(failure { try read("", awaitsRest: false) } == .unrecognised)
    }

    @Test
    func aLineLongerThanTheBufferIsReadWhole() throws {
        let title = String(repeating: "long ", count: 1_000_000)
        let long = InventedEvent(id: 99, payload: #"{"action":"opened","issue":{"title":"\#(title)","id":5}}"#).line
        let snapshot = try read(lines[0] + "\n" + long + "\n" + lines[1])
        #expect(snapshot.accepted == 3)
        #expect(try records(snapshot).contains { $0.id == 99 && $0.key == 5 })
    }

    @Test
    func keysMayStandInAnyOrder() throws {
        let turned =
            #"{"created_at":"2025-01-15T07:30:00Z","payload":{"issue":{"title":"x","id":7},"action":"opened"},"#
            + #""repo":{"name":"owner/repo100","id":100},"actor":{"login":"dev1","id":1},"type":"IssuesEvent","id":"1"}"#
        #expect(try records(read(turned + "\n")) == records(read(InventedEvent(id: 1).line + "\n")))
    }

    @Test
    func bytesBehindGzipDataThatAreNoneAreTold() throws {
        let bytes = Array(content.utf8)
        let snapshot = try read(gzip(bytes) + Array("rubbish".utf8) + gzip(bytes))
        #expect(snapshot.accepted == 40)
        #expect(snapshot.rejections.count == 1)
        #expect(snapshot.rejections.samples.first?.reason.contains("followed by") == true)
    }

    @Test(arguments: ["0001-01-01T00:00:00Z", "2007-12-31T23:59:59Z", "2035-01-01T00:00:00Z", "9999-12-31T23:59:59Z"])
    func anEventOfATimeThatCannotBeIsABadLine(time: String) throws {
        let snapshot = try read(content + InventedEvent(id: 99, time: time).line + "\n")
        #expect(snapshot.accepted == 40)
        #expect(snapshot.rejections.count == 1)
        #expect(snapshot.months.count == 1)
    }

    @Test(arguments: [
        ("2007-12-31T23:59:59Z", "after tomorrow"), ("2035-01-01T00:00:00Z", "after tomorrow"),
        ("soon", "is not a time"),
    ])
    func eventsThatAreAllRefusedForTheirTimeAreNotToldAsNothing(time: String, reason: String) {
        func message(_ text: String) -> String {
            do { return "taken: \(try read(text).accepted)" } catch { return "\(error)" }
        }
        let bad = (1...9).map { InventedEvent(id: $0, time: time).line }
        for text in [bad.joined(separator: "\n"), "[" + bad.joined(separator: ",\n") + "]"] {
            let message = message(text)
            #expect(message.contains("holds events, but all 9 are refused") && message.contains(reason), "\(message)")
            #expect(!message.contains("Drop GH Archive"))
        }
        #expect(message(bad.joined(separator: "\n") + "\n{}\n").contains("holds nothing that Panorama knows"))
    }

    @Test
    func theCommentOfTheGzipHeaderIsHandedOn() throws {
        var bytes = try gzip(content.utf8)
        bytes[3] |= 0x10
        bytes.insert(contentsOf: Array("panorama simulate: invented\0".utf8), at: 10)
        #expect(try read(bytes).comment == "panorama simulate: invented")
        #expect(try read(content).comment == nil)
    }

    @Test
    func namesComeWithTheTimesTheyWereSeen() throws {
        let snapshot = try read(
            [
                InventedEvent(id: 1, name: "old/name", time: "2025-01-01T00:00:10Z").line,
                InventedEvent(id: 2, name: "new/name", time: "2025-01-01T00:00:30Z").line,
                InventedEvent(id: 3, name: "old/name", time: "2025-01-01T00:00:05Z").line,
            ].joined(separator: "\n")
        )
        let start: Int64 = 1_735_689_600
        #expect(
            try names(in: snapshot, .repositories) == [
                NameObservation(id: 100, name: "new/name", first: start + 30, last: start + 30),
                NameObservation(id: 100, name: "old/name", first: start + 5, last: start + 10),
            ]
        )
    }

    @Test(
        .enabled(if: RealData.hasData, "the real events are not here"),
        arguments: [true, false]
    )
    func jsonThatMustFailNeverTakesGoodLinesWithIt(gzipped: Bool) throws {
        let folder = try #require(RealData.data).appending(path: "robustness/JSONTestSuite/test_parsing")
        var text: [UInt8] = []
        var good = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() where name.hasPrefix("n_")
        {
            let bad = try Data(contentsOf: folder.appending(path: name)).filter { $0 != 0x0a }
            good += 1
            text += Array(InventedEvent(id: good).line.utf8) + [0x0a] + bad + [0x0a]
        }
        text += Array(InventedEvent(id: good + 1).line.utf8)
        let snapshot = try read(gzipped ? gzip(text) : text)
        #expect(snapshot.accepted == good + 1)
    }

    @Test(.enabled(if: RealData.hasData, "the real events are not here"))
    func corruptGzipStreamsAreErrorsEach() throws {
        let folder = try #require(RealData.data).appending(path: "robustness/gzip")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            #expect(failure { try read(file: folder.appending(path: name)) } != nil, "\(name)")
        }
    }
}
