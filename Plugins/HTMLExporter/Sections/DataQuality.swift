// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// The marks of the months that the page's numbers rest on, in words.
struct DataQuality: Hashable, Sendable {
    /// A sentence for each mark and period; none when all months are complete.
    let sentences: [String]

    /// Reads the marks of the window and of the same months of the year before.
    init(_ history: LandscapeHistory) {
        let periods = [
            ("In the window", history.window),
            ("In the year before, which changes are measured against", history.window.yearEarlier),
        ]
        sentences = periods.flatMap { name, span in
            let marked: [String] = MonthMark.allCases.compactMap { mark in
                let months = history.months.filter { span.months.contains($0.month) && $0.marks.contains(mark) }
                guard !months.isEmpty else { return nil }
                let list = MonthText.list(months.map(\.month))
                return "\(name), \(list) \(months.count == 1 ? "is" : "are") \(Self.meaning(mark))."
            }
            return marked + Self.reasons(history.months.filter { span.months.contains($0.month) })
        }
    }

    /// Why months bear their marks of coverage, a sentence or some a month.
    private static func reasons(_ months: [MonthStatus]) -> [String] {
        months.filter { !$0.reasons.isEmpty && $0.state != .missing }
            .map { "\(MonthText.name($0.month)): \($0.reasons.joined(separator: " "))" }
    }

    /// What a mark means to a reader.
    static func meaning(_ mark: MonthMark) -> String {
        switch mark {
        case .missing: "missing: no source holds data"
        case .warmUp:
            "warm-up: fewer than 24 months of data come before, so scores are lower than in the long run"
        case .provisional: "provisional: part of the data is missing, so scores may still change"
        case .tainted: "tainted: part of the events is lost for good, so scores may be too low"
        }
    }
}
