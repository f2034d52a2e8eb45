// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
public import PanoramaModel

/// The input of a case cannot be read.
public struct CaseInputError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The line, from 1.
    public var line: Int
    /// What is wrong with it.
    public var message: String

    /// The value as text.
    public var description: String { "line \(line): \(message)" }
}

/// The input of a case: a landscape as JSON Lines, the first line what holds for the whole, then one line a project.
///
/// Means, ranks and changes are not written but computed, see ``PanoramaModel/LandscapeHistory/ranked()``.
public enum CaseInput {
    /// The first line.
    private struct Header: Decodable {
        var landscape: String?
        var title: String?
        var edition: String?
        var scores: String?
        var preset: String?
        var window: MonthSpan
        var months: MonthSpan
        var marks: [String: [MonthMark]]?
        var events: Int?
        var taxonomy: [TaxonomyPath]?
        var findings: [Finding]?
        var notices: [String]?
    }

    /// A further line.
    private struct Line: Decodable {
        struct Label: Decodable {
            var layer: String
            var domain: String
            var subdomain: String?
            var confidence: Double?
            var rule: String?
        }

        var id: Int64?
        var repository: String
        var formerNames: [String]?
        var title: String?
        var scores: [Double]
        var label: Label?
        var admission: String?
        var facts: RepositoryFacts?
    }

    /// Reads a landscape.
    ///
    /// - Throws: ``CaseInputError`` with the line.
    public static func landscape(jsonLines text: String) throws(CaseInputError) -> Landscape {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .filter { !$0.element.isEmpty }
        guard let first = lines.first else { throw CaseInputError(line: 1, message: "expected the first line") }
        let header = try decode(Header.self, first.element, first.offset + 1)
        var history = LandscapeHistory(months: statuses(header), window: header.window, projects: [])
        for (offset, line) in lines.dropFirst() {
            let line = try decode(Line.self, line, offset + 1)
            guard line.scores.count == history.months.count else {
                throw CaseInputError(
                    line: offset + 1,
                    message: "expected \(history.months.count) scores, one a month, found \(line.scores.count)"
                )
            }
            history.projects.append(project(line))
        }
        return Landscape(
            id: header.landscape ?? "case",
            title: header.title ?? "A case",
            edition: header.edition ?? "case",
            scores: header.scores ?? "computed",
            preset: header.preset ?? "opendigger-2026",
            history: history.ranked(),
            taxonomy: header.taxonomy ?? [],
            findings: header.findings ?? [],
            notices: header.notices ?? []
        )
    }

    private static func decode<Value: Decodable>(
        _ type: Value.Type,
        _ text: Substring,
        _ line: Int
    ) throws(CaseInputError) -> Value {
        do { return try JSONDecoder().decode(type, from: Data(text.utf8)) } catch {
            throw CaseInputError(line: line, message: "\(error)")
        }
    }

    private static func statuses(_ header: Header) -> [MonthStatus] {
        header.months.months.map { month in
            let marks = header.marks?["\(month)"] ?? []
            guard let events = header.events else { return MonthStatus(month: month, marks: marks) }
            if marks.contains(.missing) { return MonthStatus(month: month, marks: marks, hours: 0, events: 0) }
            let hours = month.hours - (marks.contains(.provisional) ? 1 : 0)
            return MonthStatus(month: month, marks: marks, hours: hours, events: events)
        }
    }

    private static func project(_ line: Line) -> Project {
        let id = line.id.map(RepositoryID.init(rawValue:)) ?? .unidentified(name: line.repository)
        var project = Project(
            id: id,
            repository: line.repository,
            formerNames: line.formerNames ?? [],
            scores: line.scores,
            admission: line.admission ?? "included by name"
        )
        if let title = line.title { project.title = title }
        project.facts = line.facts
        project.label = line.label.map { label in
            DomainLabel(
                project: id,
                path: TaxonomyPath(layer: label.layer, domain: label.domain, subdomain: label.subdomain),
                title: line.title,
                confidence: label.confidence ?? 1,
                rule: label.rule ?? "taxonomy: listed by id"
            )
        }
        return project
    }
}
