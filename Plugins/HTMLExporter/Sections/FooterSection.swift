// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Who made the page, and which edition it is.
struct FooterSection {
    private let content: PageContent

    /// Takes the content of the page.
    init(_ content: PageContent) { self.content = content }

    /// The section.
    var markup: Markup {
        "<footer><p>Made by Panorama, edition \(content.landscape.edition) of landscape \(content.landscape.id).</p></footer>"
    }
}
