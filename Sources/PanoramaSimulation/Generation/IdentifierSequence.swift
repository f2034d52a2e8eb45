// SPDX-License-Identifier: Apache-2.0

/// Numbers that rise with time and do not depend on which hours are written: each hour has a stretch of its own.
struct IdentifierSequence {
    /// The hour of 2020-01-01T00:00Z, counted from 1970.
    static let start: Int64 = 438_288
    /// The hour of 2025-10-07T00:00Z, when payloads were trimmed and the numbers of events began anew.
    static let trim: Int64 = 488_832

    private let base: Int64
    private let stretch: Int64
    private let lag: Int64
    private let restarts: Bool
    private var current: Int64 = 0
    private var step = 1

    /// Makes a sequence that stands at a number on 2020-01-01, or on the day of the trim when it restarts, and goes on
    /// by a stretch an hour; with a lag it repeats the numbers that one without had that many hours before.
    init(base: Int64, stretch: Int64, lag: Int64 = 0, restarts: Bool = false) {
        self.base = base
        self.stretch = stretch
        self.lag = lag
        self.restarts = restarts
    }

    /// Starts an hour in which at most so many numbers are taken.
    mutating func begin(hour: Int64, atMost count: Int) {
        let hours = hour / 3_600
        let gone = restarts && hours >= Self.trim ? hours - Self.trim : hours - Self.start
        current = base + (gone - lag) * stretch
        step = max(1, min(13, 2 * Int(stretch) / (count + 1) - 1))
    }

    /// The next number.
    mutating func next(_ random: inout RandomSource) -> Int64 {
        current += 1 + Int64(random.below(step))
        return current
    }
}
