// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaArchive
import PanoramaModel
import PanoramaStore
import TestSupport
import Testing

@testable import PanoramaPipeline

/// What a month's pairs are made from, and what is left alone.
@Suite(.timeLimit(.minutes(5)))
struct PairBookTests {
    private let settings = LandscapeSettings(id: "test", title: "Test", admission: Admission())

    /// An hour of comments, whose ids begin with some number.
    private func hour(_ hour: Int, ids: Int) -> [UInt8] {
        let lines = (0..<40).map { number in
            InventedEvent(
                id: hour * 1_000 + number,
                type: "IssueCommentEvent",
                developer: number % 7 + 1,
                repository: 100 + number % 5,
                payload: #"{"action":"created","comment":{"id":\#(ids + number)},"issue":{"id":1}}"#,
                time: "2025-01-10T0\(hour):\(10 + number):00Z"
            ).line
        }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    /// A place that counted an hour and lost its segment.
    private func placeWithoutSegments() async throws -> Workplace {
        let place = try Workplace()
        try place.drop(hour(1, ids: 1_000), as: "1.json")
        try await place.once(settings)
        for path in try place.keptFiles(endingIn: ".segment") {
            try FileManager.default.removeItem(at: place.folder.url.appending(path: path))
        }
        return place
    }

    @Test
    func anHourIsAddedWithoutALookAtTheOthers() async throws {
        let place = try await placeWithoutSegments()
        try place.drop(hour(2, ids: 2_000), as: "2.json")
        let outcome = try await place.once(settings).outcomes.first?.1
        #expect(outcome == .made(2, []))
        let whole = try Workplace()
        try whole.drop(hour(1, ids: 1_000), as: "1.json")
        try whole.drop(hour(2, ids: 2_000), as: "2.json")
        try await whole.once(settings)
        let (edition, expected) = try (place.edition(), whole.edition())
        #expect(edition == expected)
    }

    @Test
    func anHourThatMayTellOfTheSameThingsIsComparedWithTheOneBefore() async throws {
        let place = try await placeWithoutSegments()
        try place.drop(hour(2, ids: 1_020), as: "2.json")
        guard case .failed(let reason) = try await place.once(settings).outcomes.first?.1 else {
            Issue.record("the hour before was not looked into")
            return
        }
        #expect(reason.contains("missing"))
    }

    /// What is read beside an instance that writes, whether that has made everything, something older, or nothing.
    @Test(arguments: ["warm", "older", "empty", "damaged"])
    func aBookThatIsOnlyReadSaysTheSame(cache: String) async throws {
        let place = try Workplace()
        let folder = place.folder.url.appending(path: "state/cache")
        try place.drop(hour(1, ids: 1_000), as: "1.json")
        try await place.once(settings)
        let older = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .map { ($0, try Data(contentsOf: $0)) }
        try place.drop(hour(2, ids: 1_020), as: "2.json")
        try await place.once(settings)
        switch cache {
        case "older": for (file, bytes) in older { try bytes.write(to: file) }
        case "empty": try FileManager.default.removeItem(at: folder)
        case "damaged":
            for (file, bytes) in older { try (bytes.prefix(140) + bytes.dropFirst(141)).write(to: file) }
        default: break
        }
        let reading = try MonthBook(Store(reading: place.folder.path("state")), ScoringParameters())
        let month = try #require(reading.months.first)
        let first = try reading.pairs(of: month)
        var scores: [MonthScores] = []
        try reading.forEachMonth { scores.append($0) }
        let again = try reading.pairs(of: month)
        #expect(first == again)
        #expect(reading.solved.isEmpty == (cache == "warm"))
        let writing = try place.book()
        let written = try writing.pairs(of: month)
        #expect(written == first)
        var others: [MonthScores] = []
        try writing.forEachMonth { others.append($0) }
        #expect(scores == others)
    }

    /// A file of the present inputs that is damaged behind its head is made anew, and no more than that.
    @Test(arguments: ["pairs", "ledger", "scores", "merged"], ["flipped", "cut", "empty", "gone"])
    func whatIsDamagedIsMadeAnew(use: String, damage: String) async throws {
        let place = try Workplace()
        try place.drop(hour(1, ids: 1_000), as: "1.json")
        if use == "merged" { try place.drop(Array(counted.utf8), as: "counted.csv") }
        try await place.once(settings)
        let expected = try repositories(place.book())
        let pairs = try place.book().pairs(of: month)
        let file = place.folder.url.appending(path: "state/cache/\(use)-2025-01")
        var bytes = try Data(contentsOf: file)
        switch damage {
        case "flipped": bytes[160] ^= 0x10
        case "cut": bytes.removeLast(9)
        case "empty": bytes = Data()
        default: break
        }
        try damage == "gone" ? FileManager.default.removeItem(at: file) : bytes.write(to: file)
        let book = try place.book()
        let again = try repositories(book)
        #expect(again == expected)
        #expect(book.solved.count == (use == "scores" ? 1 : 0))
        let pairsAgain = try place.book().pairs(of: month)
        #expect(pairsAgain == pairs)
        let healed = try place.book()
        try healed.forEachMonth { _ in }
        #expect(healed.solved.isEmpty)
    }

    /// The entries of repositories by month, as landscapes read them.
    private func repositories(_ book: MonthBook) throws -> [Month: [NodeScore]] {
        var found: [Month: [NodeScore]] = [:]
        try book.forEachMonthOfRepositories { found[$0] = $1 }
        return found
    }

    private let month = Month(ordinal: 2025 * 12)
    private let counted = """
        month,developer_id,developer_login,repository_id,repository_name,issue_comments
        2025-01,1,a,100,o/r,50

        """

    /// With a bot that the first events name, scores are made once, and without it.
    @Test
    func aBotThatIsNotKnownYetIsLeftOutAtOnce() async throws {
        var scoring = ScoringParameters()
        scoring.bots = ["dev3"]
        let place = try Workplace(scoring: scoring)
        try place.drop(hour(1, ids: 1_000), as: "1.json")
        let summary = try await place.once(settings)
        #expect(summary.solved.count == 1)
        var developers: [Int64] = []
        try place.book().forEachMonth { developers = $0.developers.map(\.id) }
        #expect(developers == [1, 2, 4, 5, 6, 7])
    }
}
