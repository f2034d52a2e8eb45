// SPDX-License-Identifier: Apache-2.0

import PanoramaWatch
import Testing

@Suite
struct SettleTrackerTests {
    private static let second: Int64 = 1_000_000_000
    /// The wall clock at the first look, seconds since 1970.
    private static let wall: Int64 = 1_700_000_000

    private let start = ContinuousClock.now
    private var tracker = SettleTracker(settle: .seconds(2))

    /// A file modified a number of seconds after the first look.
    private func file(
        _ path: String,
        size: Int64 = 1,
        modified: Int64 = 0,
        changed: Int64 = 0,
        inode: UInt64 = 1
    ) -> InboxFile {
        InboxFile(
            path: path,
            size: size,
            modified: (Self.wall + modified) * Self.second,
            changed: (Self.wall + changed) * Self.second,
            device: 1,
            inode: inode
        )
    }

    private mutating func look(_ files: [InboxFile], at seconds: Double) -> SettleReport {
        tracker.observe(
            files,
            at: start + .seconds(seconds),
            wallClock: Self.wall * Self.second + Int64(seconds * Double(Self.second))
        )
    }

    @Test
    mutating func aFileSettlesOnceItHeldStillForTheSettleTime() {
        var report = look([file("a")], at: 0)
        #expect(report.settled.isEmpty && report.settling == 1)
        #expect(report.lookAgain == start + .seconds(2))
        report = look([file("a")], at: 1.9)
        #expect(report.settled.isEmpty)
        #expect(report.lookAgain == start + .seconds(2))
        report = look([file("a")], at: 2)
        #expect(report.newlySettled.map(\.path) == ["a"])
        #expect(report.settling == 0 && report.lookAgain == nil)
    }

    @Test
    mutating func aSettledFileIsNewOnceAndSettledEveryTime() {
        _ = look([file("a")], at: 0)
        _ = look([file("a")], at: 2)
        let report = look([file("a")], at: 3)
        #expect(report.settled.map(\.path) == ["a"])
        #expect(report.newlySettled.isEmpty)
    }

    @Test(arguments: [(size: 2, modified: 0, changed: 0, inode: 1), (1, 1, 0, 1), (1, 0, 1, 1), (1, 0, 0, 2)])
    mutating func anyChangeStartsTheTimeAnew(_ change: (size: Int, modified: Int, changed: Int, inode: Int)) {
        let changed = file(
            "a",
            size: Int64(change.size),
            modified: Int64(change.modified),
            changed: Int64(change.changed),
            inode: UInt64(change.inode)
        )
        _ = look([file("a")], at: 0)
        var report = look([changed], at: 1.5)
        #expect(report.lookAgain == start + .seconds(3.5))
        report = look([changed], at: 3.4)
        #expect(report.settled.isEmpty)
        report = look([changed], at: 3.5)
        #expect(report.newlySettled == [changed])
    }

    @Test
    mutating func aSettledFileThatChangesIsSettlingAgain() {
        _ = look([file("a")], at: 0)
        _ = look([file("a")], at: 2)
        var report = look([file("a", size: 2, modified: 3)], at: 3)
        #expect(report.settled.isEmpty && report.settling == 1)
        report = look([file("a", size: 2, modified: 3)], at: 5)
        #expect(report.newlySettled.map(\.size) == [2])
    }

    @Test(arguments: [(-10, true), (-2, true), (-1, false), (0, false), (3_600, false)])
    mutating func aFileOldAtFirstSightIsReadyAtOnceAndOneOfTheFutureIsNot(_ modified: Int64, _ isReady: Bool) {
        let report = look([file("a", modified: modified)], at: 0)
        #expect(report.newlySettled.isEmpty != isReady)
        #expect((report.lookAgain == nil) == isReady)
    }

    @Test
    mutating func anOldDateGivenToAKnownFileDoesNotMakeItReady() {
        _ = look([file("a")], at: 0)
        let report = look([file("a", size: 2, modified: -1_000)], at: 1)
        #expect(report.settled.isEmpty)
    }

    @Test
    mutating func timesAtTheEdgesOfTheirRangeDoNotTrap() {
        let past = InboxFile(path: "past", size: 1, modified: .min, changed: .min, device: 1, inode: 1)
        let future = InboxFile(path: "z", size: 1, modified: .max, changed: .max, device: 1, inode: 2)
        let report = tracker.observe([past, future], at: start, wallClock: Self.wall * Self.second)
        #expect(report.settled.map(\.path) == ["past"])
        let later = tracker.observe([future], at: start, wallClock: .min)
        #expect(later.settled.isEmpty)
    }

    @Test
    mutating func eachFileHasItsOwnTimeAndTheFirstToSettleSaysWhenToLook() {
        _ = look([file("b")], at: 0)
        var report = look([file("a", modified: 1), file("b"), file("c", modified: 1)], at: 1)
        #expect(report.settling == 3)
        #expect(report.lookAgain == start + .seconds(2))
        report = look([file("a", modified: 1), file("b"), file("c", modified: 1)], at: 2)
        #expect(report.newlySettled.map(\.path) == ["b"])
        #expect(report.lookAgain == start + .seconds(3))
        report = look([file("a", modified: 1), file("c", modified: 1)], at: 3)
        #expect(report.settled.map(\.path) == ["a", "c"])
    }

    @Test
    mutating func aFileThatWentAndCameBackStartsAnew() {
        _ = look([file("a")], at: 0)
        _ = look([], at: 1)
        let report = look([file("a", modified: 1)], at: 2)
        #expect(report.settling == 1)
        #expect(report.lookAgain == start + .seconds(4))
    }

    @Test
    mutating func equivalentNamesOfDifferentBytesAreDifferentFiles() {
        let composed = "caf\u{E9}"
        let decomposed = "cafe\u{301}"
        _ = look([file(decomposed, inode: 1), file(composed, inode: 2)], at: 0)
        let report = look([file(decomposed, inode: 1), file(composed, inode: 2)], at: 2)
        #expect(report.newlySettled.count == 2)
    }

    @Test
    mutating func withoutASettleTimeEverythingIsReadyAtOnce() {
        tracker = SettleTracker(settle: .zero)
        let report = look([file("a"), file("b", modified: 100)], at: 0)
        #expect(report.newlySettled.map(\.path) == ["a", "b"])
        #expect(report.lookAgain == nil)
    }
}
