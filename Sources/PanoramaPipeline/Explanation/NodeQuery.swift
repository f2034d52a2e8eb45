// SPDX-License-Identifier: Apache-2.0

/// What a person asks about: a repository by `owner/name` or number, a developer by `@login` or `@number`.
///
/// The address of a page on GitHub means its repository.
package struct NodeQuery: Hashable, Sendable {
    /// What is meant.
    package var kind: NodeKind
    /// The name or the number, as written but for its mark.
    package var text: String

    /// Reads what a person wrote; `nil` for what can be neither.
    package init?(_ text: String) {
        if text.hasPrefix("@") {
            kind = .developer
            self.text = String(text.dropFirst())
            guard !self.text.isEmpty, !self.text.contains("/") else { return nil }
        } else {
            kind = .repository
            let text = Self.repository(ofPage: text) ?? text
            self.text = text.hasPrefix("#") ? String(text.dropFirst()) : text
            let parts = text.split(separator: "/", omittingEmptySubsequences: false)
            let isName = parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
            guard isName || Int64(self.text).map({ $0 > 0 }) == true else { return nil }
        }
    }

    /// The `owner/name` in an address such as `https://github.com/owner/name/issues/7`; `nil` for what is none.
    private static func repository(ofPage text: String) -> String? {
        var rest = text[...]
        for prefix in ["https://", "http://", "www."] where rest.lowercased().hasPrefix(prefix) {
            rest = rest.dropFirst(prefix.count)
        }
        guard rest.lowercased().hasPrefix("github.com/") else { return nil }
        let path = rest.dropFirst("github.com/".count).prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
        guard path.count >= 2 else { return nil }
        let name = path[1].hasSuffix(".git") ? path[1].dropLast(4) : path[1]
        return "\(path[0])/\(name)"
    }
}
