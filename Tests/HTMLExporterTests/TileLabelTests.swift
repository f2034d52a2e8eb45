// SPDX-License-Identifier: Apache-2.0

import PanoramaTesting
import Testing

@testable import HTMLExporter

@Suite struct TileLabelTests {
    static let titles = [
        "vLLM", "PyTorch", "Text generation web UI", "Machine Learning Compilation", "LangChain-Chatchat",
        "Supercalifragilisticexpialidocious", "a b c d e f g h", "图灵机器人开发平台", "Ünïcödé nämé", "", " ",
        "W", "mmmmmmmmmmmmmmmmmmmmmmmmm", "🦙🦙🦙🦙", "e\u{301}\u{301}\u{301}\u{301}", "___/---___",
    ]

    @Test(arguments: titles, [1, 2, 3] as [UInt64])
    func textNeverLeavesItsTile(title: String, seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<40 {
            let rect = MapRect(
                x: 10 + random.fraction() * 50,
                y: 10,
                width: 40 + random.fraction() * 300,
                height: 36 + random.fraction() * 200
            )
            let content = TileLabel.Content(value: "1,234.5", change: "+1,139\u{a0}%", hasMark: true)
            let label = TileLabel(title: title, content: content, rect: rect, metrics: .bold)
            for line in label.title + [label.value, label.change].compactMap(\.self) {
                let box = MapRect(
                    x: line.x,
                    y: line.y - line.size * 0.95,
                    width: line.width,
                    height: line.size * 1.2
                )
                #expect(rect.contains(box), "\(line) in \(rect)")
                #expect(line.size >= MapMeasures.leastTextSize)
            }
            if let mark = label.mark { #expect(rect.contains(mark)) }
        }
    }

    @Test(arguments: titles)
    func linesOfATileDoNotMeet(title: String) {
        for width in stride(from: 44.0, through: 240, by: 7) {
            for height in [36.0, 44, 60, 90, 140] {
                let rect = MapRect(x: 0, y: 0, width: width, height: height)
                let content = TileLabel.Content(value: "63", change: "+39\u{a0}%", hasMark: true)
                let label = TileLabel(title: title, content: content, rect: rect, metrics: .regular)
                let lines = label.title + [label.value].compactMap(\.self)
                for (upper, lower) in zip(lines, lines.dropFirst()) {
                    #expect(lower.y - upper.y >= lower.size * 1.05)
                }
            }
        }
    }

    @Test func aNameIsWholeWhereItFits() {
        let content = TileLabel.Content(value: "615", change: "+139\u{a0}%", hasMark: true)
        let rect = MapRect(x: 0, y: 0, width: 200, height: 100)
        let label = TileLabel(title: "Text generation web UI", content: content, rect: rect, metrics: .regular)
        #expect(label.title.map(\.text).joined(separator: " ") == "Text generation web UI")
        #expect(label.value?.text == "615")
        #expect(label.change?.text == "+139\u{a0}%")
    }

    @Test func aNameThatFitsNowhereIsShortened() {
        let content = TileLabel.Content(value: "10", change: nil, hasMark: false)
        let rect = MapRect(x: 0, y: 0, width: 60, height: 40)
        let label = TileLabel(title: "Supercalifragilistic", content: content, rect: rect, metrics: .regular)
        #expect(label.title.count == 1)
        #expect(label.title.first?.text.hasSuffix("…") == true)
        #expect(label.title.first?.text.hasPrefix("Super") == true)
    }
}
