// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import TestSupport
import Testing

@testable import PanoramaPipeline

/// The order of numbers, with names only where they decide, against sorting everything by all there is.
@Suite
struct RankingTests {
    private typealias Entry = ScoreColumns.Entry

    private func entries(_ random: inout SplitMix) -> [Entry] {
        // Many scores that are printed alike, some of which differ beyond that.
        (0..<Int.random(in: 0...60, using: &random)).map { id in
            let printed = Double(Int.random(in: 0...12, using: &random)) / 1e6
            return Entry(id: RepositoryID(rawValue: Int64(id)), value: printed + .random(in: 0...4e-7, using: &random))
        }.shuffled(using: &random)
    }

    /// Names that neither follow the ids nor differ all.
    private func name(_ id: RepositoryID) -> String { "owner/\(id.rawValue * 7 % 11)" }

    private func sorted(_ entries: [Entry]) -> [Entry] {
        entries.sorted { left, right in
            let (first, second) = (Ranking.printed(left.value), Ranking.printed(right.value))
            if first != second { return first > second }
            return name(left.id) == name(right.id) ? left.id < right.id : name(left.id) < name(right.id)
        }
    }

    @Test(arguments: UInt64(0)..<200)
    func contendersHoldTheFirstAndWhatIsPrintedLikeTheLastOfThem(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let entries = entries(&random)
        let limit = Int.random(in: 0...30, using: &random)
        let included = Set((0..<3).map { _ in RepositoryID(rawValue: .random(in: 0...80, using: &random)) })
        let contenders = Ranking(entries).contenders(limit: limit, including: included)
        let all = sorted(entries)
        #expect(Array(sorted(contenders).prefix(limit)) == Array(all.prefix(limit)))
        let isIncluded = { (entry: Entry) in included.contains(entry.id) }
        #expect(sorted(contenders).dropFirst(limit).filter(isIncluded) == all.dropFirst(limit).filter(isIncluded))
        guard limit > 0, entries.count > limit else { return }
        let least = Ranking.printed(all[limit - 1].value)
        #expect(contenders.allSatisfy { Ranking.printed($0.value) >= least || included.contains($0.id) })
    }

    @Test(arguments: UInt64(0)..<100)
    func aPlaceIsThatInTheWholeOrderAndOnlyEqualScoresAreNamed(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let entries = entries(&random)
        let ranking = Ranking(entries)
        for (index, entry) in sorted(entries).enumerated() {
            let printed = Ranking.printed(entry.value)
            let alike = Set(entries.filter { Ranking.printed($0.value) == printed }.map(\.id))
            let place = ranking.place(of: entry.id) { named in
                #expect(named == alike)
                return Dictionary(uniqueKeysWithValues: named.map { ($0, name($0)) })
            }
            #expect(place == index + 1)
        }
        #expect(ranking.place(of: RepositoryID(rawValue: 999)) { _ in [:] } == nil)
    }

    @Test(arguments: UInt64(0)..<100)
    func columnsSumInTheOrderOfTheMonthsWhatTheyHoldOneByOne(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let count = Int.random(in: 1...6, using: &random)
        var columns = ScoreColumns(months: count)
        var naive: [RepositoryID: [Double]] = [:]
        for month in 0..<count {
            for id in Set(
                (0..<Int.random(in: 0...20, using: &random)).map { _ in Int64.random(in: -9...20, using: &random) }
            )
            .sorted() {
                let entry = Entry(id: RepositoryID(rawValue: id), value: .random(in: 0.001...5, using: &random))
                columns.append(entry, at: month)
                naive[entry.id, default: Array(repeating: 0, count: count)][month] = entry.value
            }
        }
        let window = Array(Int.random(in: 0..<count, using: &random)..<count)
        let expected = naive.filter { entry in window.contains { entry.value[$0] > 0 } }.sorted { $0.key < $1.key }
            .map { entry in Entry(id: entry.key, value: window.reduce(0.0) { $0 + entry.value[$1] }) }
        #expect(columns.sums(over: window) == expected)
        for id in -10...21 {
            let id = RepositoryID(rawValue: Int64(id))
            #expect(
                columns.indices.map { columns.value(of: id, at: $0) } == naive[id] ?? Array(repeating: 0, count: count)
            )
        }
    }
}
