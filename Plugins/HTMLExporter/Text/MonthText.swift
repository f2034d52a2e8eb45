// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Writes months and spans of months in English.
enum MonthText {
    private static let names = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// A month, such as *March 2025*.
    static func name(_ month: Month) -> String {
        let index = month.month - 1
        return names.indices.contains(index) ? "\(names[index]) \(month.year)" : "\(month)"
    }

    /// A span, such as *January to April 2025*.
    static func name(_ span: MonthSpan) -> String {
        if span.first == span.last { return name(span.first) }
        let index = span.first.month - 1
        guard span.first.year == span.last.year, names.indices.contains(index) else {
            return "\(name(span.first)) to \(name(span.last))"
        }
        return "\(names[index]) to \(name(span.last))"
    }

    /// Months as a list in which neighbours are a span, such as *January to March 2025 and May 2025*.
    static func list(_ months: [Month]) -> String {
        var spans: [MonthSpan] = []
        for month in months.sorted() {
            if let open = spans.last, open.last.distance(to: month) == 1,
                let longer = MonthSpan(first: open.first, last: month)
            {
                spans[spans.count - 1] = longer
            } else {
                spans.append(MonthSpan(month))
            }
        }
        return sequence(spans.map(name))
    }

    /// Words as a list, such as *a, b and c*.
    static func sequence(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }
}
