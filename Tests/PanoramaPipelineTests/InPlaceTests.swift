// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaArchive
import PanoramaModel
import PanoramaStore
import TestSupport
import Testing

@testable import PanoramaPipeline

/// What is changed in place is what is computed from the start, and takes less.
@Suite(.timeLimit(.minutes(5)))
struct InPlaceTests {
    private let settings = LandscapeSettings(id: "test", title: "Test", admission: Admission())

    /// Lines of events in some hours of three months; things come back in other hours, and people star and push.
    private func lines(_ count: Int, using random: inout SplitMix) -> [String: [String]] {
        var lines: [String: [String]] = [:]
        for id in 1...count {
            let hour =
                "2025-0\(Int.random(in: 1...3, using: &random))-1\(Int.random(in: 0...2, using: &random))T0\(id % 2)"
            let thing = Int.random(in: 1...80, using: &random)
            let (type, payload) =
                [
                    ("IssuesEvent", #"{"action":"opened","issue":{"id":\#(thing)}}"#),
                    ("IssuesEvent", #"{"action":"closed","issue":{"id":\#(thing)}}"#),
                    ("IssueCommentEvent", #"{"action":"created","comment":{"id":\#(thing * 40)},"issue":{"id":1}}"#),
                    ("PullRequestEvent", #"{"action":"opened","pull_request":{"id":\#(thing)}}"#),
                    ("PushEvent", #"{"push_id":\#(id)}"#), ("WatchEvent", #"{"action":"started"}"#),
                ].randomElement(using: &random) ?? ("WatchEvent", "{}")
            let event = InventedEvent(
                id: id,
                type: type,
                developer: Int.random(in: 1...12, using: &random),
                repository: 100 + Int.random(in: 0...7, using: &random),
                payload: payload,
                time: "\(hour):\(Int.random(in: 10...59, using: &random)):00Z"
            )
            lines[hour, default: []].append(event.line)
        }
        return lines
    }

    private func file(_ lines: some Sequence<String>) -> [UInt8] { Array(lines.joined(separator: "\n").utf8) + [0x0a] }

    /// Events without numbers or ids, as those of 2012 to 2014: some are echoes of others, and some name people that only
    /// later files tell the numbers of.
    private func nameless(_ count: Int, using random: inout SplitMix) -> [String] {
        (0..<count).map { number in
            let hour = "2025-0\(Int.random(in: 1...3, using: &random))-10T00"
            let repository = 100 + Int.random(in: 0...7, using: &random)
            let url = "https://github.com/owner/repo\(repository)/issues/\(number)"
            return
                #"{"created_at":"\#(hour):\#(Int.random(in: 10...59, using: &random)):00Z","payload":{"action":"opened","#
                + #""issue":\#(number),"number":\#(number)},"public":true,"type":"IssuesEvent","url":"\#(url)","#
                + #""actor":"dev\#(Int.random(in: 1...16, using: &random))","#
                + #""repository":{"name":"repo\#(repository)","owner":"owner"}}"#
        }
    }

    /// What two states say, to the last bit.
    private func expectEqual(_ place: Workplace, _ other: Workplace, _ comment: Comment) throws {
        for name in ["list.txt", "coverage.csv"] {
            let (left, right) = try (place.latest(name), other.latest(name))
            #expect(left == right, comment)
        }
        let (book, otherBook) = try (place.book(), other.book())
        #expect(book.months == otherBook.months, comment)
        for month in book.months {
            let (left, right) = try (book.pairs(of: month), otherBook.pairs(of: month))
            #expect(left == right, comment)
        }
        var (scores, otherScores): ([MonthScores], [MonthScores]) = ([], [])
        try book.forEachMonth { scores.append($0) }
        try otherBook.forEachMonth { otherScores.append($0) }
        #expect(scores == otherScores, comment)
        #expect(book.solved.isEmpty, comment)
    }

    /// Whole hours, parts of them that overlap, a file that holds something of every hour, copies that say less, names
    /// alone, counted pairs.
    private func files(using random: inout SplitMix) -> [(name: String, bytes: [UInt8])] {
        let hours = lines(700, using: &random)
        var files: [[UInt8]] = []
        for (_, lines) in hours.sorted(by: { $0.key < $1.key }) {
            files.append(file(lines))
            if Bool.random(using: &random) {
                files.append(file(lines.shuffled(using: &random).prefix(lines.count / 2)))
            }
        }
        files.append(file(hours.sorted { $0.key < $1.key }.compactMap(\.value.first)))
        // Copies that don't say what their events are about.
        let thin = hours.sorted { $0.key < $1.key }.flatMap(\.value).filter { _ in
            Int.random(in: 0..<20, using: &random) == 0
        }
        files.append(file(thin.map { $0.replacing(/,"(issue|comment|pull_request)":{"id":\d+}/, with: "") }.sorted()))
        files.append(file(nameless(20, using: &random)))
        let head = "month,developer_id,developer_login,repository_id,repository_name,pushes,issues_opened,valid"
        files.append(
            file([head, "2025-02,3,dev3,101,owner/repo101,40,2,1", "2025-02,99,dev16,102,owner/repo102,1,1,1"])
        )
        return files.shuffled(using: &random).enumerated().map { ("\($0.offset)", $0.element) }
    }

    /// Loses what is derived, or a part of it, now and then.
    private func loseCache(_ place: Workplace, using random: inout SplitMix) throws {
        let cache = place.folder.url.appending(path: "state/cache")
        switch Int.random(in: 0..<10, using: &random) {
        case 0: try? FileManager.default.removeItem(at: cache)
        case 1: try? FileManager.default.removeItem(at: cache.appending(path: "ledger-2025-02"))
        case 2: try? FileManager.default.removeItem(at: cache.appending(path: "pairs-2025-01"))
        case 3:
            // A file is damaged in the middle.
            let file = cache.appending(
                path: ["ledger", "pairs", "scores"][Int.random(in: 0..<3, using: &random)] + "-2025-03"
            )
            guard var bytes = try? Data(contentsOf: file) else { return }
            bytes[bytes.count / 2] ^= 0x40
            try bytes.write(to: file)
        default: break
        }
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func anyWayToTheSameSnapshotsGivesWhatAColdRunGives(seed: UInt64) async throws {
        var random = SplitMix(seed: seed)
        let presets = ["opendigger-2024", "opendigger-2026"].compactMap { ScoringParameters.presets[$0] }
        let scoring = try #require(presets.randomElement(using: &random))
        var place = try Workplace(scoring: scoring)
        var rest = files(using: &random)
        var given: [(name: String, bytes: [UInt8])] = []
        var pending: [String] = []
        while !rest.isEmpty {
            // Some files arrive; then some that were taken in are forgotten, and one of these comes back later.
            for file in rest.suffix(Int.random(in: 1...5, using: &random)) {
                rest.removeLast()
                try place.drop(file.bytes, as: "\(file.name).json")
                given.append(file)
                pending.append(file.name)
            }
            if given.count > 3, Int.random(in: 0..<3, using: &random) == 0 {
                let taken = given.filter { !pending.contains($0.name) }
                if let file = taken.randomElement(using: &random) {
                    try place.forget("\(file.name).json")
                    given.removeAll { $0.name == file.name }
                    if Bool.random(using: &random) { rest.insert(("\(file.name)x", file.bytes), at: 0) }
                }
            }
            guard Bool.random(using: &random) || rest.isEmpty else { continue }
            // Every engine is a restart.
            try loseCache(place, using: &random)
            if Int.random(in: 0..<6, using: &random) == 0 {
                // Other rules for a while.
                place.scoring = try #require(presets.randomElement(using: &random))
                try await place.once(settings)
                place.scoring = scoring
            }
            try await place.once(settings)
            pending = []
            let cold = try Workplace(scoring: scoring)
            for (name, bytes) in given { try cold.drop(bytes, as: "\(name).json") }
            try await cold.once(settings)
            try expectEqual(place, cold, "seed \(seed), \(given.map(\.name))")
        }
    }

    @Test
    func oneMoreHourMovesItsOwnMonthAlone() async throws {
        var random = SplitMix(seed: 5)
        let place = try Workplace()
        var hours = lines(3_000, using: &random).sorted { $0.key < $1.key }
        let last = try #require(hours.last?.value)
        let (early, late) = (last.prefix(last.count - 1), last)
        hours.removeLast()
        for (hour, lines) in hours { try place.drop(file(lines), as: "\(hour).json") }
        try place.drop(file(early), as: "early.json")
        let first = try await place.once(settings).solved
        #expect(first.map(\.month.description) == ["2025-01", "2025-02", "2025-03"])
        try place.drop(file(late), as: "late.json")
        let second = try await place.once(settings).solved
        #expect(second.map(\.month.description) == ["2025-03"])
        try place.drop(file(late.reversed()), as: "again.json")
        let repeated = try await place.once(settings).solved
        #expect(repeated.isEmpty, "the same pairs have the same scores")
    }

    @Test
    func lateEventsMoveTheMonthsAfterThemAndNoneBefore() async throws {
        var random = SplitMix(seed: 8)
        let place = try Workplace()
        for (hour, lines) in lines(600, using: &random) { try place.drop(file(lines), as: "\(hour).json") }
        try await place.once(settings)
        let late = InventedEvent(id: 9_999, developer: 3, repository: 101, time: "2025-02-20T00:00:00Z").line
        try place.drop(file([late]), as: "late.json")
        let solved = try await place.once(settings).solved
        #expect(solved.map(\.month.description) == ["2025-02", "2025-03"])
    }

    @Test
    func eventsThatMoveNoScoreLeaveLaterMonthsAlone() async throws {
        var random = SplitMix(seed: 8)
        let place = try Workplace()
        for (hour, lines) in lines(600, using: &random) { try place.drop(file(lines), as: "\(hour).json") }
        try await place.once(settings)
        let star = InventedEvent(
            id: 9_999,
            type: "WatchEvent",
            developer: 50,
            repository: 101,
            payload: #"{"action":"started"}"#,
            time: "2025-01-20T00:00:00Z"
        )
        try place.drop(file([star.line]), as: "star.json")
        let solved = try await place.once(settings).solved
        #expect(solved.map(\.month.description) == ["2025-01"])
        let again = try await place.once(settings).solved
        #expect(again.isEmpty)
    }
}
