// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// How the numbers of the page are defined.
struct MethodSection {
    private let content: PageContent

    /// Takes the content of the page.
    init(_ content: PageContent) { self.content = content }

    /// The section.
    var markup: Markup {
        let landscape = content.landscape
        let window = MonthText.name(landscape.window)
        let before = MonthText.name(landscape.window.yearEarlier)
        let source =
            landscape.scores == "published"
            ? "The monthly scores are published ones, taken as they are; vintage: \(landscape.preset)."
            : "The monthly scores are computed from the events of the public feed by the rules of preset \(landscape.preset)."
        return """
            <section id="method" aria-labelledby="method-heading">
            <h2 id="method-heading">How the numbers are defined</h2>
            <dl class="method">
            <div><dt>OpenRank</dt><dd>A measure of influence in the network of developers and repositories: who works where, weighted by \
            what they do, with part of every value kept from month to month. \(source)</dd></div>
            <div><dt>Score and rank</dt><dd>The mean of the monthly OpenRank over the window, \(window). A month in which a \
            project has no score counts as 0. Rank 1 has the highest mean.</dd></div>
            <div><dt>Change on the year</dt><dd>The mean over the window less the mean over the same months of the year before, \
            \(before). A project without a score then counts there as 0 and is called new; its change in percent is not defined. \
            Where a month of either period has no data at all, no change is given.</dd></div>
            <div><dt>Domains</dt><dd>The sum and the mean of the projects’ scores. The mean of the year before is taken over the projects \
            that had a score then.</dd></div>
            <div><dt>Last month</dt><dd>The score in the last month of the window alone: a mean over months can hide a collapse.</dd></div>
            </dl>
            </section>

            """
    }
}
