// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// The ranking of all projects as a table that can be searched and sorted.
struct RankingSection {
    private let content: PageContent
    private let sparkline: Sparkline
    private let greatest: Double

    /// Takes the content of the page.
    init(_ content: PageContent) {
        self.content = content
        sparkline = Sparkline(content.landscape.history)
        greatest = content.projects.reduce(0) { max($0, TileScale.sane($1.openrank)) }
    }

    /// The section.
    var markup: Markup {
        let count = FigureText.count(content.projects.count, "project")
        return """
            <section id="ranking" aria-labelledby="ranking-heading">
            <div class="section-head"><h2 id="ranking-heading">Ranking</h2>\
            \(FindField.markup("ranking-find", "Find in the ranking"))</div>
            <p class="lead">\(lead) <span id="shown" role="status">\(count).</span></p>
            <div class="scroll" role="region" aria-label="Ranking, scrolls sideways" tabindex="0">
            <table class="ranking" id="ranking-table"><caption class="unseen">Ranking of \(content.landscape.title)</caption>
            <thead><tr>\(head)</tr></thead>
            <tbody>
            \(Markup(content.projects.map(row)))</tbody></table>
            </div>
            </section>

            """
    }

    private var lead: String {
        let top = min(content.settings.top, content.projects.count)
        let order = "All projects by mean monthly OpenRank, \(MonthText.name(content.landscape.window))"
        return top > 0 && top < content.projects.count ? "\(order); the Top \(top) stand out." : "\(order)."
    }

    private var head: Markup {
        var trend = "Trend"
        let months = content.landscape.history.months
        if let first = months.first?.month, let last = months.last?.month { trend = "\(first) to \(last)" }
        return """
            <th scope="col" class="n" data-sort="1" aria-sort="ascending">Rank</th>\
            <th scope="col" data-sort="1">Project</th><th scope="col" data-sort="1">Domain</th>\
            <th scope="col" class="n wide" data-sort="-1">OpenRank</th>\
            <th scope="col" class="n" data-sort="-1" title="OpenRank in the last month of the window">Last month</th>\
            <th scope="col" class="n" data-sort="-1" title="Change against the same months of the year before">On the year</th>\
            <th scope="col" class="n" data-sort="-1">in %</th><th scope="col" class="spark-head">\(trend)</th>
            """
    }

    private func row(_ project: Project) -> Markup {
        let place = ProjectText.place(project)
        let style: Markup = content.isTop(project) ? "top " : ""
        let subdomain: Markup = place.subdomain.map { " <span class=\"sub\">\($0)</span>" } ?? ""
        return """
            <tr class="\(style)h\(content.hue(of: project))" id="p\(project.id.rawValue)">\
            <td class="n rank" data-v="\(project.rank)">\(project.rank)</td>\
            <th scope="row"><span class="title">\(ProjectText.title(project))</span> \(repository(project))</th>\
            <td class="domain"><span class="dot" aria-hidden="true"></span><span>\(place.domain)\(subdomain)</span></td>\
            <td class="n wide" data-v="\(exact: project.openrank)"><b>\(FigureText.score(project.openrank))</b> \
            \(ScoreBar.draw(TileScale.sane(project.openrank) / greatest))</td>\
            <td class="n" data-v="\(exact: project.lastMonth)">\(FigureText.score(project.lastMonth))</td>\
            \(ChangeCells.markup(project.yearOverYear))\
            <td class="spark-cell">\(sparkline.markup(project))</td></tr>

            """
    }

    private func repository(_ project: Project) -> Markup {
        guard let address = ProjectText.address(project.repository) else {
            return "<span class=\"repository\">\(project.repository)</span>"
        }
        return "<a class=\"repository\" href=\"\(address)\" rel=\"noreferrer\">\(project.repository)</a>"
    }
}
