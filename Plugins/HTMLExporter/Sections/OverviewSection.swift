// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Movers and the growth of domains beside the table of domains.
struct OverviewSection {
    private let content: PageContent

    /// Takes the content of the page.
    init(_ content: PageContent) { self.content = content }

    /// The section.
    var markup: Markup {
        """
        <div class="pair">
        <div>\(MoversSection(content).markup)\(GrowthSection(content).markup)</div>
        \(DomainsSection(content).markup)</div>

        """
    }
}
