// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// What all sections of the page draw from: the landscape, put in order once.
struct PageContent {
    /// The landscape.
    let landscape: Landscape
    /// The settings.
    let settings: HTMLExporterSettings
    /// The projects by rank.
    let projects: [Project]
    /// The places they are drawn in.
    let outline: LandscapeOutline
    /// The colours of the domains, by layer and domain.
    private let hues: [[String]: Int]
    private let titles: [RepositoryID: String]

    /// Puts a landscape in order; the order of its projects does not matter.
    init(_ landscape: Landscape, settings: HTMLExporterSettings) {
        var landscape = landscape
        landscape.history.projects.sort { ($0.rank, $0.repository, $0.id) < ($1.rank, $1.repository, $1.id) }
        self.landscape = landscape
        self.settings = settings
        projects = landscape.projects
        outline = LandscapeOutline(landscape)
        var hues: [[String]: Int] = [:]
        for layer in outline.layers {
            for domain in layer.domains {
                hues[[layer.name, domain.name]] =
                    domain.name == LandscapeOutline.unclassified ? Palette.neutral : Palette.hue(of: hues.count)
            }
        }
        self.hues = hues
        titles = Dictionary(projects.map { ($0.id, ProjectText.title($0)) }, uniquingKeysWith: { first, _ in first })
    }

    /// The colour of a domain, as a number of the palette.
    func hue(layer: String, domain: String) -> Int { hues[[layer, domain]] ?? Palette.neutral }

    /// The colour of a project's domain.
    func hue(of project: Project) -> Int {
        project.label.map { hue(layer: $0.path.layer, domain: $0.path.domain) } ?? Palette.neutral
    }

    /// The number of domains that hold a project.
    var domainCount: Int { outline.layers.reduce(0) { $0 + $1.domains.count } }

    /// Whether a project stands out.
    func isTop(_ project: Project) -> Bool { project.rank >= 1 && project.rank <= settings.top }

    /// What a finding is about, for people.
    func name(of subject: Finding.Subject) -> String {
        switch subject {
        case .project(let id): titles[id] ?? "Repository \(id.rawValue)"
        case .domain(let name): name
        case .landscape: landscape.title
        }
    }
}
