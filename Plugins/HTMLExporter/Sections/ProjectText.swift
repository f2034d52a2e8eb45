// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Says a project's numbers in words.
enum ProjectText {
    /// The name for people: the title, or the repository where the title is blank.
    static func title(_ project: Project) -> String {
        HTMLText.clean(project.title).contains { $0 != " " } ? project.title : project.repository
    }

    /// Name, place and numbers on a few lines, for the tip of a tile.
    static func summary(_ project: Project) -> String {
        let name = "\(title(project)) (\(project.repository))"
        let score = "rank \(project.rank), OpenRank \(FigureText.score(project.openrank))"
        let last = "last month \(FigureText.score(project.lastMonth))"
        return "\(name); \(score); \(last); \(change(project.yearOverYear))"
    }

    /// A change against the year before.
    static func change(_ change: YearOverYear?) -> String {
        guard let change else { return "change on the year unknown" }
        let absolute = "\(FigureText.change(change.absolute)) on the year"
        if let percent = change.percent { return "\(absolute) (\(FigureText.percent(percent)))" }
        return change.current > 0 ? "\(absolute), no score before" : absolute
    }

    /// The address of a repository, for names that GitHub would allow.
    static func address(_ repository: String) -> String? {
        guard RepositoryReference.isName(repository) else { return nil }
        let parts = repository.split(separator: "/")
        guard parts.allSatisfy({ $0 != "." && $0 != ".." }) else { return nil }
        return "https://github.com/\(repository)"
    }

    /// Where a project belongs, as domain and subdomain.
    static func place(_ project: Project) -> (domain: String, subdomain: String?) {
        (project.label?.path.domain ?? LandscapeOutline.unclassified, project.label?.path.subdomain)
    }
}
