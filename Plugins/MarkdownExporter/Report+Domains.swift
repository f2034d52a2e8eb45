// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

extension Report {
    /// The domains by growth, those with subdomains once more for each.
    var growth: [String] {
        struct Rung {
            var layer: String
            var name: String
            var statistics: GroupStatistics
            var percent: Double? { statistics.yearOverYear?.percent }
        }
        var rungs: [Rung] = []
        for layer in outline.layers where layer.name != LandscapeOutline.unclassified {
            for domain in layer.domains {
                rungs.append(Rung(layer: layer.name, name: domain.name, statistics: GroupStatistics(domain.projects)))
                for subdomain in domain.subdomains {
                    guard let name = subdomain.name else { continue }
                    let statistics = GroupStatistics(subdomain.projects)
                    rungs.append(Rung(layer: layer.name, name: "\(domain.name) - \(name)", statistics: statistics))
                }
            }
        }
        guard !rungs.isEmpty else { return [] }
        rungs.sort { left, right in
            let (leftPercent, rightPercent) = (left.percent ?? -.infinity, right.percent ?? -.infinity)
            if leftPercent != rightPercent { return leftPercent > rightPercent }
            return (left.layer, left.name) < (right.layer, right.name)
        }
        let rows = rungs.map { rung in
            [
                Markdown.escaped(rung.layer), Markdown.escaped(rung.name), "\(rung.statistics.count)",
                rung.statistics.yearOverYear.map { Markdown.figure($0.base) } ?? "unknown",
                Markdown.figure(rung.statistics.mean), Markdown.change(rung.statistics.yearOverYear),
            ]
        }
        let columns = [
            ("Layer", false), ("Domain", false), ("Projects", true), ("Mean a year before", true),
            ("Mean OpenRank", true), ("Change in a year", true),
        ]
        return ["## Growth per domain", ""] + Markdown.table(columns, rows)
    }

    /// Every layer with its domains and their projects.
    var domains: [String] {
        guard !outline.layers.isEmpty else { return [] }
        var lines = ["## Domains"]
        for layer in outline.layers {
            lines += ["", "### \(Markdown.escaped(layer.name))"]
            for domain in layer.domains {
                let statistics = GroupStatistics(domain.projects)
                let summary =
                    "\(Self.count(statistics.count, "project")), OpenRank \(Markdown.figure(statistics.sum)) together, "
                    + "\(Markdown.figure(statistics.mean)) on average."
                lines += ["", "#### \(Markdown.escaped(domain.name))", "", summary, ""]
                lines += table(domain)
            }
        }
        return lines
    }

    private func table(_ domain: LandscapeOutline.Domain) -> [String] {
        let hasSubdomains = domain.subdomains.contains { $0.name != nil }
        let rows = domain.subdomains.flatMap { subdomain in
            subdomain.projects.map { project in
                (hasSubdomains ? [Markdown.escaped(subdomain.name ?? "")] : []) + [
                    "\(project.rank)", Markdown.link(project), Markdown.figure(project.openrank),
                    lastMonth(project), Markdown.change(project.yearOverYear),
                ]
            }
        }
        let columns =
            (hasSubdomains ? [("Subdomain", false)] : []) + [
                ("Rank", true), ("Project", false), ("OpenRank", true), ("\(landscape.window.last)", true),
                ("Change in a year", true),
            ]
        return Markdown.table(columns, rows)
    }
}
