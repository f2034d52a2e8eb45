// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Draws a project's monthly scores as a small line; months without data are gaps.
struct Sparkline {
    private let history: LandscapeHistory

    private static let width = 128.0
    private static let height = 30.0

    /// Draws for a history.
    init(_ history: LandscapeHistory) { self.history = history }

    /// The line of a project; nothing without months.
    func markup(_ project: Project) -> Markup {
        guard let first = history.months.first, let last = history.months.last else { return "" }
        let scores = zip(history.months, project.scores).map { status, score in
            status.marks.contains(.missing) || !score.isFinite ? nil : max(0, score)
        }
        let greatest = scores.compactMap(\.self).reduce(0, max)
        guard !scores.isEmpty else { return "" }
        let step = (Self.width - 6) / Double(max(1, scores.count - 1))
        let points = scores.enumerated().map { index, score in
            score.map { value in
                let share = greatest > 0 ? value / greatest : 0
                return (x: 3 + Double(index) * step, y: Self.height - 3 - share * (Self.height - 7))
            }
        }
        let peak = FigureText.short(greatest)
        let words = "Monthly scores from \(first.month) to \(last.month), highest \(peak)"
        return """
            <svg class="spark" viewBox="0 0 \(Self.width) \(Self.height)" width="\(Self.width)" height="\(Self.height)" \
            role="img" aria-label="\(words)">\(window(first.month, step))\(lines(points))</svg>
            """
    }

    /// The months that projects are ranked over, as a band behind the line.
    private func window(_ start: Month, _ step: Double) -> Markup {
        let span = history.window
        let from = max(0, 3 + (Double(start.distance(to: span.first)) - 0.5) * step)
        let to = min(Self.width, 3 + (Double(start.distance(to: span.last)) + 0.5) * step)
        guard to > from else { return "" }
        return "<rect class=\"window\" x=\"\(from)\" y=\"0\" width=\"\(to - from)\" height=\"\(Self.height)\"/>"
    }

    private func lines(_ points: [(x: Double, y: Double)?]) -> Markup {
        var path: Markup = ""
        var isOpen = false
        for point in points {
            guard let point else {
                isOpen = false
                continue
            }
            path += isOpen ? "L\(point.x) \(point.y)" : "M\(point.x) \(point.y)"
            isOpen = true
        }
        guard let last = points.compactMap(\.self).last else { return "" }
        return "<path class=\"line\" d=\"\(path)\"/><circle class=\"end\" cx=\"\(last.x)\" cy=\"\(last.y)\" r=\"2.4\"/>"
    }
}
