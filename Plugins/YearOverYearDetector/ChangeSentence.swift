// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Puts changes into English.
enum ChangeSentence {
    /// A sentence such as *vLLM rose by 358 (+139 %) to 615, from 257 in 2024-01…2024-04.*
    static func of(_ title: String, _ change: YearOverYear, base: MonthSpan) -> String {
        let decimals = decimals(change.absolute)
        func figure(_ value: Double) -> String { value == 0 ? "0" : value.fixed(decimals: decimals) }
        let verb = change.absolute < 0 ? "fell" : "rose"
        let moved = "\(title) \(verb) by \(figure(change.absolute.magnitude))"
        guard let percent = change.percent else {
            return "\(moved) to \(figure(change.current)); it was not there in \(base)."
        }
        return "\(moved) (\(signed(percent)) %) to \(figure(change.current)), from \(figure(change.base)) in \(base)."
    }

    /// A sentence on months whose events are lost in part; nothing when there are none.
    static func taint(_ months: [Month]) -> String {
        months.isEmpty
            ? "" : " Events of \(list(months)) are lost in part, so this may be the loss rather than a change."
    }

    /// Months as a list in which neighbours are a span, such as *2024-01…2024-03 and 2024-05*.
    static func list(_ months: [Month]) -> String {
        let names = MonthSpan.runs(of: months).map(\.description)
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }

    /// So many decimals that the first two digits of a small change show: whole numbers from 10 on.
    private static func decimals(_ value: Double) -> Int {
        switch value.magnitude {
        case 10...: 0
        case 1...: 1
        case 0.1...: 2
        default: 4
        }
    }

    private static func signed(_ value: Double) -> String {
        let text = value.fixed(decimals: min(2, decimals(value)))
        return value > 0 ? "+" + text : text
    }
}
