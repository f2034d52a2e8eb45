// SPDX-License-Identifier: Apache-2.0

/// Writes a value as text that is the same for the same meaning, however it was written: keys sorted, no places, no comments.
enum CanonicalText {
    /// The text of a node.
    static func of(_ node: YAMLNode) -> String {
        var text = ""
        write(node, to: &text)
        return text
    }

    private static func write(_ node: YAMLNode, to text: inout String) {
        switch node.content {
        case .invalid: text += "!"
        case .scalar(let scalar):
            switch scalar.resolved {
            case .null: text += "null"
            case .boolean(let value): text += "\(value)"
            case .integer(let value?): text += "\(value)"
            case .integer(nil): text += scalar.text
            case .float(let value): text += "\(value)"
            case .text: write(scalar.text, to: &text)
            }
        case .sequence(let elements):
            text += "["
            for (index, element) in elements.enumerated() {
                if index > 0 { text += "," }
                write(element, to: &text)
            }
            text += "]"
        case .mapping(let mapping):
            text += "{"
            for (index, entry) in mapping.entries.sorted(by: { $0.key < $1.key }).enumerated() {
                if index > 0 { text += "," }
                write(entry.key, to: &text)
                text += ":"
                write(entry.value, to: &text)
            }
            text += "}"
        }
    }

    private static func write(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"", "\\": text += "\\\(scalar)"
            case _ where scalar.value < 0x20: text += "\\u{\(String(scalar.value, radix: 16))}"
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
