// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// The report of a landscape, section by section.
struct Report {
    /// The landscape.
    let landscape: Landscape
    /// The projects by rank.
    let projects: [Project]
    /// The projects by number.
    let byID: [RepositoryID: Project]
    /// Layers, domains, subdomains.
    let outline: LandscapeOutline
    private let top: Int

    /// Prepares a report; `top` is the number of projects in the table of the first ones.
    init(_ landscape: Landscape, top: Int) {
        self.landscape = landscape
        self.top = top
        projects = landscape.projects.sorted { ($0.rank, $0.id) < ($1.rank, $1.id) }
        byID = Dictionary(projects.map { ($0.id, $0) }) { first, _ in first }
        outline = LandscapeOutline(landscape)
    }

    /// The report.
    var text: String {
        let sections = [
            heading, snapshot, ranking, movers, otherFindings, growth, domains, dataNotes, definitions, tracing,
        ]
        return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    private var heading: [String] {
        let title = Markdown.escaped(landscape.title)
        let notices = landscape.notices.map(Markdown.escaped).filter { !$0.isEmpty }
        let quote = notices.flatMap { [">", "> \($0)"] }.dropFirst()
        return ["# \(title.isEmpty ? Markdown.escaped(landscape.id) : title)"] + (quote.isEmpty ? [] : [""] + quote)
    }

    private var snapshot: [String] {
        let months = landscape.history.months
        var history = "no month"
        if let first = months.first?.month, let last = months.last?.month {
            let span = MonthSpan(first: first, last: last)?.description ?? ""
            history = "\(span), \(Self.count(months.count, "month"))"
        }
        let classified = projects.filter { $0.label != nil }.count
        let layers = outline.layers.filter { $0.name != LandscapeOutline.unclassified }
        let places =
            Self.count(layers.count, "layer") + ", "
            + Self.count(layers.reduce(0) { $0 + $1.domains.count }, "domain")
        let rows = [
            ["Edition", Markdown.escaped(landscape.edition)],
            ["Scores", "\(Markdown.escaped(landscape.scores)), \(Markdown.escaped(landscape.preset))"],
            ["Window", "\(landscape.window), \(Self.count(landscape.window.count, "month"))"],
            ["History", history],
            ["Projects", "\(projects.count), of which \(classified) classified"],
            ["Places", places],
        ]
        return ["## Snapshot", ""] + Markdown.table([("What", false), ("Value", false)], rows) + [""] + quality
    }

    /// The months whose numbers cannot be trusted as they are, by mark.
    private var quality: [String] {
        let months = landscape.history.months
        let lines = MonthMark.allCases.compactMap { mark in
            let marked = months.filter { $0.marks.contains(mark) }.map(\.month)
            return marked.isEmpty
                ? nil
                : "- **\(mark.rawValue)**: \(MonthSpan.runs(of: marked).map(\.description).joined(separator: ", "))"
        }
        if months.isEmpty { return ["There is no data."] }
        if lines.isEmpty { return ["No month bears a mark that limits trust in it."] }
        return ["Months whose numbers are to be read with care:", ""] + lines
    }

    private var ranking: [String] {
        let shown = projects.prefix(max(0, top))
        guard !shown.isEmpty else { return ["## Ranking", "", "There are no projects."] }
        let rows = shown.map { project in
            [
                "\(project.rank)", Markdown.link(project), Markdown.escaped(project.label?.path.domain ?? ""),
                Markdown.figure(project.openrank), lastMonth(project),
                Markdown.change(project.yearOverYear),
            ]
        }
        let columns = [
            ("Rank", true), ("Project", false), ("Domain", false), ("OpenRank", true),
            ("\(landscape.window.last)", true), ("Change in a year", true),
        ]
        return ["## Top \(shown.count)", ""] + Markdown.table(columns, rows)
    }

    /// The score of a project in the last month of the window.
    func lastMonth(_ project: Project) -> String {
        landscape.hasLastMonth ? Markdown.figure(project.lastMonth) : "unknown"
    }

    /// A number with its noun.
    static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}

extension Landscape {
    /// Whether there is data of the last month of the window.
    fileprivate var hasLastMonth: Bool { history.hasData(MonthSpan(window.last)) }
}
