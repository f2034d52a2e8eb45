// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// The tables of a landscape; their columns are described in the plugin's README.
struct LandscapeTables {
    private let landscape: Landscape
    private let projects: [Project]
    private let byID: [RepositoryID: Project]

    /// Prepares the tables.
    init(_ landscape: Landscape) {
        self.landscape = landscape
        projects = landscape.projects.sorted { ($0.rank, $0.id) < ($1.rank, $1.id) }
        byID = Dictionary(projects.map { ($0.id, $0) }) { first, _ in first }
    }

    /// The projects by rank.
    var landscapeTable: CSVTable {
        var table = CSVTable(
            "rank",
            "id",
            "repository",
            "title",
            "layer",
            "domain",
            "subdomain",
            "openrank",
            "last_month",
            "yoy_absolute",
            "yoy_percent"
        )
        let hasLastMonth = landscape.history.hasData(MonthSpan(landscape.window.last))
        for project in projects {
            let path = project.label?.path
            table.add([
                .integer(Int64(project.rank)), .id(project.id), .text(project.repository), .text(project.title),
                .optional(path?.layer), .optional(path?.domain), .optional(path?.subdomain),
                .number(project.openrank), hasLastMonth ? .number(project.lastMonth) : .empty,
                .optional(project.yearOverYear?.absolute), .optional(project.yearOverYear?.percent),
            ])
        }
        return table
    }

    /// The score of every project in every month, projects by rank, months in order.
    var scores: CSVTable {
        var table = CSVTable("id", "repository", "month", "openrank")
        for project in projects {
            for (status, score) in zip(landscape.history.months, project.scores) {
                table.add([
                    .id(project.id), .text(project.repository), .text("\(status.month)"),
                    // The score of a month without data is not 0 but unknown.
                    status.marks.contains(.missing) ? .empty : .number(score),
                ])
            }
        }
        return table
    }

    /// The risers and fallers that detectors found.
    var movers: CSVTable {
        var table = CSVTable(
            "kind",
            "place",
            "id",
            "repository",
            "title",
            "domain",
            "from",
            "to",
            "base",
            "current",
            "absolute",
            "percent",
            "marks"
        )
        for kind in ["riser", "faller"] {
            for finding in landscape.findings where finding.kind == kind {
                guard case .project(let id) = finding.subject else { continue }
                let project = byID[id]
                table.add([
                    .text(kind), .integer(Int64(finding.place)), .id(id),
                    .optional(project?.repository), .optional(project?.title), .optional(project?.label?.path.domain),
                    .text("\(finding.window.first)"), .text("\(finding.window.last)"),
                    .optional(finding.numbers["base"]), .optional(finding.numbers["current"]),
                    .optional(finding.numbers["absolute"]), .optional(finding.numbers["percent"]),
                    .marks(finding.marks),
                ])
            }
        }
        return table
    }

    /// All findings, in their order.
    var findings: CSVTable {
        var table = CSVTable(
            "detector",
            "kind",
            "place",
            "id",
            "repository",
            "domain",
            "from",
            "to",
            "numbers",
            "marks",
            "sentence"
        )
        for finding in landscape.findings {
            var subject = [CSVCell.empty, .empty, .empty]
            switch finding.subject {
            case .project(let id): subject = [.id(id), .optional(byID[id]?.repository), .empty]
            case .domain(let name): subject = [.empty, .empty, .text(name)]
            case .landscape: break
            }
            let numbers = finding.numbers.sorted { $0.key < $1.key }
                .map { "\($0.key)=\(CSVCell.number($0.value).text)" }.joined(separator: " ")
            table.add(
                [.text(finding.detector), .text(finding.kind), .integer(Int64(finding.place))] + subject + [
                    .text("\(finding.window.first)"), .text("\(finding.window.last)"), .text(numbers),
                    .marks(finding.marks), .text(finding.sentence),
                ]
            )
        }
        return table
    }

    /// The months of the history.
    var months: CSVTable {
        var table = CSVTable("month", "marks", "hours_present", "events")
        for status in landscape.history.months {
            table.add([
                .text("\(status.month)"), .marks(status.marks), .optional(status.hours),
                .optional(status.events),
            ])
        }
        return table
    }

    /// The domains in drawing order, each followed by its subdomains.
    var domains: CSVTable {
        var table = CSVTable(
            "layer",
            "domain",
            "subdomain",
            "projects",
            "openrank_sum",
            "openrank_mean",
            "yoy_absolute",
            "yoy_percent"
        )
        func add(_ layer: String, _ domain: String, _ subdomain: String?, _ projects: [Project]) {
            let statistics = GroupStatistics(projects)
            table.add([
                .text(layer), .text(domain), .optional(subdomain), .integer(Int64(statistics.count)),
                .number(statistics.sum), .number(statistics.mean),
                .optional(statistics.yearOverYear?.absolute), .optional(statistics.yearOverYear?.percent),
            ])
        }
        for layer in LandscapeOutline(landscape).layers {
            for domain in layer.domains {
                add(layer.name, domain.name, nil, domain.projects)
                for subdomain in domain.subdomains where subdomain.name != nil {
                    add(layer.name, domain.name, subdomain.name, subdomain.projects)
                }
            }
        }
        return table
    }
}
