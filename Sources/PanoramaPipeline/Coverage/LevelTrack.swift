// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Follows a series of levels from month to month and tells when it breaks.
///
/// A month is held against the sound months before it, so that a loss that lasts is measured by what was there before it
/// began; a month that fell stays no reference for those after it until the level is back. Where there are too few
/// months before, those after are taken as well; but not for a type of which there was no event yet: it may not have
/// existed.
struct LevelTrack {
    let series: HourLevels.Series
    private var sound: [(month: Month, levels: HourLevels)] = []
    private var isLow = false
    /// Whether there was an event of the type so far.
    private var hasBegun = false
    /// Whether there was a month that could have had some.
    private var hasMonths = false

    init(_ series: HourLevels.Series) { self.series = series }

    /// Judges a month and goes on to it.
    ///
    /// - Parameters:
    ///   - month: the month.
    ///   - following: months after it that may serve as a reference, in order.
    ///   - isReference: whether the month may be a reference for later ones if it is sound.
    /// - Returns: the comparison when the month is too low.
    mutating func advance(to month: MonthHours, following: [MonthHours], isReference: Bool) -> HourLevels.Comparison? {
        defer { note(month) }
        guard month.levels.isComparable else { return nil }
        let found = comparison(of: month, following: following)
        isLow = found.map { isTooLow($0, month) } ?? false
        if isLow { return found }
        if isReference { sound.append((month.month, month.levels)) }
        return nil
    }

    /// What is usual around a month, where enough events are to be expected in it to tell.
    ///
    /// - Returns: the comparison; `nil` when there is too little to compare.
    func usual(around month: MonthHours, following: [MonthHours]) -> HourLevels.Comparison? {
        comparison(of: month, following: following).flatMap { isEnough($0, month) ? $0 : nil }
    }

    private func comparison(of month: MonthHours, following: [MonthHours]) -> HourLevels.Comparison? {
        guard month.levels.isComparable else { return nil }
        var comparisons = self.comparisons(month.month, month.levels, reach: CoverageRules.reach)
        if comparisons.count < CoverageRules.enoughBefore, isThere(from: month) {
            comparisons += following.prefix { month.month.distance(to: $0.month) <= CoverageRules.nearReach }
                .compactMap { month.levels.compared(to: $0.levels, series) }.prefix(CoverageRules.neighbours)
        }
        // Of two in the middle the one that speaks for the month.
        return Self.median(comparisons, takesHigherShare: true)
    }

    /// Whether what is followed existed before a month or, in the first of all, from its first hours on.
    private func isThere(from month: MonthHours) -> Bool {
        guard case .type(let type) = series, !hasBegun else { return true }
        return !hasMonths && month.present.prefix(CoverageRules.comparedHours).contains { $0.counts[type] > 0 }
    }

    /// Keeps what tells whether a type existed.
    private mutating func note(_ month: MonthHours) {
        if case .type(let type) = series, month.counts[type] > 0 { hasBegun = true }
        if month.levels.isComparable { hasMonths = true }
    }

    /// Whether the months before show that a month, or part of it, holds what is usual in spite of a known loss.
    ///
    /// - Returns: the comparison; `nil` when there is too little to compare with.
    func check(_ month: Month, _ levels: HourLevels) -> HourLevels.Comparison? {
        let comparisons = comparisons(month, levels, reach: CoverageRules.nearReach)
        guard comparisons.count >= CoverageRules.enoughBefore else { return nil }
        // Of two in the middle the one that speaks against it.
        return Self.median(comparisons, takesHigherShare: false)
    }

    private func isTooLow(_ comparison: HourLevels.Comparison, _ month: MonthHours) -> Bool {
        guard isEnough(comparison, month) else { return false }
        let threshold = series == .total ? CoverageRules.totalShare : CoverageRules.typeShare
        return comparison.share < (isLow ? CoverageRules.recoveredShare : threshold)
    }

    /// Whether so many events are to be expected in a month that too few of them are no chance.
    private func isEnough(_ comparison: HourLevels.Comparison, _ month: MonthHours) -> Bool {
        let least = CoverageRules.expectedEvents
        return comparison.usual * Double(month.levels.hours) >= (series == .total ? least.total : least.type)
    }

    /// The comparisons with the last sound months before a month.
    private func comparisons(_ month: Month, _ levels: HourLevels, reach: Int) -> [HourLevels.Comparison] {
        var found: [HourLevels.Comparison] = []
        for reference in sound.reversed() where reference.month < month {
            if reference.month.distance(to: month) > reach || found.count == CoverageRules.neighbours { break }
            if let comparison = levels.compared(to: reference.levels, series) { found.append(comparison) }
        }
        return found
    }

    private static func median(
        _ comparisons: [HourLevels.Comparison],
        takesHigherShare: Bool
    ) -> HourLevels.Comparison? {
        guard !comparisons.isEmpty else { return nil }
        let sorted = comparisons.sorted { ($0.share, $0.usual) < ($1.share, $1.usual) }
        return sorted[takesHigherShare ? sorted.count / 2 : (sorted.count - 1) / 2]
    }
}
