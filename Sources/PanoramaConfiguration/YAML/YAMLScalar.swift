// SPDX-License-Identifier: Apache-2.0

/// A single value as written.
struct YAMLScalar: Hashable, Sendable {
    /// What a plain value stands for by the core schema of YAML 1.2.
    enum Resolved: Hashable, Sendable {
        /// Nothing: an empty place, `~` or `null`.
        case null
        /// `true` or `false`; `yes`, `no`, `on` and `off` are text in YAML 1.2.
        case boolean(Bool)
        /// A whole number; `nil` when it has more than 127 bits.
        case integer(Int128?)
        /// A number with a fraction or exponent, infinity, or not a number.
        case float(Double)
        /// Text.
        case text
    }

    /// The value without quotes and escapes.
    var text: String
    /// Whether it is written without quotes and not marked as text, so that it may stand for something else than text.
    var isPlain: Bool

    /// Makes a value.
    init(_ text: String, isPlain: Bool) {
        self.text = text
        self.isPlain = isPlain
    }

    /// What it stands for.
    var resolved: Resolved { isPlain ? Self.resolve(text) : .text }

    /// What it is, in words for a message.
    var inWords: String {
        switch resolved {
        case .null: "empty"
        case .boolean, .integer, .float: text.utf8.count <= 60 ? text : quoted(text)
        case .text: quoted(text)
        }
    }

    /// No number is written with more characters than this.
    private static let longestNumber = 400

    private static func resolve(_ text: String) -> Resolved {
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .boolean(true)
        case "false", "False", "FALSE": return .boolean(false)
        case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .float(.infinity)
        case "-.inf", "-.Inf", "-.INF": return .float(-.infinity)
        case ".nan", ".NaN", ".NAN": return .float(.nan)
        default: break
        }
        guard text.utf8.count <= longestNumber else { return .text }
        return integer(text) ?? float(text) ?? .text
    }

    private static func integer(_ text: String) -> Resolved? {
        for (prefix, radix) in [("0x", 16), ("0o", 8)] where text.hasPrefix(prefix) {
            let digits = text.dropFirst(2)
            guard !digits.isEmpty, digits.utf8.allSatisfy({ isDigit($0, radix: radix) }) else { return nil }
            return .integer(Int128(digits, radix: radix))
        }
        var digits = text.utf8[...]
        if let sign = digits.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { digits.removeFirst() }
        guard !digits.isEmpty, digits.allSatisfy({ isDigit($0, radix: 10) }) else { return nil }
        return .integer(Int128(text))
    }

    private static func float(_ text: String) -> Resolved? {
        var rest = text.utf8[...]
        func isSign(_ byte: UInt8?) -> Bool { byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") }
        func digits() -> Int {
            let run = rest.prefix { isDigit($0, radix: 10) }
            rest = rest.dropFirst(run.count)
            return run.count
        }
        if isSign(rest.first) { rest = rest.dropFirst() }
        let whole = digits()
        var fraction = 0
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            fraction = digits()
        }
        guard whole + fraction > 0 else { return nil }
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest = rest.dropFirst()
            if isSign(rest.first) { rest = rest.dropFirst() }
            guard digits() > 0 else { return nil }
        }
        guard rest.isEmpty, let value = Double(text) else { return nil }
        return .float(value)
    }

    private static func isDigit(_ byte: UInt8, radix: Int) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "7"): true
        case UInt8(ascii: "8")...UInt8(ascii: "9"): radix >= 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"): radix == 16
        default: false
        }
    }
}
