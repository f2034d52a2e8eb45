// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import HTMLExporter

@Suite struct PaletteTests {
    @Test(arguments: Palette.hues.indices)
    func textIsReadableOnEveryGround(index: Int) {
        let hue = Palette.hues[index]
        for (tones, text, solidText) in [
            (hue.light, Palette.text.light, Palette.solidText.light),
            (hue.dark, Palette.text.dark, Palette.solidText.dark),
        ] {
            #expect(Self.contrast(text, tones.tint) >= 4.5)
            #expect(Self.contrast(solidText, tones.solid) >= 4.5)
            #expect(Self.contrast(tones.ink, tones.tint) >= 4.5)
        }
    }

    @Test(arguments: [
        ("--soft", "--ground"), ("--soft", "--card"), ("--ink", "--ground"), ("--accent", "--ground"),
        ("--accent", "--card"),
        ("--rise", "--card"), ("--fall", "--card"), ("--new", "--card"), ("--rise", "--top-row"),
        ("--fall", "--top-row"),
        ("--soft", "--top-row"), ("--soft", "--faint"), ("--note-ink", "--note"), ("--rise", "--ground"),
        ("--fall", "--ground"),
    ])
    func coloursOfThePageAreReadable(text: String, ground: String) throws {
        for rule in [":root{", ":root[data-theme=dark]{"] {
            let colours = Self.colours(after: rule)
            let contrast = Self.contrast(try #require(colours[text]), try #require(colours[ground]))
            #expect(contrast >= 4.5, "\(text) on \(ground) in \(rule)")
        }
    }

    @Test func neighboursDifferInHueAndLightness() {
        let solids = Palette.hues.dropLast().map(\.light.solid)
        #expect(Set(solids).count == solids.count)
        for (left, right) in zip(solids, solids.dropFirst()) { #expect(Self.contrast(left, right) >= 1.05) }
    }

    /// The custom properties of the first rule that begins so.
    private static func colours(after rule: String) -> [String: String] {
        let sheet = StyleSheet.markup.source
        guard let body = sheet.components(after: rule)?.prefix(while: { $0 != "}" }) else { return [:] }
        let pairs = body.split(separator: ";").map { $0.split(separator: ":", maxSplits: 1) }
        return Dictionary(pairs.filter { $0.count == 2 }.map { (String($0[0]), String($0[1])) }) { first, _ in first }
    }

    /// The contrast of two colours by the Web Content Accessibility Guidelines.
    private static func contrast(_ left: String, _ right: String) -> Double {
        let (a, b) = (luminance(left), luminance(right))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    private static func luminance(_ colour: String) -> Double {
        let digits = Array(colour.dropFirst())
        let parts = [0, 2, 4].map { index in
            Double(Int(String(digits[index...index + 1]), radix: 16) ?? 0) / 255
        }
        let linear = parts.map { $0 <= 0.040_45 ? $0 / 12.92 : power(($0 + 0.055) / 1.055) }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    /// The value to the power of 2.4, by the fifth root of its twelfth power, found by bisection.
    private static func power(_ value: Double) -> Double {
        let wanted = (0..<12).reduce(1) { product, _ in product * value }
        var (low, high) = (0.0, 1.0)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if middle * middle * middle * middle * middle < wanted { low = middle } else { high = middle }
        }
        return low
    }
}

extension String {
    /// What comes after the first place of a text; `nil` when it is not there.
    fileprivate func components(after text: String) -> Substring? {
        var rest = Substring(self)
        while !rest.isEmpty {
            if rest.hasPrefix(text) { return rest.dropFirst(text.count) }
            rest.removeFirst()
        }
        return nil
    }
}
