// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel

/// The published numbers: outside the repository, in the folder that `PANORAMA_TEST_REFERENCE` names or beside it.
enum PublishedNumbers {
    /// A table that is needed cannot be used.
    struct Unusable: Error {
        var message: String
    }

    private static let folder =
        ProcessInfo.processInfo.environment["PANORAMA_TEST_REFERENCE"] ?? "\(TestedPlugin.root)/../shared/reference"

    /// Whether they are at hand.
    static var isPresent: Bool {
        ["landscape/projects-2025.csv", "landscape/growth-decline-2025.csv", "openrank/published-monthly.csv"]
            .allSatisfy { FileManager.default.fileExists(atPath: "\(folder)/\($0)") }
    }

    /// The rows of a table without quoted cells, each by column.
    static func rows(_ path: String) throws -> [[String: String]] {
        let text = try String(contentsOf: URL(filePath: "\(folder)/\(path)"), encoding: .utf8)
        var lines = text.split(whereSeparator: \.isNewline).map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let columns = lines.isEmpty ? [] : lines.removeFirst()
        return lines.map { Dictionary(zip(columns, $0)) { first, _ in first } }
    }

    /// The projects of the landscape from 2024-01 to 2025-04, monthly values of vintage V2.
    ///
    /// No monthly values of the base period were published, only the change of ten projects, so theirs is the mean derived
    /// from it in every month; the other projects stand still.
    static func history() throws -> LandscapeHistory {
        let start = Month(ordinal: 2024 * 12)
        guard let window = MonthSpan(first: start.advanced(by: 12), last: start.advanced(by: 15)) else {
            throw Unusable(message: "no window")
        }
        var monthly: [String: [Month: Double]] = [:]
        for row in try rows("openrank/published-monthly.csv") where row["vintage"] == "V2" {
            guard let id = row["repo_id"], let name = row["repository"],
                let month = row["month"].flatMap({ Month($0) }),
                let value = row["openrank"].flatMap(Double.init)
            else { throw Unusable(message: "\(row)") }
            monthly[id.isEmpty ? name.lowercased() : id, default: [:]][month] = value
        }
        var bases: [String: Double] = [:]
        for row in try rows("landscape/growth-decline-2025.csv") {
            guard let name = row["repo"], let base = row["openrank_2024_01_04_derived"].flatMap(Double.init) else {
                throw Unusable(message: "\(row)")
            }
            bases[name] = base
        }
        let projects = try rows("landscape/projects-2025.csv").compactMap { row -> Project? in
            guard let id = row["repo_id"], let number = Int64(id), let name = row["repository"] else {
                throw Unusable(message: "\(row)")
            }
            guard let values = monthly[id] ?? monthly[name.lowercased()] else { return nil }
            let current = window.months.map { values[$0] ?? 0 }
            let base = bases[name] ?? current.reduce(0, +) / Double(current.count)
            var project = Project(
                id: RepositoryID(rawValue: number),
                repository: name,
                scores: Array(repeating: base, count: 12) + current,
                admission: "published"
            )
            project.title = row["project"] ?? name
            return project
        }
        guard projects.count >= 130 else { throw Unusable(message: "only \(projects.count) projects have values") }
        let months = (0..<16).map { MonthStatus(month: start.advanced(by: $0)) }
        return LandscapeHistory(months: months, window: window, projects: projects)
    }
}
