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

    private func scores(_ place: Workplace) throws -> [MonthScores] {
        var scores: [MonthScores] = []
        let book = try MonthBook(Store(directory: place.folder.path("state")), ScoringParameters())
        try book.forEachMonth { scores.append($0) }
        return scores
    }

    /// What two states say, to the last bit.
    private func expectEqual(_ place: Workplace, _ other: Workplace, _ comment: Comment) throws {
        for name in ["list.txt", "coverage.csv"] {
            let (left, right) = try (place.latest(name), other.latest(name))
            #expect(left == right, comment)
        }
        let (left, right) = try (scores(place), scores(other))
        #expect(left == right, comment)
        let (pairs, otherPairs) = try (pairs(place), pairs(other))
        #expect(pairs == otherPairs, comment)
    }

    private func pairs(_ place: Workplace) throws -> [PairTable] {
        let book = try MonthBook(Store(directory: place.folder.path("state")), ScoringParameters())
        return try book.months.map(book.pairs)
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func anyWayToTheSameSnapshotsGivesWhatAColdRunGives(seed: UInt64) async throws {
        var random = SplitMix(seed: seed)
        let place = try Workplace()
        var given: [String: [UInt8]] = [:]
        // Whole hours, parts of them that overlap, and a file that holds something of every hour.
        let hours = lines(700, using: &random)
        var files: [[UInt8]] = []
        for lines in hours.values.sorted(by: { $0.joined() < $1.joined() }) {
            files.append(file(lines))
            if Bool.random(using: &random) {
                files.append(file(lines.shuffled(using: &random).prefix(lines.count / 2)))
            }
        }
        files.append(file(hours.values.compactMap(\.first).sorted()))
        for (number, bytes) in files.shuffled(using: &random).enumerated() {
            let name = "\(number).json"
            given[name] = bytes
            try place.drop(bytes, as: name)
            guard Int.random(in: 0..<3, using: &random) == 0 || number == files.count - 1 else { continue }
            // Every engine is a restart; now and then what is derived is lost, or half of it.
            let cache = place.folder.url.appending(path: "state/cache")
            let lost = Int.random(in: 0..<8, using: &random)
            if lost == 0 { try? FileManager.default.removeItem(at: cache) }
            if lost == 1 { try? FileManager.default.removeItem(at: cache.appending(path: "ledger-2025-02")) }
            if lost == 2 { try? FileManager.default.removeItem(at: cache.appending(path: "pairs-2025-01")) }
            try await place.once(settings)
            let cold = try Workplace()
            for (name, bytes) in given { try cold.drop(bytes, as: name) }
            try await cold.once(settings)
            try expectEqual(place, cold, "after \(number + 1) files")
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
