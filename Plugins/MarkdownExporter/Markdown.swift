// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Pieces of Markdown as GitHub reads it.
enum Markdown {
    /// Text that somebody else wrote, on one line and without any meaning to Markdown or HTML.
    static func escaped(_ text: String) -> String {
        var result = ""
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "#", "|", "~", "!", "$", "@":
                result += "\\\(scalar)"
            // A colon before a slash and the point after `www` would begin a link.
            case ":" where scalars.dropFirst(index + 1).first == "/": result += "\\:"
            case "." where result.lowercased().hasSuffix("www"): result += "\\."
            // These mean something at the start of a line alone, the point after a number there.
            case "-", "+", "=", ".":
                let isAtStart = result.unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
                result += isAtStart ? "\\\(scalar)" : "\(scalar)"
            // Line ends of every kind, and characters that change how others are shown.
            case _ where scalar.properties.generalCategory == .control, "\u{2028}", "\u{2029}": result += " "
            case "\u{202a}"..."\u{202e}", "\u{2066}"..."\u{2069}": continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return trimmed(result)
    }

    /// A project's name, linked to its repository where that has a proper name.
    static func link(_ project: Project) -> String {
        let title = escaped(project.title)
        guard RepositoryReference.isName(project.repository) else { return title }
        let text = title.isEmpty ? escaped(project.repository) : title
        return "[\(text)](https://github.com/\(project.repository))"
    }

    /// A table whose columns of numbers are aligned to the right, nothing when there is no row.
    static func table(_ columns: [(name: String, isNumber: Bool)], _ rows: [[String]]) -> [String] {
        guard !rows.isEmpty else { return [] }
        func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        return [line(columns.map(\.name)), line(columns.map { $0.isNumber ? "---:" : "---" })] + rows.map(line)
    }

    /// A score.
    static func figure(_ value: Double) -> String { value.isFinite ? value.fixed(decimals: 1) : "unknown" }

    /// A difference with its sign.
    static func signed(_ value: Double, decimals: Int = 1) -> String {
        guard value.isFinite else { return "unknown" }
        let rounded = value.rounded(decimals: decimals)
        return (rounded > 0 ? "+" : "") + rounded.fixed(decimals: decimals)
    }

    /// A change such as `+358.5 (+139 %)`; `new` in place of the percentage when there was nothing before.
    static func change(_ change: YearOverYear?) -> String {
        guard let change else { return "unknown" }
        if let percent = change.percent { return "\(signed(change.absolute)) (\(signed(percent, decimals: 0)) %)" }
        return change.current > 0 ? "\(signed(change.absolute)) (new)" : signed(change.absolute)
    }

    private static func trimmed(_ text: String) -> String {
        let characters = text.unicodeScalars.drop { $0 == " " }
        let end = characters.lastIndex { $0 != " " }.map { characters.index(after: $0) } ?? characters.startIndex
        return String(characters[..<end])
    }
}
