// SPDX-License-Identifier: Apache-2.0

/// Measures and shortens the labels of drawings.
struct TextMetrics: Sendable {
    /// The widths it measures by.
    let widths: GlyphWidths

    /// Text of normal weight.
    static let regular = TextMetrics(widths: .regular)
    /// Bold text.
    static let bold = TextMetrics(widths: .bold)

    /// The width of a text in a font size.
    ///
    /// - Complexity: O(length of the text).
    func width(_ text: String, size: Double) -> Double {
        Double(text.unicodeScalars.reduce(0) { $0 + widths.width(of: $1) }) * size / 1_000
    }

    /// A text, shortened with … where it is wider than allowed.
    ///
    /// - Complexity: O(length of the result).
    func shortened(_ text: String, to limit: Double, size: Double) -> String {
        let allowed = limit * 1_000 / size
        let ellipsis = Double(widths.width(of: "…"))
        var used = 0.0
        var kept = ""
        var keptWithEllipsis = ""
        for character in text {
            used += Double(character.unicodeScalars.reduce(0) { $0 + widths.width(of: $1) })
            if used > allowed { return keptWithEllipsis.isEmpty ? "" : Self.trimmed(keptWithEllipsis) + "…" }
            kept.append(character)
            if used + ellipsis <= allowed { keptWithEllipsis = kept }
        }
        return kept
    }

    /// A text on at most so many lines, broken at spaces and after hyphens, slashes and underscores; `nil` when it does not fit.
    func wrapped(_ text: String, to limit: Double, size: Double, lines: Int) -> [String]? {
        var result: [String] = []
        var line = ""
        for part in Self.parts(text) {
            if width(Self.trimmed(line + part), size: size) <= limit {
                line += part
            } else {
                guard !line.isEmpty, width(Self.trimmed(part), size: size) <= limit else { return nil }
                result.append(Self.trimmed(line))
                line = part
                if result.count >= lines { return nil }
            }
        }
        result.append(Self.trimmed(line))
        return result.count <= lines ? result : nil
    }

    /// The least width at which a text fits on so many lines.
    func neededWidth(_ text: String, size: Double, lines: Int) -> Double {
        let parts = Self.parts(text)
        var best = width(text, size: size)
        guard lines > 1, parts.count > 1, parts.count <= 12 else { return best }
        for cut in 1..<parts.count {
            let head = width(Self.trimmed(parts[..<cut].joined()), size: size)
            let tail = neededWidth(parts[cut...].joined(), size: size, lines: lines - 1)
            best = min(best, max(head, tail))
        }
        return best
    }

    /// Whether every character's width is known, so that a drawing need not force it.
    static func isMeasured(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(GlyphWidths.isMeasured) }

    /// The parts between which a text may be broken; a part keeps the space, hyphen, slash or underscore that ends it.
    private static func parts(_ text: String) -> [String] {
        var parts: [String] = []
        var part = ""
        for character in text {
            part.append(character)
            if " -/_".contains(character), part.count > 2 {
                parts.append(part)
                part = ""
            }
        }
        if !part.isEmpty { parts.append(part) }
        return parts
    }

    private static func trimmed(_ text: String) -> String {
        var text = Substring(text)
        while text.last == " " { text.removeLast() }
        while text.first == " " { text.removeFirst() }
        return String(text)
    }
}
