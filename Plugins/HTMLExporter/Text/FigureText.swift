// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Writes scores and changes for people.
enum FigureText {
    /// Stands where there is no number.
    static let none = "–"

    /// A score with one decimal, or two where it is below 1, or 0; thousands are set apart by commas.
    static func score(_ value: Double) -> String {
        guard value.isFinite else { return none }
        if value == 0 { return "0" }
        return grouped(value.fixed(decimals: value.magnitude < 1 ? 2 : 1))
    }

    /// A score as it fits a tile: a whole number from 10 on.
    static func short(_ value: Double) -> String {
        guard value.isFinite else { return none }
        return value.magnitude >= 10 ? grouped(value.fixed(decimals: 0)) : score(value)
    }

    /// A change with its sign.
    static func change(_ value: Double) -> String {
        guard value.isFinite else { return none }
        return signed(value, score(value.magnitude))
    }

    /// A change in percent with its sign, such as *+139 %*; without decimals from 10 on.
    static func percent(_ value: Double) -> String {
        guard value.isFinite else { return none }
        let decimals = value.magnitude >= 9.95 ? 0 : 1
        return signed(value.rounded(decimals: decimals), grouped(value.magnitude.fixed(decimals: decimals))) + "\u{a0}%"
    }

    /// A number of things, such as *1 project* and *2 projects*.
    static func count(_ number: Int, _ noun: String) -> String {
        "\(grouped(String(number))) \(noun)\(number == 1 ? "" : "s")"
    }

    /// Digits before the decimal point in groups of three.
    static func grouped(_ text: String) -> String {
        let digits = text.prefix { $0 != "." }
        let start = digits.hasPrefix("-") ? 1 : 0
        var result = ""
        for (index, digit) in digits.enumerated() {
            let left = digits.count - index
            if index > start, left % 3 == 0 { result.append(",") }
            result.append(digit)
        }
        return result + text.dropFirst(digits.count)
    }

    private static func signed(_ value: Double, _ magnitude: String) -> String {
        if value > 0 { return "+" + magnitude }
        return value < 0 ? "−" + magnitude : magnitude
    }
}
