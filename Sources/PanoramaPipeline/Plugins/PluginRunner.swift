// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import PanoramaPluginKit

/// Calls the plugins of a landscape; one that fails costs its own part and a line in the status, nothing else.
struct PluginRunner {
    let plugins: PluginSet
    /// What went wrong.
    private(set) var problems: [PluginProblem] = []

    init(_ plugins: PluginSet) {
        self.plugins = plugins
    }

    /// The repositories that classifiers know.
    var listed: [RepositoryReference] { plugins.classifiers.flatMap(\.candidates) }

    /// The places of all taxonomies in drawing order, each once.
    var taxonomy: [TaxonomyPath] {
        var seen: Set<TaxonomyPath> = []
        return plugins.classifiers.flatMap(\.taxonomy).filter { seen.insert($0).inserted }
    }

    /// The label of each project that a classifier knows; the first classifier decides.
    mutating func classify(_ projects: [Project]) async -> [RepositoryID: DomainLabel] {
        let known = Set(projects.map(\.id))
        var labels: [RepositoryID: DomainLabel] = [:]
        for classifier in plugins.classifiers {
            do {
                for label in try await classifier.classify(projects) where known.contains(label.project) {
                    if labels[label.project] == nil { labels[label.project] = label }
                }
            } catch {
                problems.append(PluginProblem(type(of: classifier).id, error))
            }
        }
        return labels
    }

    /// The findings of all detectors, in the order configured.
    mutating func detect(in history: LandscapeHistory) async -> [Finding] {
        var findings: [Finding] = []
        for detector in plugins.detectors {
            do {
                findings += try await detector.detect(in: history)
            } catch {
                problems.append(PluginProblem(type(of: detector).id, error))
            }
        }
        return findings
    }

    /// The files of all exporters by path; the host alone writes them, and none outside the edition.
    mutating func export(_ landscape: Landscape) async -> [ExportedFile] {
        var files: [String: ExportedFile] = [:]
        for exporter in plugins.exporters {
            do {
                let exported = try await exporter.export(landscape)
                for file in exported {
                    guard file.hasSafePath else {
                        throw PluginError("'\(file.path)' is no path that an exporter may write")
                    }
                    guard !Manifest.hostPaths.contains(file.path) else {
                        throw PluginError("'\(file.path)' is a file that every edition has; choose another name")
                    }
                    guard files[file.path] == nil else {
                        throw PluginError("'\(file.path)' is already written by another exporter")
                    }
                }
                for file in exported { files[file.path] = file }
            } catch {
                problems.append(PluginProblem(type(of: exporter).id, error))
            }
        }
        return files.values.sorted { $0.path < $1.path }
    }
}
