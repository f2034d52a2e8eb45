// SPDX-License-Identifier: Apache-2.0

/// Draws a line of text.
struct TextDrawing {
    /// Where the line is held.
    enum Anchor: String {
        /// At its left end.
        case start
        /// At its right end.
        case end
    }

    /// The class of the style sheet.
    var style: Markup
    /// The font size.
    var size: Double
    /// What the text is measured by.
    var metrics = TextMetrics.regular
    /// Where the line is held.
    var anchor = Anchor.start

    /// A line at a place; its width is forced where the widths of its characters are only guessed.
    func draw(_ text: String, x: Double, y: Double) -> Markup {
        var more: Markup = ""
        if anchor == .end { more += " text-anchor=\"end\"" }
        if !TextMetrics.isMeasured(text) {
            more += " textLength=\"\(metrics.width(text, size: size))\" lengthAdjust=\"spacingAndGlyphs\""
        }
        return "<text class=\"\(style)\" x=\"\(x)\" y=\"\(y)\" font-size=\"\(size)\"\(more)>\(text)</text>"
    }

    /// A name from outside as drawings show it: cleaned, and no longer than any drawing could show.
    static func label(_ name: String) -> String { String(HTMLText.clean(name).prefix(200)) }
}
