// SPDX-License-Identifier: Apache-2.0

/// What to do about libyaml's complaints, which name what it missed rather than what was done.
enum YAMLAdvice {
    /// The advice on a problem at a byte, if there is any.
    static func on(_ problem: String, at byte: UInt8?) -> String? {
        if byte == UInt8(ascii: "\t") { return "indent with spaces, not tabs" }
        return switch problem {
        case "found character that cannot start any token": "put text that begins with this character in quotes"
        case "mapping values are not allowed in this context":
            "put text that holds ': ' in quotes, or begin the key on a line of its own"
        case "found unexpected end of stream": "a quote or bracket is not closed"
        case "did not find expected key", "did not find expected '-' indicator":
            "check the indentation of this line and the quotes and brackets before it"
        case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
            "put a comma between two entries and close the bracket"
        case "could not find expected ':'": "write a colon and a space after the key"
        case "block sequence entries are not allowed in this context", "did not find expected <document start>":
            "begin it on a line of its own, indented like its neighbours"
        default: nil
        }
    }
}
