// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// The text of a tile, fitted to it: the project's name, its score, and its change where there is room.
struct TileLabel: Hashable, Sendable {
    /// A line of text.
    struct Line: Hashable, Sendable {
        /// The text.
        var text: String
        /// The font size.
        var size: Double
        /// The left end.
        var x: Double
        /// The base line.
        var y: Double
        /// The width it takes at most.
        var width: Double
    }

    /// The lines of the name; none when not even one letter fits.
    var title: [Line] = []
    /// The score.
    var value: Line?
    /// The change in percent, right of the score.
    var change: Line?
    /// Where the mark of a rise or fall stands, a square.
    var mark: MapRect?

    /// What the tile says besides the name.
    struct Content: Hashable, Sendable {
        /// The score.
        var value: String
        /// The change in percent.
        var change: String?
        /// Whether there is a mark of a rise or fall.
        var hasMark: Bool
    }

    /// The name of a project as it is written on tiles.
    static func title(_ project: Project) -> String { String(HTMLText.clean(ProjectText.title(project)).prefix(120)) }

    private static let sizes: [Double] = [24, 21, 18, 16, 15, 14, 13, 12, 11]
    /// The distance of base lines, in font sizes.
    static let leading = 1.16

    /// Fits a name and what belongs to it into a tile.
    init(title: String, content: Content, rect: MapRect, metrics: TextMetrics) {
        let padding = MapMeasures.tilePadding
        let inner = MapRect(
            x: rect.x + padding,
            y: rect.y + MapMeasures.tileMargin,
            width: rect.width - 2 * padding,
            height: rect.height - 2 * MapMeasures.tileMargin
        )
        let cap = max(MapMeasures.leastTextSize, 0.115 * rect.area.squareRoot() + 3)
        let sizes = Self.sizes.filter { $0 <= cap }
        for hasValue in [true, false] {
            for size in sizes {
                let rest = hasValue ? Self.valueSize(size) * Self.leading + 2 : 0
                let lines = min(3, Int((inner.height - rest + size * 0.16) / (size * Self.leading)))
                guard lines > 0,
                    let parts = metrics.wrapped(title, to: inner.width, size: size, lines: lines),
                    !hasValue || TextMetrics.regular.width(content.value, size: Self.valueSize(size)) <= inner.width
                else { continue }
                self.init(parts, size, content: hasValue ? content : nil, inner, metrics)
                return
            }
        }
        let size = MapMeasures.leastTextSize
        let short = metrics.shortened(title, to: inner.width, size: size)
        let hasRoom =
            inner.height >= size * Self.leading * 2 + 2
            && TextMetrics.regular.width(content.value, size: size) <= inner.width
        self.init(short.isEmpty ? [] : [short], size, content: hasRoom ? content : nil, inner, metrics)
    }

    private init(_ parts: [String], _ size: Double, content: Content?, _ inner: MapRect, _ metrics: TextMetrics) {
        let block = size * Self.leading * Double(parts.count)
        let start = content == nil ? inner.y + (inner.height - block) / 2 : inner.y
        title = parts.enumerated().map { index, part in
            Line(
                text: part,
                size: size,
                x: inner.x,
                y: start + size * (Self.leading * Double(index) + 0.93),
                width: metrics.width(part, size: size)
            )
        }
        guard let content else { return }
        let valueSize = Self.valueSize(size)
        let valueWidth = TextMetrics.regular.width(content.value, size: valueSize)
        let base = inner.bottom - valueSize * 0.22
        value = Line(text: content.value, size: valueSize, x: inner.x, y: base, width: valueWidth)
        let edge = valueSize * 0.62
        var left = inner.x + valueWidth + valueSize * 0.4
        guard content.hasMark, left + edge <= inner.right else { return }
        mark = MapRect(x: left, y: base - edge - valueSize * 0.04, width: edge, height: edge)
        left += edge + valueSize * 0.22
        guard let text = content.change else { return }
        let changeWidth = TextMetrics.regular.width(text, size: valueSize)
        if left + changeWidth <= inner.right {
            change = Line(text: text, size: valueSize, x: left, y: base, width: changeWidth)
        }
    }

    /// The font size of the score below a name of a size.
    private static func valueSize(_ size: Double) -> Double {
        max(MapMeasures.leastTextSize, (size * 0.8).rounded())
    }
}
