// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import PanoramaPluginKit

/// Reads one landscape.
struct LandscapeReader {
    /// Its key.
    let id: String
    /// Where its key is written.
    let place: SourcePosition
    /// Takes what is wrong.
    let report: Diagnostics

    /// The landscape; `nil` after reporting why not.
    func read(_ node: YAMLNode, catalog: PluginCatalog, files: IncludedFiles) -> ConfiguredLandscape? {
        guard let fields = MappingReader(node, of: id, report: report) else { return nil }
        var settings = LandscapeSettings(id: id, title: id, admission: Admission())
        fields.read("title", .line, into: &settings.title)
        settings.scores = scores(fields)
        settings.discovery = discovery(fields, scores: settings.scores)
        settings.admission = admission(fields)
        let include = fields.references("include")
        let exclude = fields.references("exclude")
        checkContradiction(include, exclude)
        settings.include = include.map(\.reference)
        settings.exclude = exclude.map(\.reference)
        let plugins = PluginsReader(landscape: id, catalog: catalog, files: files, report: report).read(fields)
        fields.finish()
        warn(plugins.set)
        return ConfiguredLandscape(
            settings: settings,
            plugins: plugins.set,
            fingerprint: fingerprint(settings, plugins.texts)
        )
    }

    private func scores(_ fields: MappingReader) -> ScoreSource {
        let source = fields.value("scores", .choice(of: ["computed", "published"])) ?? "computed"
        let vintage = fields.value("vintage", .word("the name of a vintage, such as V2"))
        if source == "published" { return .published(vintage: vintage) }
        if fields.has("vintage"), fields.mapping["scores"].map({ $0.scalar?.text == "computed" }) ?? true {
            report.error(
                fields.position(ofKey: "vintage"),
                "'vintage' chooses among published scores; write 'scores: published' or remove it"
            )
        }
        return .computed
    }

    private func discovery(_ fields: MappingReader, scores: ScoreSource) -> Discovery? {
        guard let discover = fields.nested("discover") else { return nil }
        if case .published = scores {
            report.error(
                fields.position(ofKey: "discover"),
                "'discover' needs developers, whom published scores do not name; remove it or write 'scores: computed'"
            )
        }
        var discovery = Discovery(seeds: [])
        if discover.mapping["seeds"] == nil {
            discover.needs(["seeds"], example: "seeds: [pytorch/pytorch]")
        }
        let errors = report.errorCount
        discovery.seeds = discover.references("seeds").map(\.reference)
        if let seeds = discover.mapping["seeds"], discovery.seeds.isEmpty, report.errorCount == errors {
            report.error(seeds.position, "'seeds' is empty; write at least one repository, as owner/name or its number")
        }
        discover.read("hops", .integer(in: 1...10), into: &discovery.hops)
        discover.read("shared-developers", .integer(in: 1...Int.max), into: &discovery.sharedDevelopers)
        discover.read("limit", .integer(in: 1...Int.max), into: &discovery.limit)
        discover.read("bots", .flag, into: &discovery.countsBots)
        discover.finish()
        return discovery
    }

    private func admission(_ fields: MappingReader) -> Admission {
        var admission = Admission()
        guard let admit = fields.nested("admit") else { return admission }
        admit.read("mean-openrank", .notNegative, into: &admission.meanOpenRank)
        admission.from = admit.value("from", .month)
        admission.to = admit.value("to", .month)
        admit.read("limit", .integer(in: 1...Int.max), into: &admission.limit)
        if let from = admission.from, let to = admission.to, to < from {
            report.error(
                admit.position(of: "to"),
                "the window ends in \(to), before it begins in \(from); exchange 'from' and 'to'"
            )
        }
        admit.finish()
        return admission
    }

    private func checkContradiction(
        _ include: [(reference: RepositoryReference, node: YAMLNode)],
        _ exclude: [(reference: RepositoryReference, node: YAMLNode)]
    ) {
        var byID: [RepositoryID: SourcePosition] = [:]
        var byName: [String: (id: RepositoryID?, position: SourcePosition)] = [:]
        for (reference, node) in include {
            if let id = reference.id { byID[id] = node.position }
            if let name = reference.name { byName[name.lowercased()] = (reference.id, node.position) }
        }
        for (reference, node) in exclude {
            var other = reference.id.flatMap { byID[$0] }
            if other == nil, let named = reference.name.flatMap({ byName[$0.lowercased()] }) {
                // Two numbers are two repositories, whatever they are called.
                if named.id == nil || reference.id == nil { other = named.position }
            }
            guard let other else { continue }
            report.error(
                node.position,
                "\(quoted(reference.description)) is in 'include' too (line \(other.line), column \(other.column));"
                    + " remove it from one of them"
            )
        }
    }

    private func warn(_ plugins: PluginSet) {
        // With errors, what is missing may be what was wrong.
        guard !report.hasErrors else { return }
        if plugins.exporters.isEmpty {
            report.warning(
                place,
                "landscape '\(id)' has no exporter and so no files; add one to 'plugins', such as 'export: json'"
            )
        }
    }

    private func fingerprint(_ settings: LandscapeSettings, _ plugins: [String]) -> String {
        let node = try? SettingsEncoder.node(of: settings)
        return "{\"landscape\":\(node.map(CanonicalText.of) ?? "null"),\"plugins\":[\(plugins.joined(separator: ","))]}"
    }
}
