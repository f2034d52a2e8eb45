// SPDX-License-Identifier: Apache-2.0

/// What a person asks about: a repository by `owner/name` or number, a developer by `@login` or `@number`.
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
            self.text = text.hasPrefix("#") ? String(text.dropFirst()) : text
            let parts = text.split(separator: "/", omittingEmptySubsequences: false)
            let isName = parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
            guard isName || Int64(self.text).map({ $0 > 0 }) == true else { return nil }
        }
    }
}
