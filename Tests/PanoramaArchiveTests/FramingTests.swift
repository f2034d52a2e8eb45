// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@testable import PanoramaArchive

/// However events are laid out in a file, they are found; damage costs what it touches and nothing beside it.
@Suite struct FramingTests {
    static let events = (1...12).map { InventedEvent(id: $0, developer: $0 % 3 + 1, repository: $0 % 2 + 1).line }
    static let pretty = events.map { line in
        guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)),
            let data = try? JSONSerialization.data(withJSONObject: object, options: [.prettyPrinted, .sortedKeys])
        else { return line }
        return String(decoding: data, as: UTF8.self)
    }

    static let layouts: [(name: String, text: String)] = [
        ("an array on one line", "[" + events.joined(separator: ",") + "]"),
        ("an array, an event to a line", "[\n" + events.joined(separator: ",\n") + "\n]\n"),
        ("an array with commas first", "[ " + events.joined(separator: "\n, ") + "\n]\n"),
        ("a pretty-printed array", "[\n" + pretty.joined(separator: ",\n") + "\n]\n"),
        ("pretty-printed objects", pretty.joined(separator: "\n") + "\n"),
        ("pretty-printed, with carriage returns", pretty.joined(separator: "\n").replacing("\n", with: "\r\n")),
        ("all on one line", events.joined(separator: " ")),
        ("glued", events.joined()),
        ("glued in pairs", stride(from: 0, to: 12, by: 2).map { events[$0] + events[$0 + 1] }.joined(separator: "\n")),
        ("carriage returns alone", events.joined(separator: "\r")),
        ("with NUL bytes between", events.joined(separator: "\0\0\0\0")),
        ("with NUL bytes at the ends of lines", events.joined(separator: "\0\0\n") + "\0\0\0"),
        ("a line of NUL bytes", "\0\0\0\n" + events.joined(separator: "\n")),
        (
            "arrays after one another",
            "[" + events[..<5].joined(separator: ",") + "][" + events[5...].joined(separator: ",") + "]"
        ),
        ("an array to a line", "[\(events[0])]\n[" + events[1...].joined(separator: ", ") + "]\n"),
        (
            "pages within an array",
            "[[" + events[..<5].joined(separator: ",") + "],\n[],[" + events[5...].joined(separator: ",") + "]]"
        ),
        ("a byte-order mark", "\u{feff}[" + events.joined(separator: ",\n") + "]"),
    ]

    @Test(arguments: layouts.map(\.name))
    func everyLayoutGivesTheSameSegment(name: String) throws {
        let layout = try #require(Self.layouts.first { $0.name == name })
        let snapshot = try read(layout.text)
        #expect(snapshot.accepted == 12)
        #expect(snapshot.rejections.count == 0, "\(snapshot.rejections.samples)")
        #expect(try snapshot.segment == read(Self.events.joined(separator: "\n") + "\n").segment)
        #expect(try read(gzip(Array(layout.text.utf8))).segment == snapshot.segment)
    }

    @Test
    func aPlaceIsThatOfTheObjectAndNotOfItsLine() throws {
        let text = Self.events[0] + "\n" + "  " + Self.events[1] + #"{"a":1}"# + Self.events[2] + "\n"
        let snapshot = try read(text)
        #expect(snapshot.accepted == 3)
        let sample = try #require(snapshot.rejections.samples.first)
        #expect(sample.line == 2)
        #expect(sample.offset == (Self.events[0] + "\n  " + Self.events[1]).utf8.count)
    }

    /// What stands on a bad line among good ones; how many good events of its own it holds.
    @Test(arguments: [
        (#"{"id":"1","#, 0), (#"{"id":"#, 0), ("[", 0), ("[1", 0), ("[{", 0), (#"[{"a":1},"#, 0), (#"{"a":{"b":["#, 0),
        (#""cut"#, 0), ("]", 0), ("}", 0), (",", 0), ("nul", 0), ("{}", 0), (#"{"a":"\"#, 0), (#"{"type":"X"}}"#, 0),
        ("[[[[[[[[[[[[", 0), ("[1,2", 0), ("\u{fffe}", 0), ("{\"a\":\0}", 0), ("{,}", 0), ("[,]x", 0),
        (events[4] + "garbage", 1), (events[4] + "}", 1), (events[4] + #"{"id":"2" "#, 1), (events[4] + " {", 1),
        ("garbage" + events[4], 1), ("7" + events[4], 1), (#""s""# + events[4], 1),
        (events[4] + #""s""# + events[5], 2),
        ("\0" + events[4] + "\0{\"id\":\0\"2\"}\0" + events[5], 2), (#"[1,2] "s" 7 null "# + events[4], 1),
    ])
    func aBadLineCostsItselfAlone(bad: String, own: Int) throws {
        let good = Self.events
        let text = good[0] + "\n" + bad + "\n" + good[1] + "\n" + good[2] + "\n"
        let snapshot = try read(text)
        #expect(snapshot.accepted == 3 + own)
        #expect(snapshot.rejections.count >= 1)
        #expect(snapshot.rejections.samples.allSatisfy { $0.line == 2 })
        let atTheEnd = try read(good[0] + "\n" + good[1] + "\n" + good[2] + "\n" + bad + "\n")
        #expect(atTheEnd.accepted == 3 + own)
        #expect(atTheEnd.rejections.count >= 1)
    }

    /// Damage costs the record it is in, and at most the one beside it, wherever records begin on lines of their own.
    @Test(arguments: layouts.filter { $0.text.utf8.count { $0 == 0x0a } >= 10 }.map(\.name))
    func damageCostsTheRecordItIsIn(name: String) throws {
        let layout = try #require(Self.layouts.first { $0.name == name })
        let text = Array(layout.text.utf8)
        for place in text.indices where text[place] == UInt8(ascii: "}") {
            var damaged = text
            damaged[place] = UInt8(ascii: " ")
            let snapshot = try read(damaged, awaitsRest: false)
            #expect(snapshot.accepted == 11, "byte \(place)")
            #expect(snapshot.rejections.count >= 1)
        }
        let lines = layout.text.split(separator: "\n", omittingEmptySubsequences: false)
        for opening in [#"{"id":"x","payload":{"#, #"{"id":"x","a":["#] {
            let (before, after) = (lines[..<(lines.count / 2)], lines[(lines.count / 2)...])
            let damaged = (before + [opening[...]] + after).joined(separator: "\n")
            let snapshot = try read(damaged, awaitsRest: false)
            #expect(snapshot.accepted >= 11, "\(opening)")
            #expect(snapshot.rejections.count >= 1)
        }
    }

    /// A good event is found whatever stands before it on its line, and however much of it.
    @Test
    func whatIsGluedToABrokenRecordIsKept() throws {
        let (broken, good) = (InventedEvent(id: 1).line, InventedEvent(id: 2).line)
        let others = [InventedEvent(id: 3).line, InventedEvent(id: 4).line]
        for place in 1..<broken.utf8.count {
            let head = String(decoding: broken.utf8.prefix(place), as: UTF8.self)
            let tail = String(decoding: broken.utf8.dropFirst(place), as: UTF8.self)
            for line in [head + good, tail + good, head + good + tail, good + head + good] {
                let snapshot = try read([others[0], line, others[1]].joined(separator: "\n") + "\n")
                let ids = try EventSegment.decode(snapshot.segment).map(\.id)
                #expect(ids == [2, 3, 4], "\(line)")
                #expect(snapshot.rejections.count >= 1, "\(line)")
            }
        }
    }

    /// Where records stand one to a line, every line that is not one counts.
    @Test
    func everyBrokenLineCounts() throws {
        let good = InventedEvent(id: 1).line
        let cuts = (1..<good.utf8.count).map { String(decoding: good.utf8.prefix($0), as: UTF8.self) }
        for broken in [cuts, cuts.reversed(), cuts + cuts.reversed()] {
            for text in [[good] + broken + [good], broken + [good], [good] + broken] {
                let snapshot = try read(text.joined(separator: "\n") + "\n", awaitsRest: false)
                #expect(snapshot.rejections.count == broken.count)
                #expect(snapshot.accepted == text.count - broken.count)
            }
        }
    }

    @Test
    func damageThatBeginsEverywhereIsGivenUp() throws {
        let good = InventedEvent(id: 1).line
        let opened = String(repeating: #"{"a":"#, count: 200_000)
        let snapshot = try read([good, opened, good, opened + good].joined(separator: "\n") + "\n")
        #expect(snapshot.accepted >= 2)
        #expect((1...2).contains(snapshot.rejections.count))
    }

    @Test
    func deepNestingIsNoEventAndNoCrash() throws {
        for (open, close) in [("[", "]"), (#"{"a":"#, "}")] {
            let deep = String(repeating: open, count: 100_000) + "1" + String(repeating: close, count: 100_000)
            let line = #"{"type":"PushEvent","created_at":"2013-01-01T00:00:00Z","actor":"a","payload":{"x":\#(deep)}}"#
            let snapshot = try read(Self.events[0] + "\n" + line + "\n" + Self.events[1] + "\n")
            #expect(snapshot.accepted == 2)
            #expect(snapshot.rejections.count == 1)
        }
    }

    @Test
    func manyNamesOfOneRepositoryCostNoMoreThanManyRepositories() throws {
        let lines = (1...30_000).map { InventedEvent(id: $0, repository: 7, name: "o/n\($0)").line }
        let snapshot = try read(lines.joined(separator: "\n") + "\n")
        #expect(try names(in: snapshot, .repositories).count == 30_000)
        let long = InventedEvent(id: 1, name: "o/" + String(repeating: "n", count: 10_000)).line
        #expect(try names(in: read(long + "\n"), .repositories).map(\.name) == [""], "no name of GitHub's is that long")
    }

    @Test
    func aCutRecordIsAwaitedInAFileThatMayGrowAndIsOneBadRecordElsewhere() throws {
        let cut = Self.events[0] + "\n" + Self.events[1].prefix(60)
        #expect(failure { try read(cut) } == .incomplete)
        #expect(try read(cut, awaitsRest: false).rejections.count == 1)
        #expect(try read(gzip(Array(cut.utf8))).rejections.count == 1, "compressed data that ends properly is whole")
        #expect(failure { try read("[\n" + Self.events[0] + ",\n") } == .incomplete)
        #expect(failure { try read(Self.pretty[0].dropLast(2).description + "\n") } == .incomplete)
        #expect(try read("[\n" + Self.events[0] + ",\n", awaitsRest: false).accepted == 1)
    }

    @Test
    func anObjectOverManyLinesIsBounded() {
        var splitter = RecordSplitter(limit: 1_000)
        var bad = 0
        for number in 1...100 {
            let line = Array("{\"a\":".utf8) + Array(repeating: UInt8(ascii: " "), count: 30 + LineReader.padding)
            line.withUnsafeBytes { bytes in
                splitter.begin(
                    UnsafeRawBufferPointer(rebasing: bytes[..<35]),
                    at: .init(line: number, offset: 0),
                    indent: 0
                )
                while let piece = splitter.next() { if case .bad = piece { bad += 1 } }
            }
        }
        #expect((3...4).contains(bad))
    }

    @Test(.enabled(if: RealData.hasData))
    func damageSeenInRealFilesLosesNoGoodEvent() throws {
        struct Cases: Decodable {
            struct Case: Decodable {
                struct Chunk: Decodable {
                    var text: String
                    var broken: Bool
                }
                var name: String
                var line: String
                var chunks: [Chunk]
            }
            var cases: [Case]
        }
        let file = try #require(RealData.data).appending(
            path: "robustness/gharchive-issues/devstats_recover_json_cases.json"
        )
        let cases = try JSONDecoder().decode(Cases.self, from: Data(contentsOf: file)).cases
        for item in cases {
            let known = try RecordTexts(item.line.utf8)
            let objects = item.chunks.filter { !$0.broken && $0.text.hasPrefix("{") }
            #expect(known.texts == objects.map(\.text), "\(item.name)")
            let hasBad = item.chunks.contains { $0.broken || !$0.text.hasPrefix("{") }
            #expect((known.bad > 0) == hasBad, "\(item.name)")
        }
    }

    @Test(.enabled(if: RealData.hasData))
    func textsThatAreNoJSONAmongGoodLinesLeaveTheseAlone() throws {
        let folder = try #require(RealData.data).appending(path: "robustness/JSONTestSuite/test_parsing")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        let bad = files.filter { $0.lastPathComponent.hasPrefix("n_") }.sorted { $0.path < $1.path }
        #expect(bad.count > 150)
        var text: [UInt8] = []
        for (index, file) in bad.enumerated() {
            text += Array(InventedEvent(id: index + 1).line.utf8) + [0x0a]
            text += try Array(Data(contentsOf: file)) + [0x0a]
            let alone = try read(
                Array((Self.events[0] + "\n").utf8) + Data(contentsOf: file)
                    + Array(("\n" + Self.events[1] + "\n").utf8)
            )
            #expect(alone.accepted == 2, "\(file.lastPathComponent)")
        }
        let snapshot = try read(text)
        #expect(snapshot.accepted == bad.count)
        #expect(snapshot.rejections.count > 150)
    }
}

/// The objects that the framing finds in a text, whatever they hold.
private struct RecordTexts {
    var texts: [String] = []
    var bad = 0

    init(_ bytes: some Sequence<UInt8>) throws {
        let folder = try TemporaryFolder()
        let handle = try FileHandle(forReadingFrom: try folder.write(bytes, to: "file"))
        defer { try? handle.close() }
        var lines = LineReader(try ContentStream(FileBytes(descriptor: handle.fileDescriptor)))
        guard let first = try lines.nextWithContent() else { return }
        var reader = RecordReader(awaitsRest: false)
        var found: [String] = []
        try reader.read(first, &lines) { json, isAmidDamage in
            let text = String(decoding: json, as: UTF8.self)
            guard let value = try? JSONSerialization.jsonObject(with: Data(text.utf8)) else { return .malformed }
            if isAmidDamage, (value as? [String: Any])?["created_at"] == nil { return .foreign("part of an event") }
            found.append(text)
            return .taken
        }
        texts = found
        bad = reader.rejections.count
    }
}
