// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import PanoramaPluginKit

/// Reads the plugins of a landscape and makes them.
struct PluginsReader {
    /// The most plugins of one landscape.
    private static let most = 100

    /// The landscape's key.
    let landscape: String
    /// The plugins to choose from.
    let catalog: PluginCatalog
    /// The files that entries name.
    let files: IncludedFiles
    /// Takes what is wrong.
    let report: Diagnostics

    /// The plugins, and for each the text of all that is configured for it.
    func read(_ fields: MappingReader) -> (set: PluginSet, texts: [String]) {
        var set = PluginSet()
        var texts: [String] = []
        var seen: [String: SourcePosition] = [:]
        let entries = fields.elements("plugins")
        if entries.count > Self.most, let node = entries.dropFirst(Self.most).first?.node {
            report.error(
                node.position,
                "a landscape has at most \(Self.most) plugins; remove this one and what follows"
            )
        }
        for (name, node) in entries.prefix(Self.most) {
            guard let chosen = choose(node, name), let made = make(chosen) else { continue }
            switch made.plugin {
            case let plugin as any Classifier where chosen.entry.role == .classify: set.classifiers.append(plugin)
            case let plugin as any TrendDetector where chosen.entry.role == .detect: set.detectors.append(plugin)
            case let plugin as any Exporter where chosen.entry.role == .export: set.exporters.append(plugin)
            default: continue
            }
            if let first = seen[made.text] {
                report.warning(
                    node.position,
                    "the same plugin with the same settings stands in line \(first.line) already; remove one"
                )
            }
            seen[made.text] = node.position
            texts.append(made.text)
        }
        return (set, texts)
    }

    /// A plugin that an entry chooses, with the settings that are written for it.
    private struct Choice {
        var entry: PluginCatalog.Entry
        var settings: YAMLNode
    }

    private func choose(_ node: YAMLNode, _ name: String) -> Choice? {
        guard let mapping = node.mapping else {
            refuse(node, name)
            return nil
        }
        let roles = PluginCatalog.Role.allCases
        let written = mapping.entries.filter { entry in roles.contains { $0.rawValue == entry.key } }
        guard let first = written.first, let role = PluginCatalog.Role(rawValue: first.key) else {
            var check = KeyCheck()
            check.need(.init(keys: roles.map(\.rawValue), advice: "write for example 'export: json'"))
            check.finish(mapping, at: node.position, isComplete: false, report: report)
            return nil
        }
        for extra in written.dropFirst() {
            report.error(
                extra.position,
                "an entry chooses one plugin, and this one has '\(first.key)' in line \(first.position.line) already;"
                    + " begin a new entry with '- \(extra.key): …'"
            )
        }
        let entry = plugin(role, named: first.value)
        let merged = merge(mapping, roles: Set(roles.map(\.rawValue)))
        guard written.count == 1, let entry, let merged else { return nil }
        return Choice(entry: entry, settings: YAMLNode(.mapping(merged), at: node.position))
    }

    private func refuse(_ node: YAMLNode, _ name: String) {
        var advice = "write for example 'export: json'"
        if let text = node.scalar?.text,
            let role = PluginCatalog.Role.allCases.first(where: { catalog.entry($0, PluginID(text)) != nil })
        {
            advice = "write '\(role.rawValue): \(text)'"
        }
        report.error(
            node.position,
            "\(quoted(name)) must be a mapping that chooses a plugin, not \(node.inWords); \(advice)"
        )
    }

    private func plugin(_ role: PluginCatalog.Role, named node: YAMLNode) -> PluginCatalog.Entry? {
        if node.isInvalid { return nil }
        let name: String
        do throws(Mismatch) { name = try Reading<String>.text.read(node, of: role.rawValue) } catch {
            report.error(error)
            return nil
        }
        if let entry = catalog.entry(role, PluginID(name)) { return entry }
        let known = catalog.entries(role).map(\.id.name)
        var hint = Suggestion.phrase(for: name, among: known)
        if hint.isEmpty,
            let other = PluginCatalog.Role.allCases.first(where: { catalog.entry($0, PluginID(name)) != nil })
        {
            hint = "; write '\(other.rawValue): \(name)'"
        }
        let list = known.isEmpty ? "there are none" : "there are: \(known.joined(separator: ", "))"
        report.error(node.position, "no plugin \(quoted(name)) for '\(role.rawValue)'\(hint) (\(list))")
        return nil
    }

    /// The settings of an entry, with those of the file it names where the entry has none; `nil` when that fails.
    private func merge(_ mapping: YAMLMapping, roles: Set<String>) -> YAMLMapping? {
        var settings = mapping.without(roles.union(["file"]))
        guard let file = mapping["file"] else { return settings }
        guard !file.isInvalid else { return nil }
        let name: String
        do throws(Mismatch) { name = try Reading<String>.path.read(file, of: "file") } catch {
            report.error(error)
            return nil
        }
        guard let root = files.file(name, namedAt: file.position), !root.isInvalid else { return nil }
        guard let included = root.mapping else {
            report.error(root.position, "a file of settings must be a mapping of keys to values, not \(root.inWords)")
            return nil
        }
        for entry in included.entries { settings.add(entry) }
        return settings
    }

    private func make(_ choice: Choice) -> (plugin: any Plugin, text: String)? {
        let written = WrittenSettings(choice.settings, report: report)
        do {
            let plugin = try choice.entry.make(written, PluginContext(landscape: landscape))
            let settings = written.canonicalText ?? "null"
            return (plugin, "{\"\(choice.entry.role.rawValue)\":\"\(choice.entry.id)\",\"settings\":\(settings)}")
        } catch is WrittenSettings.Rejected {
            return nil
        } catch {
            report.error(choice.settings.position, "plugin '\(choice.entry.id)' cannot be set up: \(error)")
            return nil
        }
    }
}
