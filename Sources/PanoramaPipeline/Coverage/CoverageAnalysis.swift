// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Judges how far the events of each month are there, from the hours of all months alone.
struct CoverageAnalysis {
    private let outages: [KnownOutage]
    private let isInvented: (Month) -> Bool
    private let isCounted: (Month) -> Bool

    /// What was found out about a month that is there.
    private struct Finding {
        var month: MonthHours
        /// What was lost.
        var losses: [String] = []
        /// Why hours with events are not present, if any.
        var thin: String?
    }

    /// Makes an analysis.
    ///
    /// - Parameters:
    ///   - outages: what is known of the feed.
    ///   - isInvented: whether a month has events that are not of the feed; nothing is known of its outages.
    ///   - isCounted: whether a month has pairs that were counted elsewhere; those say nothing of its hours.
    init(
        outages: [KnownOutage] = KnownOutages.all,
        isInvented: @escaping (Month) -> Bool = { _ in false },
        isCounted: @escaping (Month) -> Bool = { _ in false }
    ) {
        self.outages = outages
        self.isInvented = isInvented
        self.isCounted = isCounted
    }

    /// The verdict on every month of a span.
    ///
    /// Months outside the span that have hours serve as references all the same; invented ones for invented ones alone.
    ///
    /// - Complexity: O(hours).
    func coverage(of span: MonthSpan, hours: [Month: [HourCounts]]) -> [MonthCoverage] {
        let months = hours.keys.filter { hours[$0]?.isEmpty == false }.sorted()
            .map { MonthHours($0, hours[$0] ?? []) }
        var found: [Month: Finding] = [:]
        for invented in [false, true] {
            for finding in findings(months.filter { isInvented($0.month) == invented }) {
                found[finding.month.month] = finding
            }
        }
        return span.months.map { month in
            if let finding = found[month] { return verdict(finding) }
            if isCounted(month) { return counted(month) }
            return MonthCoverage(
                month: month,
                state: .missing,
                hoursPresent: 0,
                events: 0,
                reasons: [CoverageText.missing]
            )
        }
    }

    /// The outages that concern a month.
    private func outages(in month: Month) -> [KnownOutage] {
        isInvented(month) ? [] : outages.filter { $0.touches(month) }
    }

    /// What is found out about each month from all of them.
    private func findings(_ months: [MonthHours]) -> [Finding] {
        var total = LevelTrack(.total)
        var types = CoverageRules.types.map { LevelTrack(.type($0)) }
        return months.indices.map { index in
            var finding = Finding(month: months[index])
            let following = months[(index + 1)...].filter { later in
                !later.isPushOnly && !outages(in: later.month).contains { $0.isLoss }
            }
            if let usual = total.usual(around: finding.month, following: following) {
                let kept = finding.month.without(hoursUnlike: usual)
                let dropped = finding.month.present.count - kept.present.count
                if dropped > 0 { finding.thin = CoverageText.thin(dropped, usual) }
                finding.month = kept
            }
            let month = finding.month
            let known = knownLosses(month, total)
            finding.losses += known
            if month.isPushOnly { finding.losses.append(CoverageText.pushOnly(month.counts)) }
            let isReference = known.isEmpty && !month.isPushOnly
            let all = total.advance(to: month, following: following, isReference: isReference)
            if let all, known.isEmpty { finding.losses.append(CoverageText.fall(of: all)) }
            var fallen: [(EventType, HourLevels.Comparison)] = []
            for place in types.indices {
                let track = types[place].advance(to: month, following: following, isReference: isReference)
                if let track, matters(track, in: month) { fallen.append((CoverageRules.types[place], track)) }
            }
            if !fallen.isEmpty { finding.losses.append(CoverageText.fall(of: fallen)) }
            return finding
        }
    }

    /// Whether a type made up enough of all events to matter.
    private func matters(_ comparison: HourLevels.Comparison, in month: MonthHours) -> Bool {
        let perHour = Double(month.present.reduce(0) { $0 + $1.total }) / Double(max(month.present.count, 1))
        return comparison.usual >= max(perHour, 1) * CoverageRules.typeWeight
    }

    /// The known losses that a month suffered, unless its hours hold what those of the months before do.
    private func knownLosses(_ month: MonthHours, _ total: LevelTrack) -> [String] {
        outages(in: month.month).compactMap { outage in
            guard case .loss(let share) = outage.kind else { return nil }
            let levels = month.levels(within: outage)
            guard levels.hours > 0 else { return nil }
            let comparison = total.check(month.month, levels)
            if let comparison, comparison.share >= CoverageRules.recoveredShare { return nil }
            return CoverageText.loss(outage, share, comparison)
        }
    }

    private func verdict(_ finding: Finding) -> MonthCoverage {
        let month = finding.month
        let missing = month.missing
        let gaps = outages(in: month.month).filter { $0.kind == .gap }
        let gone = missing.filter { hour in gaps.contains { $0.contains(hour) } }
        let awaited = missing.filter { hour in !gaps.contains { $0.contains(hour) } }
        let isGapLarge = gone.count * CoverageRules.tolerance >= month.month.hours
        let isTainted = isGapLarge || !finding.losses.isEmpty
        var reasons = finding.losses + (finding.thin.map { [$0] } ?? [])
        if !awaited.isEmpty { reasons.append(CoverageText.awaited(awaited, month)) }
        if !gone.isEmpty {
            let sources = gaps.filter { gap in gone.contains(where: gap.contains) }.map(\.source)
            // What decides stands first.
            reasons.insert(CoverageText.gap(gone, sources), at: isGapLarge ? 0 : reasons.endIndex)
        }
        // A single row that others counted must not make up for events that are not there.
        if isCounted(month.month) { reasons.append(CoverageText.countedBeside) }
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

    /// A month that somebody else counted, without events: what there was to count is not known, so nothing is held against it.
    private func counted(_ month: Month) -> MonthCoverage {
        let touching = outages(in: month).filter { $0.kind == .gap || $0.isLoss }
        var coverage = MonthCoverage(month: month, state: .complete, reasons: [CoverageText.counted])
        if !touching.isEmpty { coverage.reasons.append(CoverageText.countedInOutage(touching)) }
        return coverage
    }
}
