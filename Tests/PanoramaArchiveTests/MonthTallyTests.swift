// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import TestSupport
import Testing

@testable import PanoramaArchive

/// A month that is added to hour by hour is the month that is counted at once.
@Suite
struct MonthTallyTests {
    private static let month = Month("2025-01") ?? Month(ordinal: 0)

    /// Events of some hours, in which things come back, in other hours too.
    private func events(_ count: Int, hours: Int, using random: inout SplitMix) -> [EventRecord] {
        (1...UInt64(count)).map { id in
            let hour = Int.random(in: 0..<hours, using: &random)
            return EventRecord(
                developer: Int64.random(in: 0...6, using: &random),
                repository: Int64.random(in: 0...4, using: &random),
                key: Int64.random(in: -3...60, using: &random) * (Bool.random(using: &random) ? 1 : 1_000),
                id: id,
                time: Self.month.startEpochSeconds + Int64(hour) * 3_600 + Int64.random(in: 0..<3_600, using: &random),
                month: Int32(Self.month.ordinal),
                kind: EventKind.allCases.randomElement(using: &random) ?? .push,
                flags: EventRecord.Flags(rawValue: UInt8.random(in: 0..<8, using: &random))
            )
        }
    }

    /// Events in some parts, whatever their hours.
    private func parts(_ events: [EventRecord], _ random: inout SplitMix) -> [[EventRecord]] {
        let count = Int.random(in: 1...4, using: &random)
        return Array(Dictionary(grouping: events) { _ in Int.random(in: 0..<count, using: &random) }.values)
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func anyOrderOfHoursGivesTheMonthThatIsCountedAtOnce(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        var counting = ScoringParameters.Counting()
        counting.everyEvent = seed % 5 == 0
        let events = events(600, hours: 12, using: &random)
        // Some events of an hour come late, with another snapshot.
        let portions = Dictionary(grouping: events) { [$0.hour, Int64($0.id % 3 / 2)] }
        var tally = MonthTally()
        var given: [Int64: [String: [EventRecord]]] = [:]
        var rest = portions.keys.sorted { $0.lexicographicallyPrecedes($1) }.shuffled(using: &random)[...]
        while !rest.isEmpty {
            // Several hours at a time, though never two snapshots of one.
            var batch: [Int64: String] = [:]
            while let next = rest.first, batch.count < 3, batch[next[0]] == nil {
                batch[next[0]] = "snapshot \(next[1])"
                given[next[0], default: [:]]["snapshot \(next[1])"] = portions[next]
                rest = rest.dropFirst()
            }
            let before = tally.ledger
            try tally.add(
                parts(batch.flatMap { given[$0.key]?[$0.value] ?? [] }, &random),
                of: Dictionary(uniqueKeysWithValues: batch.map { ($0.key, (given[$0.key] ?? [:]).keys.sorted()) }),
                counting
            ) { hours in
                for (hour, snapshots) in hours { #expect(before.hours[hour]?.snapshots == snapshots) }
                return hours.flatMap { hour, snapshots in snapshots.map { given[hour]?[$0] ?? [] } }
            }
            tally = MonthTally(
                try PairTable(decoding: tally.table.encode()[...]),
                try MonthLedger(decoding: tally.ledger.encode()[...])
            )
        }
        #expect(tally.table == PairTable(events, counting))
        #expect(Set(tally.ledger.hours.keys) == Set(events.map(\.hour)))
    }

    /// So many that cores share them by developer, some of whom do most.
    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func manyEventsAreCountedAsFewAre(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let all = events(40_000, hours: 30, using: &random).map { event in
            var event = event
            if seed > 1, !event.id.isMultiple(of: 3) { event.developer = Int64(event.id % 5_000) - 9 }
            return event
        }
        var tally = MonthTally()
        for half in [all.filter { $0.hour % 2 == 0 }, all.filter { $0.hour % 2 != 0 }] {
            let hours = Dictionary(half.map { ($0.hour, ["snapshot"]) }) { $1 }
            try tally.add(parts(half, &random), of: hours, .init()) { hours in
                [all.filter { hours.keys.contains($0.hour) }]
            }
        }
        #expect(tally.table == PairTable(all))
    }

    @Test
    func hoursThatShareNoKeyAreNotLookedInto() throws {
        var random = SplitMix(seed: 3)
        let all = events(2_000, hours: 8, using: &random).map { event in
            var event = event
            event.key = event.time * 3
            return event
        }
        var tally = MonthTally()
        for (hour, events) in Dictionary(grouping: all, by: \.hour).sorted(by: { $0.key < $1.key }).shuffled(
            using: &random
        ) {
            try tally.add([events], of: [hour: ["snapshot"]], .init()) { hours in
                // The keys of one second may lie in a range of the hour beside it.
                let areBeside = hours.keys.allSatisfy { abs($0 - hour) == 1 }
                #expect(areBeside)
                return [all.filter { hours.keys.contains($0.hour) }]
            }
        }
        #expect(tally.table == PairTable(all))
    }

    /// Issues closed are found again without a look at the hours that closed them before.
    @Test
    func whatComesBackIsKnownFromTheLedgerAlone() throws {
        var random = SplitMix(seed: 4)
        let all = events(2_000, hours: 20, using: &random).map { event in
            var event = event
            event.kind = event.id % 2 == 0 ? .issueClosed : .pullRequestClosed
            return event
        }
        var tally = MonthTally()
        for (hour, events) in Dictionary(grouping: all, by: \.hour).sorted(by: { $0.key < $1.key }).shuffled(
            using: &random
        ) {
            try tally.add([events], of: [hour: ["snapshot"]], .init()) { _ in
                Issue.record("an hour is looked into")
                return []
            }
        }
        #expect(tally.table == PairTable(all))
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func aCoverKnowsItsThingsAndDoubtsThoseBetweenNearOnes(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let kinds: [EventKind] = [.push, .issueComment, .issueClosed]
        func things(_ count: Int) -> Things {
            Things(
                (0..<count).map { id in
                    EventRecord(
                        developer: Int64.random(in: 1...3, using: &random),
                        repository: Int64.random(in: -2 ... -1, using: &random),
                        key: Bool.random(using: &random)
                            ? Int64.random(in: -2_500...2_500, using: &random)
                            : [.min, .max, Int64.random(in: .min ... .max, using: &random)].randomElement(
                                using: &random
                            ) ?? 0,
                        id: UInt64(id),
                        time: 0,
                        month: 0,
                        kind: kinds.randomElement(using: &random) ?? .push,
                        flags: []
                    )
                }
            )
        }
        let (held, asked) = (things(Int.random(in: 0...200, using: &random)), things(2_000))
        let findings = try ThingCover(held).findings(of: asked)
        for (kind, asked) in zip(EventKind.allCases, asked.byKind) {
            let held = held.byKind[Int(kind.rawValue)]
            let keys = Set(held.map(\.key)).sorted()
            let doubtful = asked.filter { thing in
                guard kind != .issueClosed else { return false }
                // A range is keys that follow one another within 64, two at least.
                let below = keys.last { $0 <= thing.key }
                let above = keys.first { $0 >= thing.key }
                guard let below, let above else { return false }
                guard below == above else { return above - below <= 64 }
                return keys.contains { $0 != below && max($0, below) - min($0, below) <= 64 }
            }
            #expect(findings.doubtful.filter { $0.kind == kind } == doubtful)
            let known = asked.filter { held.contains($0) && !doubtful.contains($0) }
            #expect(findings.known.filter { $0.kind == kind } == known)
        }
    }

    @Test
    func aDamagedCoverEndsWithoutATrapAndACutOneIsAnError() throws {
        var random = SplitMix(seed: 9)
        let things = Things(events(300, hours: 1, using: &random))
        let bytes = ThingCover(things).bytes
        #expect(throws: SegmentError.self) { try ThingCover(packed: bytes.dropLast()).findings(of: things) }
        for _ in 0..<2_000 {
            var damaged = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random)))
            for _ in 0..<3 where !damaged.isEmpty {
                damaged[Int.random(in: damaged.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            // An error or other keys; what counts is that it ends.
            _ = try? ThingCover(packed: damaged).findings(of: things)
        }
    }
}
