// SPDX-License-Identifier: Apache-2.0

public import PanoramaModel

/// Makes landscapes for tests from a seed: projects that rise, fall, appear and die, months with marks, names of every kind.
public struct LandscapeGenerator: Hashable, Sendable {
    /// What decides everything below.
    public var seed: UInt64
    /// The number of projects.
    public var projects = 24
    /// The first month of the history.
    public var firstMonth = Month(ordinal: 2024 * 12)
    /// The number of months of the history, at least 1; the window is the last four of them, or as many as there are.
    public var months = 16
    /// Whether some month has no data at all.
    public var hasMissingMonth = false
    /// Whether titles and names hold what breaks formats: markup, quotes, separators, line ends, formulas.
    public var isHostile = false

    /// Makes a generator.
    public init(seed: UInt64) { self.seed = seed }

    /// Text that breaks formats whose writer does not quote it.
    public static let hostileTexts = [
        "a|b `c` *d* _e_ [f](g)", "<script>alert('&amp;')</script>", "]]>", "--> <!--", "# heading", "1. one",
        "=1+2", "+3", "-4", "@SUM(A1)", "\tTab", "\rReturn", "two\nlines", "two\r\nends",
        "quote\"d, text", "'already", "back\\slash", "${jndi:x} {{y}} %s", "nul\u{0}and\u{1b}[31m",
        "na\u{ef}ve \u{56fe} \u{1f999}\u{200d}", "\u{202e}esrever", "", " ",
    ]

    /// The places that projects are given.
    public static let taxonomy = [
        TaxonomyPath(layer: "Application", domain: "Coding Assistant"),
        TaxonomyPath(layer: "Application", domain: "Agent Framework", subdomain: "Workflow"),
        TaxonomyPath(layer: "Application", domain: "Agent Framework", subdomain: "SDK"),
        TaxonomyPath(layer: "Infrastructure", domain: "Serving"),
    ]

    /// The landscape of the seed, ranked and classified; every fifth project or so is without a label.
    public func landscape() -> Landscape {
        var random = SeededGenerator(seed: seed)
        let statuses = statuses(&random)
        let span = MonthSpan(first: firstMonth.advanced(by: max(0, statuses.count - 4)), last: lastMonth)
        var history = LandscapeHistory(months: statuses, window: span ?? MonthSpan(lastMonth), projects: [])
        history.projects = (0..<max(0, projects)).map { project($0, statuses, &random) }
        let hostile = isHostile ? Self.hostileTexts : []
        return Landscape(
            id: "generated",
            title: hostile.first ?? "Generated landscape",
            edition: "generated-\(seed)",
            scores: "computed",
            preset: "opendigger-2026",
            history: history.ranked(),
            taxonomy: Self.taxonomy,
            findings: findings(history.ranked().projects),
            notices: ["The events behind this landscape are invented."] + hostile
        )
    }

    private var lastMonth: Month { firstMonth.advanced(by: max(1, months) - 1) }

    private func statuses(_ random: inout SeededGenerator) -> [MonthStatus] {
        let missing = hasMissingMonth ? random.number(below: max(1, months)) : nil
        return (0..<max(1, months)).map { index in
            let month = firstMonth.advanced(by: index)
            if index == missing { return MonthStatus(month: month, marks: [.missing], hours: 0, events: 0) }
            var marks: [MonthMark] = index < months / 2 ? [.warmUp] : []
            if random.number(below: 6) == 0 { marks.append(.provisional) }
            let hours = month.hours - (marks.contains(.provisional) ? 1 : 0)
            return MonthStatus(month: month, marks: marks, hours: hours, events: hours * 100)
        }
    }

    private func project(_ index: Int, _ months: [MonthStatus], _ random: inout SeededGenerator) -> Project {
        let birth = random.number(below: 3) == 0 ? random.number(below: months.count) : 0
        let death = random.number(below: 5) == 0 ? random.number(below: months.count + 1) : months.count
        let growth = 0.85 + 0.3 * random.fraction()
        var level = 5 + 300 * random.fraction() * random.fraction()
        let scores = months.indices.map { month in
            level *= growth * (0.9 + 0.2 * random.fraction())
            let lives = (birth..<max(birth, death)).contains(month) && !months[month].marks.contains(.missing)
            return lives ? level.rounded(decimals: 4) : 0
        }
        let isKnown = random.number(below: 8) != 0
        let name = "owner-\(index % 7)/project-\(index)"
        var project = Project(
            id: isKnown ? RepositoryID(rawValue: Int64(1_000 + index * 37)) : .unidentified(name: name),
            repository: name,
            formerNames: index % 6 == 5 ? ["old-owner/project-\(index)"] : [],
            scores: scores,
            admission: "mean OpenRank over the window is at least 1"
        )
        if isHostile, let text = random.element(of: Self.hostileTexts) { project.title = text }
        if random.number(below: 5) != 0, let path = random.element(of: Self.taxonomy) {
            project.label = DomainLabel(
                project: project.id,
                path: path,
                title: project.title,
                confidence: 1,
                rule: "generated"
            )
        }
        return project
    }

    private func findings(_ projects: [Project]) -> [Finding] {
        let span = MonthSpan(lastMonth)
        var findings = projects.prefix(3).enumerated().map { index, project in
            Finding(
                detector: "generated",
                kind: "leader",
                subject: .project(project.id),
                place: index + 1,
                window: span,
                numbers: ["openrank": project.openrank],
                marks: index == 0 ? [.provisional] : [],
                sentence: "\(project.title) is number \(project.rank)."
            )
        }
        findings.append(
            Finding(
                detector: "generated",
                kind: "size",
                subject: .landscape,
                place: 1,
                window: span,
                numbers: ["projects": Double(projects.count)],
                sentence: isHostile ? "| `<b>` \n# sentence" : "There are \(projects.count) projects."
            )
        )
        return findings
    }
}
