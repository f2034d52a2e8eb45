// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel
import TestSupport
import Testing

@testable import PanoramaArchive

@Suite
struct OpenDiggerTreeTests {
    private static let path = "open_digger/github/Owner/repo.js/openrank.json"

    private func read(_ text: String, at path: String = path, badLines: Double = 1) throws -> Snapshot {
        let folder = try TemporaryFolder()
        let handle = try FileHandle(forReadingFrom: folder.write(text, to: "file"))
        defer { try? handle.close() }
        return try SnapshotReader(badLines: badLines, awaitsRest: true, now: 1_800_000_000).read(
            descriptor: handle.fileDescriptor,
            path: path
        )
    }

    private func scores(_ text: String, at path: String = path) throws -> [String] {
        let snapshot = try read(text, at: path)
        #expect(snapshot.kind == .publishedScores)
        return try PublishedSegment.decode(snapshot.segment).map {
            "\($0.vintage) \($0.metric) \($0.repository) \($0.id ?? 0) \($0.month) \($0.openrank)"
        }
    }

    @Test
    func monthsAreTakenAndSumsAndValuesBeforeRepairAreNot() throws {
        let series =
            #"{"2021":9.5,"2021Q3":2.5,"2021Q4":7,"2021-09":2.5,"2021-10":3.25,"2021-10-raw":1.5,"2021-11":3.75}"#
        let expected = [
            "opendigger openrank Owner/repo.js 0 2021-09 2.5", "opendigger openrank Owner/repo.js 0 2021-10 3.25",
            "opendigger openrank Owner/repo.js 0 2021-11 3.75",
        ]
        #expect(try scores(series) == expected)
        let pretty = series.replacing("{", with: "{\n  ").replacing(",", with: ",\r\n  ").replacing("}", with: "\n}\n")
        #expect(try scores(pretty) == expected)
        #expect(try read(series).rejections.count == 0)
        #expect(try read(series).months.map(\.month.description) == ["2021-09", "2021-10", "2021-11"])
    }

    @Test(arguments: ["{}", "{ }\n", "{\n}", #"{"2021":1,"2021Q1":1}"#])
    func aSeriesWithoutMonthsIsGoodAndEmpty(series: String) throws {
        let snapshot = try read(series, badLines: 0)
        #expect(snapshot.kind == .publishedScores)
        #expect(snapshot.accepted == 0 && snapshot.rejections.count == 0 && snapshot.months.isEmpty)
        #expect(try PublishedSegment.decode(snapshot.segment).isEmpty)
    }

    @Test(arguments: [
        ("a/b/openrank.json", "openrank a/b"), ("x/y/a/b/OpenRank.JSON.gz", "openrank a/b"),
        ("github/a/b/participants.json", "participants a/b"), ("a/b/stars.json.zst", "stars a/b"),
        ("github/github/gitignore/openrank.json", "openrank github/gitignore"),
        ("open_digger/github/gitee/tool/openrank.json", "openrank gitee/tool"),
        ("a/b/issues_new.json", "issues_new a/b"),
    ])
    func theLastFoldersNameTheRepositoryAndTheFileTheMetric(path: String, expected: String) throws {
        #expect(try scores(#"{"2021-09":2}"#, at: path) == ["opendigger \(expected) 0 2021-09 2.0"])
    }

    @Test(arguments: [
        ("openrank.json", "put it into the folders of the repository"),
        ("b/openrank.json", "put it into the folders of the repository"),
        ("a/b c/openrank.json", "put it into the folders of the repository"),
        ("a/b/openrank (1).json", "name it openrank.json"), ("a/b/2021.json", "name it openrank.json"),
        ("github/frank/openrank.json", "path is that of a developer"),
        ("open_digger/gitee/zhang/openrank.json", "path is that of a developer"),
        ("gitlab.com/zhang/openrank.json", "path is that of a developer"),
        ("gitee/a/b/openrank.json", "repository on gitee"),
        ("open_digger/gitlab.cn/a/b/openrank.json", "repository on gitlab.cn"),
    ])
    func aPlaceThatDoesNotTellIsAnErrorThatSaysWhatToDo(path: String, words: String) throws {
        let error = try #require(throws: ArchiveError.self) { try read(#"{"2021-09":2}"#, at: path) }
        #expect(error.code == .unrecognised)
        #expect(error.message.contains(words), "\(error.message)")
    }

    @Test
    func badMonthsAreToldWithTheirPlaceAndTheOthersAreKept() throws {
        let series =
            "{\n\"2021-13\": 1,\n\"2021-01\": 1,\n\"2021-02\": \"2\",\n\"2007-01\": 3,\n\"2021-03\": null,\n\"2021-04\": -1\n}"
        let snapshot = try read(series)
        #expect(snapshot.accepted == 1)
        #expect(snapshot.rejections.count == 5)
        #expect(snapshot.rejections.samples.map(\.line) == [2, 4, 5, 6, 7])
        for (sample, key) in zip(snapshot.rejections.samples, ["2021-13", "2021-02", "2007-01", "2021-03", "2021-04"]) {
            let found = series.utf8.dropFirst(sample.offset).prefix(key.utf8.count)
            #expect(Array(found) == Array(key.utf8), "\(sample)")
        }
        #expect(failure { try read(series, badLines: 0.5) } == .tooManyBadLines)
        #expect(try read(#"{"2021-04":-1}"#, at: "a/b/stars.json").accepted == 1, "other metrics may be negative")
    }

    @Test
    func noPartOfADamagedSeriesIsTakenForOne() {
        #expect(failure { try read(#"{"2021-01":1.5,,"x":{"2021-02":3}}"#) } == .unrecognised)
    }

    @Test
    func manyBadMonthsCostNoMoreThanTheirBytes() throws {
        let count = 10_000
        let text = "{\n" + String(repeating: "\"2021-13\":1,\n", count: count) + "\"2021-01\":1\n}\n"
        let start = ContinuousClock.now
        let snapshot = try read(text)
        // It takes a fraction of a second; with a look at all the bytes before each of them half a minute.
        #expect(start.duration(to: .now) < .seconds(10))
        #expect(snapshot.accepted == 1)
        #expect(snapshot.rejections.count == count)
        #expect(snapshot.rejections.samples.map(\.line) == [2, 3, 4, 5, 6])
    }

    @Test
    func theLineOfABadRecordIsLookedForOnlyWhereItIsKept() {
        var (rejections, lines) = (RejectionLog(), 0)
        func line() -> Int {
            lines += 1
            return lines
        }
        for offset in 0..<20 { rejections.add(line: line(), offset: offset, reason: "none") }
        #expect(rejections.count == 20)
        #expect(lines == RejectionLog.sampleLimit)
    }

    @Test(arguments: [
        (#"{"2021-01":1,"name":2}"#, ArchiveError.Code.unrecognised), (#"{"2021-1":1}"#, .unrecognised),
        (#"{"21-01":1}"#, .unrecognised), (#"{"2021-01 ":1}"#, .unrecognised), (#"{"2021/01":1}"#, .unrecognised),
        (#"{"":1}"#, .unrecognised), (#"{"2021-01":1"#, .incomplete), (#"{"2021-01":1e}"#, .unrecognised),
        (#"{"2021-01":1,}"#, .unrecognised), ("[1]", .unrecognised),
    ])
    func whatIsNoSeriesIsRefused(text: String, code: ArchiveError.Code) {
        #expect(failure { try read(text) } == code)
    }

    @Test(arguments: ["notes.json", "openrank.json", "a/b/events.json", "a/b/notes.json"])
    func anEmptyObjectElsewhereIsNoSeries(path: String) {
        #expect(failure { try read("{}", at: path) } == .unrecognised)
    }

    @Test
    func anEmptyObjectBeforeEventsDoesNotMakeThemASeries() throws {
        let events = (1...3).map { InventedEvent(id: $0).line }.joined(separator: "\n")
        let snapshot = try read("{}\n\(events)\n", at: "vllm-project/vllm/events.json")
        #expect(snapshot.kind == .events)
        #expect(snapshot.accepted == 3)
        #expect(snapshot.rejections.samples.map(\.line) == [1])
    }

    @Test
    func theFactsOfARepositoryGiveItsNumber() throws {
        let meta = #"{"updatedAt":1735785142000,"type":"repo","id":65600975,"labels":[{"id":"x","type":"Tech-0"}]}"#
        #expect(try scores(meta, at: "a/b/meta.json") == ["opendigger identity a/b 65600975 2025-01 0.0"])
        let without = try read(
            #"{"updatedAt":1735785142000,"type":"repo","labels":[]}"#,
            at: "a/b/meta.json",
            badLines: 0
        )
        #expect(without.kind == .publishedScores && without.accepted == 0)
        for name in ["META.json", "meta.json.gz", "meta.json.zst"] {
            #expect(try read(meta, at: "a/b/\(name)").subject == "a/b identity")
        }
        for name in ["other.json", "meta.jsonl", "meta.json.bak", "meta.json.gz.bak", "meta"] {
            #expect(failure { try read(meta, at: "a/b/\(name)") } == .unrecognised)
            let snapshot = try read("\(meta)\n\(InventedEvent(id: 1).line)\n", at: "a/b/\(name)")
            #expect(snapshot.kind == .events && snapshot.accepted == 1, "a name that only begins alike tells nothing")
        }
    }

    @Test
    func metricsAreStoredAndTablesWithoutThemStayAsTheyWere() throws {
        let score = PublishedScore(
            vintage: "V2",
            id: 1,
            repository: "a/b",
            month: Month(ordinal: 24_300),
            openrank: 1.25
        )
        var stars = score
        stars.metric = "stars"
        for scores in [[], [score], [stars], [score, stars]] {
            #expect(try PublishedSegment.decode(PublishedSegment.encode(scores)) == scores)
        }
        #expect(try PublishedSegment.encode([score])[5] == 2, "the form of earlier versions")
    }
}
