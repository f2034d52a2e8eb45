// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

extension Reading<String> {
    /// Any text.
    static var text: Reading {
        Reading("text") { node in
            guard let scalar = node.scalar else { return .failure(Refusal()) }
            switch scalar.resolved {
            case .text: return .success(scalar.text)
            case .null: return .failure(Refusal())
            case .boolean, .integer, .float:
                return .failure(Refusal(advice: "put it in quotes: \"\(scalar.text)\""))
            }
        }
    }

    /// Text on one line, with at least one character that can be seen.
    static var line: Reading {
        Reading("text on one line") { node in
            text.convert(node).flatMap { text in
                let isBlank = text.allSatisfy(\.isWhitespace)
                let hasControl = text.unicodeScalars.contains { $0.properties.generalCategory == .control }
                guard !isBlank, !hasControl else { return .failure(Refusal(advice: "write at least one word")) }
                return .success(text)
            }
        }
    }

    /// Text without spaces, such as a login.
    static func word(_ expectation: String) -> Reading {
        Reading(expectation) { node in
            text.convert(node).flatMap { text in
                let isWord = text.unicodeScalars.allSatisfy {
                    !$0.properties.isWhitespace && $0.properties.generalCategory != .control
                }
                return isWord && !text.isEmpty ? .success(text) : .failure(Refusal())
            }
        }
    }

    /// One of some words.
    static func choice(of words: [String]) -> Reading {
        Reading(alternatives(words)) { node in
            guard let text = node.scalar?.text, words.contains(text) else {
                let nearest = Suggestion.nearest(to: node.scalar?.text ?? "", among: words)
                return .failure(Refusal(advice: nearest.map { "did you mean '\($0)'?" }))
            }
            return .success(text)
        }
    }
}

extension Reading where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    /// One of the cases by name.
    static var choice: Reading {
        let words = Reading<String>.choice(of: Value.allCases.map(\.rawValue))
        return Reading(words.expectation) { node in
            switch words.convert(node) {
            case .success(let word): Value(rawValue: word).map { .success($0) } ?? .failure(Refusal())
            case .failure(let refusal): .failure(Refusal(advice: refusal.advice))
            }
        }
    }
}

extension Reading<Bool> {
    /// True or false.
    static var flag: Reading {
        Reading("true or false") { node in
            if case .boolean(let value) = node.scalar?.resolved { return .success(value) }
            return .failure(Refusal(advice: adviceOnQuotes(node)))
        }
    }
}

extension Reading where Value: FixedWidthInteger {
    /// A whole number in a range, by default that of its type.
    static func integer(in range: ClosedRange<Value> = .min ... .max) -> Reading {
        let expectation: String
        // Nobody needs to be told the limits of 64 bits before passing them.
        let isOpen = range.upperBound == .max && Value.bitWidth >= 64
        if isOpen, range.lowerBound == .min, Value.isSigned {
            expectation = "a whole number"
        } else if isOpen {
            expectation = "a whole number of at least \(range.lowerBound)"
        } else {
            expectation = "a whole number from \(range.lowerBound) to \(range.upperBound)"
        }
        return Reading(expectation) { node in
            guard case .integer(let wide) = node.scalar?.resolved else {
                return .failure(Refusal(advice: adviceOnQuotes(node)))
            }
            guard let value = wide.flatMap(Value.init(exactly:)), range.contains(value) else {
                let isTooSmall = wide.map { $0 < Int128(clamping: range.lowerBound) } ?? false
                let limits = "write a number from \(range.lowerBound) to \(range.upperBound)"
                return .failure(Refusal(advice: isOpen && !isTooSmall ? limits : nil))
            }
            return .success(value)
        }
    }
}

extension Reading where Value: BinaryFloatingPoint & LosslessStringConvertible {
    /// Any number the type can hold; infinity and not-a-number only where they are written so.
    static var number: Reading {
        Reading("a number") { node in
            written(node).map { .success($0) } ?? .failure(Refusal(advice: adviceOnQuotes(node)))
        }
    }

    private static func written(_ node: YAMLNode) -> Value? {
        switch node.scalar?.resolved {
        case .integer(let value?): return Value(value)
        case .integer(nil): return node.scalar.flatMap { Value($0.text) }.flatMap { $0.isFinite ? $0 : nil }
        case .float(let value):
            let isWrittenSo = node.scalar?.text.lowercased().contains("n") == true
            return isWrittenSo || value.isFinite && Value(value).isFinite ? Value(value) : nil
        default: return nil
        }
    }

    /// A finite number that passes a test; the expectation says which ones do.
    static func number(_ expectation: String, where isAllowed: @escaping (Value) -> Bool) -> Reading {
        Reading(expectation) { node in
            guard case .success(let value) = number.convert(node), value.isFinite, isAllowed(value) else { return nil }
            return value
        }
    }
}

/// Advice on a number or truth value that quotes have made text of.
private func adviceOnQuotes(_ node: YAMLNode) -> String? {
    guard let scalar = node.scalar, !scalar.isPlain else { return nil }
    switch YAMLScalar(scalar.text, isPlain: true).resolved {
    case .boolean, .integer, .float: return "write it without quotes"
    case .null, .text: return nil
    }
}
