// SPDX-License-Identifier: Apache-2.0

/// Reads a page tag by tag and says what is wrong with its structure.
struct MarkupReader {
    /// A start tag.
    struct Tag {
        /// The name.
        var name: String
        /// The attributes, their values as they are written.
        var attributes: [String: String]
    }

    /// The start tags in order.
    private(set) var tags: [Tag] = []
    /// What is wrong: tags that don't match, attributes without quotes, a bare `<` or `&`.
    private(set) var problems: [String] = []

    private static let void: Set = ["meta", "link", "input", "br", "hr", "img"]

    /// Reads a page.
    init(_ page: String) {
        var open: [String] = []
        var rest = Substring(page)
        while let start = rest.firstIndex(of: "<") {
            checkText(rest[..<start])
            rest = rest[rest.index(after: start)...]
            guard let end = Self.end(of: rest) else {
                problems.append("a tag does not end: \(rest.prefix(60))")
                return
            }
            let inner = rest[..<end]
            rest = rest[rest.index(after: end)...]
            if inner.hasPrefix("!") { continue }
            if inner.hasPrefix("/") {
                let name = String(inner.dropFirst())
                let expected = open.popLast()
                if expected != name { problems.append("</\(name)> closes <\(expected ?? "nothing")>") }
                continue
            }
            let tag = read(inner)
            tags.append(tag)
            if inner.hasSuffix("/") || Self.void.contains(tag.name) { continue }
            if tag.name == "script" || tag.name == "style" {
                guard let close = rest.range(of: "</\(tag.name)>") else {
                    problems.append("<\(tag.name)> does not end")
                    return
                }
                rest = rest[close.upperBound...]
            } else {
                open.append(tag.name)
            }
        }
        checkText(rest)
        if !open.isEmpty { problems.append("not closed: \(open)") }
    }

    /// The values of an attribute, in order.
    func values(_ attribute: String) -> [String] { tags.compactMap { $0.attributes[attribute] } }

    private static func end(of text: Substring) -> Substring.Index? {
        var isQuoted = false
        for index in text.indices {
            if text[index] == "\"" { isQuoted.toggle() }
            if text[index] == ">", !isQuoted { return index }
        }
        return nil
    }

    private mutating func read(_ inner: Substring) -> Tag {
        let name = inner.prefix { $0 != " " && $0 != "/" && $0 != "\n" }
        var tag = Tag(name: String(name), attributes: [:])
        var rest = inner[name.endIndex...]
        while let first = rest.first {
            if first == " " || first == "/" || first == "\n" {
                rest.removeFirst()
                continue
            }
            let key = rest.prefix { $0 != "=" && $0 != " " && $0 != "/" }
            rest = rest[key.endIndex...]
            guard rest.first == "=" else {
                tag.attributes[String(key)] = ""
                continue
            }
            rest.removeFirst()
            guard rest.first == "\"", let close = rest.dropFirst().firstIndex(of: "\"") else {
                problems.append("the value of \(key) in <\(tag.name)> is not quoted")
                return tag
            }
            let value = rest[rest.index(after: rest.startIndex)..<close]
            checkText(value)
            if value.contains("<") { problems.append("a bare < in \(key)") }
            if tag.attributes.updateValue(String(value), forKey: String(key)) != nil {
                problems.append("\(key) stands twice in <\(tag.name)>")
            }
            rest = rest[rest.index(after: close)...]
        }
        return tag
    }

    private mutating func checkText(_ text: Substring) {
        for part in text.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
            let entity = part.prefix { $0 != ";" }
            if !["amp", "lt", "gt", "quot", "#39", "#96"].contains(entity) {
                problems.append("a bare & before \(part.prefix(20))")
            }
        }
    }
}

extension Substring {
    /// The first place of a text.
    fileprivate func range(of text: String) -> Range<Index>? {
        var start = startIndex
        while let index = self[start...].firstIndex(where: { $0 == text.first }) {
            if self[index...].hasPrefix(text) { return index..<self.index(index, offsetBy: text.count) }
            start = self.index(after: index)
        }
        return nil
    }
}
