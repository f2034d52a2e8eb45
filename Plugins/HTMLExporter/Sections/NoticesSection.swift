// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// What a reader must know before the numbers: the landscape's notices, and how far the months can be trusted.
struct NoticesSection {
    private let content: PageContent

    /// Takes the content of the page.
    init(_ content: PageContent) { self.content = content }

    /// The section; nothing when there is nothing to say.
    var markup: Markup {
        let notices = content.landscape.notices.filter { notice in HTMLText.clean(notice).contains { $0 != " " } }
        let quality = DataQuality(content.landscape.history).sentences
        guard !notices.isEmpty || !quality.isEmpty else { return "" }
        var body: Markup = ""
        if !notices.isEmpty { body += box("notice", "Please note", notices) }
        if !quality.isEmpty { body += box("notice quality", "Data quality", quality) }
        return "<section class=\"notices\" aria-label=\"Notices\">\n\(body)</section>\n"
    }

    private func box(_ style: Markup, _ heading: Markup, _ sentences: [String]) -> Markup {
        "<div class=\"\(style)\" role=\"note\"><h2>\(heading)</h2>\(list(sentences))</div>\n"
    }

    private func list(_ sentences: [String]) -> Markup {
        if let only = sentences.first, sentences.count == 1 { return "<p>\(only)</p>" }
        return "<ul>\(Markup(sentences.map { "<li>\($0)</li>" }))</ul>"
    }
}
