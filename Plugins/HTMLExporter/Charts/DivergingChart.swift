// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Draws rises and falls as bars to either side of an axis.
struct DivergingChart {
    /// A bar.
    struct Bar: Hashable, Sendable {
        /// Whom it is of.
        var name: String
        /// The change; its sign decides the side.
        var change: Double
        /// The change as it is written beside the bar.
        var figure: String
        /// What the bar says, as a sentence.
        var sentence: String
    }

    /// The name of the drawing in the page.
    let id: String
    /// What it shows, in words.
    let title: String

    /// The bars from top to bottom.
    let bars: [Bar]

    private static let width = 640.0
    private static let axis = 320.0
    private static let rowHeight = 27.0
    private static let size = 13.0

    /// The drawing.
    var markup: Markup {
        let greatest = bars.reduce(0) { max($0, $1.change.magnitude) }
        let widest = bars.reduce(0) { max($0, TextMetrics.regular.width($1.figure, size: 12)) }
        let reach = max(40, Self.axis - 12 - widest)
        let height = Double(bars.count) * Self.rowHeight + 30
        let rows = bars.enumerated().map { index, bar in
            row(bar, y: 28 + Double(index) * Self.rowHeight, scale: greatest > 0 ? reach / greatest : 0)
        }
        return """
            <svg class="diverging" viewBox="0 0 \(Self.width) \(height)" role="img" \
            aria-labelledby="\(id)-title \(id)-text">
            <title id="\(id)-title">\(title)</title>
            <desc id="\(id)-text">\(bars.map(\.sentence).joined(separator: " "))</desc>
            <text class="facts" x="\(Self.axis - 12)" y="14" font-size="12" text-anchor="end">◀ fell</text>
            <text class="facts" x="\(Self.axis + 12)" y="14" font-size="12">rose ▶</text>
            \(Markup(rows))<path class="axis" d="M\(Self.axis) 22V\(height)"/></svg>
            """
    }

    private func row(_ bar: Bar, y: Double, scale: Double) -> Markup {
        let rises = bar.change >= 0
        let side = rises ? 1.0 : -1.0
        let length = max(2, bar.change.magnitude * scale)
        let base = y + Self.rowHeight / 2 + 4.5
        let limit = Self.axis - 16
        let name = TextMetrics.bold.shortened(TextDrawing.label(bar.name), to: limit, size: Self.size)
        let figure = TextMetrics.regular.shortened(bar.figure, to: Self.axis - 9 - length, size: 12)
        let nameText = TextDrawing(style: "name", size: Self.size, metrics: .bold, anchor: rises ? .end : .start)
        let figureText = TextDrawing(style: "figure", size: 12, anchor: rises ? .start : .end)
        let style: Markup = rises ? "rise" : "fall"
        let x = rises ? Self.axis : Self.axis - length
        return """
            <g class="bar \(style)"><title>\(bar.sentence)</title>\
            <rect x="\(x)" y="\(y + 5)" width="\(length)" height="\(Self.rowHeight - 10)" rx="2"/>\
            \(nameText.draw(name, x: Self.axis - side * 12, y: base))\
            \(figureText.draw(figure, x: Self.axis + side * (length + 8), y: base))</g>

            """
    }
}
