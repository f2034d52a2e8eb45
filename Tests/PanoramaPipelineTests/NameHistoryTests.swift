// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import PanoramaStore
import TestSupport
import Testing

@testable import PanoramaPipeline

@Suite
struct NameHistoryTests {
    private let month: Month
    private let start: Int64

    init() throws {
        month = try #require(Month("2014-06"))
        start = month.startEpochSeconds
    }

    /// The rule as the documentation has it, word by word.
    private func naive(_ bearers: [Store.Bearer], at time: Int64) -> Int64? {
        let around = bearers.filter { $0.first <= time && time <= $0.last }
        let before = bearers.filter { $0.last < time }
        return
            (around.max { ($0.first, $0.id) < ($1.first, $1.id) }
            ?? before.max { ($0.last, $0.first, $0.id) < ($1.last, $1.first, $1.id) }
            ?? bearers.min { ($0.first, $0.id) < ($1.first, $1.id) })?.id
    }

    /// Bearers in the order of the store.
    private func sorted(_ bearers: [Store.Bearer]) -> [Store.Bearer] {
        bearers.sorted { ($0.first, $0.id) < ($1.first, $1.id) }
    }

    private func expectTheRule(_ bearers: [Store.Bearer], at times: some Sequence<Int64>) {
        let reigns = NameHistory(bearers).reigns(in: month)
        for time in times {
            #expect(reigns[reigns.index(at: time)].id == naive(bearers, at: time), "\(bearers) at \(time - start)")
        }
        #expect(zip(reigns, reigns.dropFirst()).allSatisfy { $0.start < $1.start && $0.id != $1.id })
    }

    @Test
    func threeBearersGiveTheAnswersOfTheRuleWheneverEachBoreTheName() {
        let spans = (-2...4).flatMap { first in (first...4).map { (start + Int64(first), start + Int64($0)) } }
        for one in spans {
            expectTheRule([(1, one.0, one.1)], at: start..<(start + 7))
            for two in spans {
                expectTheRule(sorted([(1, one.0, one.1), (2, two.0, two.1)]), at: start..<(start + 7))
                for three in spans {
                    let bearers = [(1, one.0, one.1), (2, two.0, two.1), (3, three.0, three.1)] as [Store.Bearer]
                    let reigns = NameHistory(sorted(bearers)).reigns(in: month)
                    let answers = (0..<7).map { reigns[reigns.index(at: start + $0)].id }
                    #expect(answers == (0..<7).map { naive(bearers, at: start + $0) }, "\(bearers)")
                }
            }
        }
    }

    @Test
    func manyBearersGiveTheAnswersOfTheRuleAcrossTheMonth() {
        var random = SplitMix(seed: 7)
        let end = month.advanced(by: 1).startEpochSeconds
        for count in 1...60 {
            let bearers = (1...count).map { id -> Store.Bearer in
                let first = Int64.random(in: (start - 4_000_000)...(end + 1_000_000), using: &random)
                return (Int64(id), first, first + Int64.random(in: 0...3_000_000, using: &random))
            }
            let edges = bearers.flatMap { [$0.first, $0.first - 1, $0.last, $0.last + 1] } + [start, end - 1]
            expectTheRule(sorted(bearers), at: edges.filter { start <= $0 && $0 < end })
        }
    }

    @Test(arguments: [-90, -1, 0, 15, 29, 40] as [Int64])
    func whatComesAfterTheMonthLeavesItAlone(firstDay: Int64) {
        let first = start + firstDay * 86_400
        let end = month.advanced(by: 1).startEpochSeconds
        func fingerprint(_ bearers: [Store.Bearer]) -> String {
            var names = Identities.Names()
            names.add(-5, NameHistory(sorted(bearers)).reigns(in: month))
            return names.fingerprint
        }
        let known = fingerprint([(1, first, first)])
        let later = max(first, end)
        #expect(fingerprint([(1, first, later + 1_000)]) == known, "seen again")
        #expect(fingerprint([(1, first, first), (2, later, later + 9)]) == known, "taken by another")
        let second = start + 2 * 86_400
        #expect(fingerprint([(1, first, first), (2, second, second)]) != known, "another had it in the month")
    }

    /// Time enough for one look a record, none for a look at every bearer.
    @Test(.timeLimit(.minutes(5)))
    func aNameOfAHundredThousandBearersIsFoundForAMillionEvents() {
        let bearers = (1...100_000).map {
            (Int64($0), start + Int64($0), start + 2_000_000 - Int64($0)) as Store.Bearer
        }
        var names = Identities.Names()
        names.add(-5, NameHistory(bearers).reigns(in: month))
        var sum: Int64 = 0
        for time in 0..<1_000_000 { sum &+= names.bearer(of: -5, at: start + Int64(time)) ?? 0 }
        #expect(sum == (0..<1_000_000).reduce(0) { $0 + min(max($1, 1), 100_000) })
        #expect(names.bearer(of: -5, at: start + 1_950_000) == 50_000)
        #expect(names.bearer(of: -6, at: start) == nil)
    }
}
