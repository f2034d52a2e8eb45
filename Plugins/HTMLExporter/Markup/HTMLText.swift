// SPDX-License-Identifier: Apache-2.0

/// Makes text from outside harmless: the one place of the page where that happens.
enum HTMLText {
    /// Text as it may stand between tags and inside a quoted attribute, in HTML and in SVG.
    ///
    /// - Complexity: O(length of the text).
    static func escape(_ text: String) -> String {
        var result = ""
        for scalar in clean(text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "`": result += "&#96;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Text without what has no picture or disturbs its surroundings.
    ///
    /// Line breaks and other control characters become spaces, embeddings and overrides of the writing direction and
    /// noncharacters are left out, and of marks piled on one character only the first three are kept.
    ///
    /// - Complexity: O(length of the text).
    static func clean(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var piled = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x20..<0x7f:
                piled = 0
                result.append(scalar)
            case 0..<0x20, 0x7f..<0xa0, 0x2028, 0x2029:
                piled = 0
                result.append(" ")
            case 0x202a...0x202e, 0x2066...0x2069, 0xfeff, 0xfff9...0xfffc, 0xe0000...0xe0fff: continue
            case let value where value & 0xfffe == 0xfffe || (0xfdd0...0xfdef).contains(value): continue
            default:
                piled = isMark(scalar) ? piled + 1 : 0
                if piled <= 3 { result.append(scalar) }
            }
        }
        return String(result)
    }

    /// Whether a scalar is drawn over the one before it.
    static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: true
        default: false
        }
    }
}
