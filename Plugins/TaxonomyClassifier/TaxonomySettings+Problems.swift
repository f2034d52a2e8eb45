// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
package import PanoramaPluginKit

extension TaxonomySettings {
    /// Missing layers, empty names, names given twice, repositories listed twice.
    package func problems() -> [SettingProblem] {
        guard !layers.isEmpty else {
            return [
                SettingProblem(
                    ["layers"],
                    "the taxonomy has no layers; list them under 'layers' or name a file that does with 'file'"
                )
            ]
        }
        return nameProblems() + repositoryProblems()
    }

    private func nameProblems() -> [SettingProblem] {
        var names = NameCheck()
        for (layerIndex, layer) in layers.enumerated() {
            let path = ["layers", "\(layerIndex)"]
            names.check(layer.name, "layer", in: "", at: path)
            for (domainIndex, domain) in layer.domains.enumerated() {
                let path = path + ["domains", "\(domainIndex)"]
                names.check(domain.name, "domain", in: "", place: "in layer '\(layer.name)'", at: path)
                for (index, subdomain) in domain.subdomains.enumerated() {
                    let scope = path.joined(separator: " ")
                    names.check(subdomain.name, "subdomain", in: scope, at: path + ["subdomains", "\(index)"])
                }
            }
        }
        return names.problems
    }

    private func repositoryProblems() -> [SettingProblem] {
        var problems: [SettingProblem] = []
        var byID: [Int64: String] = [:]
        var byName: [String: (place: String, id: Int64?)] = [:]
        for place in places {
            for (index, entry) in place.entries.enumerated() {
                let keys = place.keys + ["\(index)"]
                if let project = entry.project, project.isBlank {
                    problems.append(
                        SettingProblem(keys + ["project"], "the project's name is empty; write one or leave it out")
                    )
                }
                let id = entry.reference.id?.rawValue
                let name = entry.reference.name?.lowercased()
                var first = id.flatMap { byID[$0] }
                // Two repositories may have borne one name, so a name settles it only where a number is missing.
                if first == nil, let name, let other = byName[name], id == nil || other.id == nil {
                    first = other.place
                }
                if let first {
                    let second = place.description
                    let both = first == second ? "twice in \(first)" : "in \(first) and in \(second)"
                    problems.append(
                        SettingProblem(keys, "the repository \(entry.reference) is listed \(both); keep one of them")
                    )
                }
                if let id, byID[id] == nil { byID[id] = place.description }
                if let name, byName[name] == nil { byName[name] = (place.description, id) }
            }
        }
        return problems
    }
}

/// Collects names that are empty or given twice.
private struct NameCheck {
    /// What is wrong.
    private(set) var problems: [SettingProblem] = []
    private var places: [[String]: String] = [:]

    /// Takes a name; `kind` is what it names, and within `scope` no two of a kind may be called the same.
    mutating func check(_ name: String, _ kind: String, in scope: String, place: String = "", at path: [String]) {
        if name.isBlank {
            problems.append(SettingProblem(path + ["name"], "the name of the \(kind) is empty; write one"))
            return
        }
        guard let first = places.updateValue(place, forKey: [kind, scope, name]) else { return }
        var message = "the \(kind) '\(name)' is listed twice"
        if first != place {
            message += ", \(first) and \(place); give the two different names"
        } else {
            message += "\(place.isEmpty ? "" : " \(place)"); put both into one"
        }
        problems.append(SettingProblem(path + ["name"], message))
    }
}

extension String {
    /// Whether it holds nothing but white space.
    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
