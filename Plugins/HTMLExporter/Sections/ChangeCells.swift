// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Writes a change as two cells of a table: the difference and the difference in percent.
enum ChangeCells {
    /// The cells, with the values that the table is sorted by.
    static func markup(_ change: YearOverYear?) -> Markup {
        guard let change, change.absolute.isFinite else {
            return "<td class=\"n\" title=\"No data of the year before\">–</td><td class=\"n\">–</td>"
        }
        let movement = Movement(change)
        let shown = (change.percent ?? change.absolute).rounded(decimals: 1)
        let sign: Markup = shown > 0 ? "up" : shown < 0 ? "down" : "even"
        let absolute = FigureText.change(change.absolute)
        return """
            <td class="n \(sign)" data-v="\(exact: change.absolute)">\(absolute)</td>\(percent(change, movement, sign, shown))
            """
    }

    private static func percent(_ change: YearOverYear, _ movement: Movement, _ sign: Markup, _ shown: Double) -> Markup
    {
        if let value = change.percent {
            let text = FigureText.percent(value)
            return "<td class=\"n \(sign)\" data-v=\"\(exact: value)\">\(arrow(shown))\(text)</td>"
        }
        return movement == .new ? "<td class=\"n new\">\(MarkDrawing.inline(.new))new</td>" : "<td class=\"n\">–</td>"
    }

    private static func arrow(_ change: Double) -> Markup {
        if change > 0 { return MarkDrawing.inline(.rise) }
        return change < 0 ? MarkDrawing.inline(.fall) : ""
    }
}
