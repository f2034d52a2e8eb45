// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import Testing

@testable import HTMLExporter

@Suite struct TextTests {
    @Test(arguments: [
        ("<b>", "&lt;b&gt;"), ("a & b", "a &amp; b"), ("\"'`", "&quot;&#39;&#96;"), ("</script>", "&lt;/script&gt;"),
        ("]]>", "]]&gt;"), ("a\u{0}b\nc\td", "a b c d"), ("\u{202e}abc\u{202c}", "abc"), ("\u{feff}x", "x"),
        ("e\u{301}\u{301}\u{301}\u{301}\u{301}", "e\u{301}\u{301}\u{301}"), ("\u{85}\u{2028}", "  "), ("图🦙", "图🦙"),
        ("\u{ffff}\u{1fffe}z", "z"), ("\u{2066}rtl\u{2069}", "rtl"),
    ])
    func textFromOutsideIsEscaped(text: String, expected: String) {
        #expect(HTMLText.escape(text) == expected)
    }

    @Test func interpolatedTextIsEscapedAndPiecesAreNot() {
        let hostile = "<script>\"'"
        let piece: Markup = "<b title=\"\(hostile)\">\(hostile)</b>"
        let whole: Markup = "<p>\(piece)</p>"
        #expect(
            whole.source
                == "<p><b title=\"&lt;script&gt;&quot;&#39;\">&lt;script&gt;&quot;&#39;</b></p>"
        )
    }

    @Test(arguments: [
        (0.0, "0"), (0.05, "0.05"), (1.25, "1.3"), (927.25, "927.3"), (12_345.678, "12,345.7"), (-0.5, "-0.50"),
    ])
    func scoresAreWrittenForPeople(value: Double, expected: String) {
        #expect(FigureText.score(value) == expected)
    }

    @Test(arguments: [
        (139.3, "+139\u{a0}%"), (-63.8, "−64\u{a0}%"), (3.04, "+3.0\u{a0}%"), (9.96, "+10\u{a0}%"), (0.0, "0.0\u{a0}%"),
        (-0.01, "0.0\u{a0}%"), (123_456, "+123,456\u{a0}%"), (.infinity, "–"),
    ])
    func percentagesCarryTheirSign(value: Double, expected: String) {
        #expect(FigureText.percent(value) == expected)
    }

    @Test(arguments: [
        (0.0, "0"), (1.0, "1"), (1.5, "1.5"), (1.256, "1.26"), (-0.001, "0"), (.nan, "0"), (1_240, "1240"),
    ])
    func lengthsAreShort(value: Double, expected: String) {
        #expect(Coordinate.text(value) == expected)
    }

    @Test func monthsAreListedAsSpans() {
        let months = ["2025-01", "2025-02", "2025-03", "2025-05", "2026-01"].compactMap { Month($0) }
        #expect(MonthText.list(months) == "January to March 2025, May 2025 and January 2026")
        #expect(MonthText.list([]) == "")
    }

    @Test func wideCharactersCountDouble() {
        let metrics = TextMetrics.regular
        #expect(metrics.width("图图", size: 10) == 20)
        #expect(metrics.width("ii", size: 10) < 6)
        #expect(metrics.width("e\u{301}", size: 10) == metrics.width("e", size: 10))
    }

    @Test(arguments: [20.0, 40, 60, 90, 140])
    func shortenedTextFits(limit: Double) {
        for text in ["Machine Learning Compilation", "图灵机器人开发平台", "iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii", "a b"] {
            let short = TextMetrics.bold.shortened(text, to: limit, size: 11)
            #expect(TextMetrics.bold.width(short, size: 11) <= limit)
            #expect(short == text || short.isEmpty || short.hasSuffix("…"))
        }
    }

    @Test(arguments: [1, 2, 3])
    func theNeededWidthIsEnoughForSoManyLines(lines: Int) {
        for text in ["Text generation web UI", "LangChain-Chatchat", "one", "Machine Learning Compilation"] {
            let width = TextMetrics.regular.neededWidth(text, size: 11, lines: lines)
            let wrapped = TextMetrics.regular.wrapped(text, to: width + 1e-9, size: 11, lines: lines)
            #expect(wrapped != nil)
            #expect((wrapped ?? []).allSatisfy { TextMetrics.regular.width($0, size: 11) <= width + 1e-9 })
        }
    }
}
