// SPDX-License-Identifier: Apache-2.0

/// Draws the marks of rises and falls: told apart by shape, not by colour alone.
enum MarkDrawing {
    /// A mark in a square of a drawing; nothing for what did not move.
    static func draw(_ movement: Movement, in rect: MapRect) -> Markup {
        let middle = rect.x + rect.width / 2
        switch movement {
        case .rise:
            return path("rise", "M\(rect.x) \(rect.bottom)L\(middle) \(rect.y)L\(rect.right) \(rect.bottom)Z")
        case .fall:
            return path("fall", "M\(rect.x) \(rect.y)L\(rect.right) \(rect.y)L\(middle) \(rect.bottom)Z")
        case .new:
            let radius = rect.width * 0.45
            return "<circle class=\"mark new\" cx=\"\(middle)\" cy=\"\(rect.y + rect.height / 2)\" r=\"\(radius)\"/>"
        case .steady: return ""
        }
    }

    /// A mark as a small drawing in running text.
    static func inline(_ movement: Movement) -> Markup {
        if movement == .steady { return "" }
        let drawing = draw(movement, in: MapRect(x: 1, y: 1.5, width: 8, height: 7))
        return """
            <svg class="inline-mark" viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">\(drawing)</svg>
            """
    }

    private static func path(_ style: Markup, _ lines: Markup) -> Markup {
        "<path class=\"mark \(style)\" d=\"\(lines)\"/>"
    }
}
