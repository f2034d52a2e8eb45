// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Judges how far the events of each month are there, from the hours of all months alone.
struct CoverageAnalysis {
    private let outages: [KnownOutage]
    private let isCounted: (Month) -> Bool

    /// Makes an analysis.
    ///
    /// - Parameters:
    ///   - outages: what is known of the feed; none for events that are not of it.
    ///   - isCounted: whether a month rests on pairs that were counted elsewhere.
    init(outages: [KnownOutage] = KnownOutages.all, isCounted: @escaping (Month) -> Bool = { _ in false }) {
        self.outages = outages
        self.isCounted = isCounted
    }

    /// The verdict on every month of a span.
    ///
    /// Months outside the span that have hours serve as references all the same.
    ///
    /// - Complexity: O(hours).
    func coverage(of span: MonthSpan, hours: [Month: [HourCounts]]) -> [MonthCoverage] {
        let months = hours.keys.filter { hours[$0]?.isEmpty == false && !isCounted($0) }.sorted()
            .map { MonthHours($0, hours[$0] ?? []) }
        let losses = losses(of: months)
        return span.months.map { month in
            if isCounted(month) { return counted(month, hours[month] ?? []) }
            guard let index = months.firstIndex(where: { $0.month == month }) else {
                return MonthCoverage(
                    month: month,
                    state: .missing,
                    hoursPresent: 0,
                    events: 0,
                    reasons: [CoverageText.missing]
                )
            }
            return verdict(months[index], losses[index])
        }
    }

    /// What was lost in each month.
    private func losses(of months: [MonthHours]) -> [[String]] {
        var total = LevelTrack(.total)
        var types = CoverageRules.types.map { LevelTrack(.type($0)) }
        return months.indices.map { index in
            let month = months[index]
            var reasons: [String] = []
            let known = knownLosses(month, total)
            reasons += known
            if month.isPushOnly { reasons.append(CoverageText.pushOnly(month.counts)) }
            let isReference = known.isEmpty && !month.isPushOnly
            let following = months[(index + 1)...].filter { later in
                !later.isPushOnly && !outages.contains { $0.isLoss && $0.touches(later.month) }
            }
            let all = total.advance(to: month, following: following, isReference: isReference)
            if let all, known.isEmpty { reasons.append(CoverageText.fall(of: all)) }
            var fallen: [(EventType, HourLevels.Comparison)] = []
            for place in types.indices {
                let track = types[place].advance(to: month, following: following, isReference: isReference)
                if let track, matters(track, in: month) { fallen.append((CoverageRules.types[place], track)) }
            }
            if !fallen.isEmpty { reasons.append(CoverageText.fall(of: fallen)) }
            return reasons
        }
    }

    /// Whether a type made up enough of all events to matter.
    private func matters(_ comparison: HourLevels.Comparison, in month: MonthHours) -> Bool {
        let perHour = Double(month.present.reduce(0) { $0 + $1.total }) / Double(max(month.present.count, 1))
        return comparison.usual >= max(perHour, 1) * CoverageRules.typeWeight
    }

    /// The known losses that a month suffered, unless its hours hold what those of the months before do.
    private func knownLosses(_ month: MonthHours, _ total: LevelTrack) -> [String] {
        outages.compactMap { outage in
            guard case .loss(let share) = outage.kind, outage.touches(month.month) else { return nil }
            let levels = month.levels(within: outage)
            guard levels.hours > 0 else { return nil }
            let comparison = total.check(month.month, levels)
            if let comparison, comparison.share >= CoverageRules.recoveredShare { return nil }
            return CoverageText.loss(outage, share, comparison)
        }
    }

    private func verdict(_ month: MonthHours, _ losses: [String]) -> MonthCoverage {
        let missing = month.missing
        let gaps = outages.filter { $0.kind == .gap && $0.touches(month.month) }
        let gone = missing.filter { hour in gaps.contains { $0.contains(hour) } }
        let awaited = missing.filter { hour in !gaps.contains { $0.contains(hour) } }
        let isGapLarge = gone.count * CoverageRules.tolerance >= month.month.hours
        let isTainted = isGapLarge || !losses.isEmpty
        var reasons = losses
        if !awaited.isEmpty { reasons.append(CoverageText.awaited(awaited, month)) }
        if !gone.isEmpty {
            let sources = gaps.filter { gap in gone.contains(where: gap.contains) }.map(\.source)
            // What decides stands first.
            reasons.insert(CoverageText.gap(gone, sources), at: isGapLarge ? 0 : reasons.endIndex)
        }
        return MonthCoverage(
            month: month.month,
            state: isTainted ? .tainted : awaited.isEmpty ? .complete : .provisional,
            hoursPresent: month.present.count,
            hoursAwaited: awaited.count,
            events: month.counts.total,
            eventsByType: month.counts,
            missing: HourSpan.runs(of: missing),
            reasons: reasons
        )
    }

    /// A month that somebody else counted: what there was to count is not known, so nothing is held against it.
    private func counted(_ month: Month, _ hours: [HourCounts]) -> MonthCoverage {
        let touching = outages.filter { $0.kind != .trim && $0.touches(month) }
        var coverage = MonthCoverage(month: month, state: .complete, reasons: [CoverageText.counted])
        if !touching.isEmpty { coverage.reasons.append(CoverageText.countedInOutage(touching)) }
        if !hours.isEmpty {
            let counts = hours.reduce(into: EventTypeCounts()) { $0 += $1.counts }
            coverage.events = counts.total
            coverage.eventsByType = counts
        }
        return coverage
    }
}

extension KnownOutage {
    /// Whether it is a loss of part of the events.
    fileprivate var isLoss: Bool {
        if case .loss = kind { return true }
        return false
    }
}
