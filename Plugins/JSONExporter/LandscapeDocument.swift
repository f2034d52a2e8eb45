// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// A landscape as the JSON document that others rely on; its keys are described in the plugin's README.
struct LandscapeDocument {
    private let landscape: Landscape
    private let projects: [Project]
    private let hasLastMonth: Bool

    /// Prepares the document.
    init(_ landscape: Landscape) {
        self.landscape = landscape
        hasLastMonth = landscape.history.hasData(MonthSpan(landscape.window.last))
        projects = landscape.projects.sorted { ($0.rank, $0.id) < ($1.rank, $1.id) }
    }

    /// The whole document.
    var value: JSONValue {
        .object([
            "landscape": .text(landscape.id),
            "title": .text(landscape.title),
            "edition": .text(landscape.edition),
            "scores": .text(landscape.scores),
            "preset": .text(landscape.preset),
            "window": Self.value(landscape.window),
            "months": .list(landscape.history.months.map(Self.value)),
            "projects": .list(projects.map(value)),
            "domains": .list(LandscapeOutline(landscape).layers.flatMap(domains)),
            "findings": .list(findings),
            "notices": .list(landscape.notices.map(JSONValue.text)),
        ])
    }

    private func value(_ project: Project) -> JSONValue {
        var scores: [String: JSONValue] = [:]
        for (status, score) in zip(landscape.history.months, project.scores) {
            // The score of a month without data is not 0 but unknown.
            scores["\(status.month)"] = status.marks.contains(.missing) ? .null : .number(score)
        }
        return .object([
            "rank": .integer(Int64(project.rank)),
            "id": Self.value(project.id),
            "repository": .text(project.repository),
            "title": .text(project.title),
            "formerNames": .list(project.formerNames.map(JSONValue.text)),
            "layer": .optional(project.label?.path.layer),
            "domain": .optional(project.label?.path.domain),
            "subdomain": .optional(project.label?.path.subdomain),
            "openrank": .number(project.openrank),
            "lastMonth": hasLastMonth ? .number(project.lastMonth) : .null,
            "yoy": Self.value(project.yearOverYear),
            "confidence": .optional(project.label?.confidence),
            "rule": .optional(project.label?.rule),
            "admission": .text(project.admission),
            "facts": Self.value(project.facts),
            "scores": .object(scores),
        ])
    }

    private func domains(of layer: LandscapeOutline.Layer) -> [JSONValue] {
        layer.domains.map { domain in
            var members = Self.statistics(domain.projects)
            members["layer"] = .text(layer.name)
            members["domain"] = .text(domain.name)
            members["subdomains"] = .list(
                domain.subdomains.compactMap { subdomain in
                    subdomain.name.map { name in
                        .object(Self.statistics(subdomain.projects).merging(["subdomain": .text(name)]) { $1 })
                    }
                }
            )
            return .object(members)
        }
    }

    private var findings: [JSONValue] {
        let byID = Dictionary(projects.map { ($0.id, $0) }) { first, _ in first }
        return landscape.findings.map { finding in
            var members: [String: JSONValue] = [
                "detector": .text(finding.detector),
                "kind": .text(finding.kind),
                "place": .integer(Int64(finding.place)),
                "project": .null,
                "repository": .null,
                "domain": .null,
                "window": Self.value(finding.window),
                "numbers": .object(finding.numbers.mapValues(JSONValue.number)),
                "marks": Self.value(finding.marks),
                "sentence": .text(finding.sentence),
            ]
            switch finding.subject {
            case .project(let id):
                members["project"] = Self.value(id)
                members["repository"] = .optional(byID[id]?.repository)
            case .domain(let name): members["domain"] = .text(name)
            case .landscape: break
            }
            return .object(members)
        }
    }

    private static func statistics(_ projects: [Project]) -> [String: JSONValue] {
        let statistics = GroupStatistics(projects)
        return [
            "projects": .integer(Int64(statistics.count)),
            "openrankSum": .number(statistics.sum),
            "openrankMean": .number(statistics.mean),
            "yoy": value(statistics.yearOverYear),
        ]
    }

    private static func value(_ id: RepositoryID) -> JSONValue { id.isIdentified ? .integer(id.rawValue) : .null }

    private static func value(_ change: YearOverYear?) -> JSONValue {
        guard let change else { return .null }
        return .object([
            "absolute": .number(change.absolute),
            "percent": .optional(change.percent),
            "base": .number(change.base),
        ])
    }

    private static func value(_ facts: RepositoryFacts?) -> JSONValue {
        guard let facts else { return .null }
        return .object([
            "description": .optional(facts.description),
            "language": .optional(facts.language),
            "topics": facts.topics.map { .list($0.map(JSONValue.text)) } ?? .null,
            "stars": facts.stars.map(JSONValue.integer) ?? .null,
            "forks": facts.forks.map(JSONValue.integer) ?? .null,
            "licence": .optional(facts.licence),
            "created": facts.createdAt.map { .text(day(of: $0)) } ?? .null,
            "archived": facts.isArchived.map(JSONValue.flag) ?? .null,
            "fork": facts.isFork.map(JSONValue.flag) ?? .null,
            "seen": .text(day(of: facts.seen)),
        ])
    }

    /// The day of an instant in UTC, such as `2025-01-31`.
    private static func day(of instant: Int64) -> String {
        let date = CivilDate(epochSeconds: instant)
        return "\(Month(epochSeconds: instant))-" + (date.day < 10 ? "0" : "") + "\(date.day)"
    }

    private static func value(_ span: MonthSpan) -> JSONValue {
        .object(["from": .text("\(span.first)"), "to": .text("\(span.last)")])
    }

    private static func value(_ marks: [MonthMark]) -> JSONValue { .list(marks.map { .text($0.rawValue) }) }

    private static func value(_ status: MonthStatus) -> JSONValue {
        .object([
            "month": .text("\(status.month)"),
            "marks": value(status.marks),
            "hours": .optional(status.hours),
            "events": .optional(status.events),
        ])
    }
}
