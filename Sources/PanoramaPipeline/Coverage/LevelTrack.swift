// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Follows a series of levels from month to month and tells when it breaks.
///
/// A month is held against the sound months before it, so that a loss that lasts is measured by what was there before it
/// began; a month that fell stays no reference for those after it until the level is back. Where there are too few
/// months before, those after are taken as well.
struct LevelTrack {
    let series: HourLevels.Series
    private var sound: [(month: Month, levels: HourLevels)] = []
    private var isLow = false

    init(_ series: HourLevels.Series) { self.series = series }

    /// Judges a month and goes on to it.
    ///
    /// - Parameters:
    ///   - month: the month.
    ///   - following: months after it that may serve as a reference, in order.
    ///   - isReference: whether the month may be a reference for later ones if it is sound.
    /// - Returns: the comparison when the month is too low.
    mutating func advance(to month: MonthHours, following: [MonthHours], isReference: Bool) -> HourLevels.Comparison? {
        guard month.levels.isComparable else { return nil }
        var comparisons = self.comparisons(month.month, month.levels, reach: CoverageRules.reach)
        if comparisons.count < CoverageRules.enoughBefore {
            comparisons += following.prefix { month.month.distance(to: $0.month) <= CoverageRules.nearReach }
                .compactMap { month.levels.compared(to: $0.levels, series) }.prefix(CoverageRules.neighbours)
        }
        // Of two in the middle the one that speaks for the month.
        let found = Self.median(comparisons, takesHigherShare: true)
        isLow = found.map { isTooLow($0, month) } ?? false
        if isLow { return found }
        if isReference { sound.append((month.month, month.levels)) }
        return nil
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
        let expected = comparison.usual * Double(month.levels.hours)
        let isTotal = series == .total
        guard expected >= (isTotal ? CoverageRules.expectedEvents.total : CoverageRules.expectedEvents.type) else {
            return false
        }
        let threshold = isTotal ? CoverageRules.totalShare : CoverageRules.typeShare
        return comparison.share < (isLow ? CoverageRules.recoveredShare : threshold)
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
