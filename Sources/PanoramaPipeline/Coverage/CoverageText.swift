// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// The reasons of a verdict, in English.
enum CoverageText {
    static let missing = "No source holds data of the month."
    static let counted = "Counted elsewhere; hours are not known."
    static let countedBeside =
        "Further counts of the month were made elsewhere; whether they make it whole is not known."

    static func countedInOutage(_ outages: [KnownOutage]) -> String {
        "Whether the counts rest on the public archive, which lacks events of \(spans(outages.map(\.span))), is not known."
    }

    static func gap(_ hours: [Int64], _ sources: [String]) -> String {
        let runs = HourSpan.runs(of: hours)
        let verb = hours.count == 1 ? "hour is" : "hours are"
        return "\(hours.count) \(verb) missing for good, since the public archive does not have them: "
            + "\(named(runs)) (\(sequence(unique(sources))))."
    }

    static func awaited(_ hours: [Int64], _ month: MonthHours) -> String {
        "\(month.present.count) of \(month.month.hours) hours are there; missing \(named(HourSpan.runs(of: hours)))."
    }

    static func thin(_ count: Int, _ comparison: HourLevels.Comparison) -> String {
        "\(count) \(count == 1 ? "hour holds" : "hours hold") under 5 % of the \(figure(comparison.usual)) events usual in the "
            + "months around: they are of a few repositories, or stragglers."
    }

    static func pushOnly(_ counts: EventTypeCounts) -> String {
        let percent = Double(counts[.push]) / Double(max(counts.total, 1)) * 100
        // Never rounded up to a whole that it is not.
        let text = counts[.push] == counts.total ? "100" : min(percent, 99.9).fixed(decimals: 1)
        return "\(text) % of the events are pushes; events of collaboration are all but gone."
    }

    static func loss(_ outage: KnownOutage, _ share: Double, _ comparison: HourLevels.Comparison?) -> String {
        let fact =
            "The public feed lost about \(percent(share)) of its events from \(HourSpan.text(outage.hours.first)) on "
            + "(\(outage.source))"
        guard let comparison else {
            return
                "\(fact); there are too few hours, here or in the months before, to tell whether this feed was spared."
        }
        return
            "\(fact); the hours here hold \(figure(comparison.own)) events each, \(percent(comparison.share)) of the "
            + "\(figure(comparison.usual)) of the months before."
    }

    static func fall(of comparison: HourLevels.Comparison) -> String {
        "There are \(figure(comparison.own)) events an hour, \(percent(comparison.share)) of the "
            + "\(figure(comparison.usual)) in the months around."
    }

    static func fall(of types: [(EventType, HourLevels.Comparison)]) -> String {
        let parts = types.map { type, comparison in
            "\(type.name) \(figure(comparison.own)) an hour instead of \(figure(comparison.usual)) "
                + "(\(percent(comparison.share)))"
        }
        return "There are far fewer events of some types than in the months around: \(parts.joined(separator: ", "))."
    }

    // MARK: - Parts of sentences

    /// The longest spans in order of time, and how many more there are.
    private static func named(_ runs: [HourSpan]) -> String {
        let longest = runs.sorted { ($1.count, $0.first) < ($0.count, $1.first) }.prefix(CoverageRules.namedSpans)
        let names = longest.sorted { $0.first < $1.first }.map(\.description)
        let rest = runs.count - names.count
        return names.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }

    private static func spans(_ names: [String]) -> String { sequence(names) }

    private static func unique(_ names: [String]) -> [String] {
        names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private static func sequence(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }

    private static func percent(_ share: Double) -> String { "\((share * 100).fixed(decimals: 0)) %" }

    /// A number of events, in groups of three digits; small ones with a decimal.
    private static func figure(_ value: Double) -> String {
        guard value >= 10 else { return value == 0 ? "0" : value.fixed(decimals: 1) }
        var digits = value.fixed(decimals: 0)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return ([digits] + groups).joined(separator: ",")
    }
}
