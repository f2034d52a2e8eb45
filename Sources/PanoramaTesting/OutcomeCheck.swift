// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import PanoramaPluginKit

/// Checks that an outcome keeps the rules of its plugin's role.
struct OutcomeCheck {
    /// The plugin.
    let subject: PluginSubject
    /// What it was given.
    let landscape: Landscape

    /// What breaks a rule.
    func failures(of outcome: PluginOutcome) -> [String] {
        switch subject.role {
        case .classify: failures(of: outcome.labels, outcome.taxonomy)
        case .detect: failures(of: outcome.findings)
        case .export: failures(of: outcome.files)
        }
    }

    private func failures(of labels: [DomainLabel], _ taxonomy: [TaxonomyPath]) -> [String] {
        let given = Set(landscape.projects.map(\.id))
        var seen: Set<RepositoryID> = []
        var failures: [String] = []
        if Set(taxonomy).count != taxonomy.count { failures.append("the taxonomy lists a place twice") }
        for label in labels {
            let number = label.project.rawValue
            if !given.contains(label.project) { failures.append("labels \(number), which was not given") }
            if !seen.insert(label.project).inserted { failures.append("labels \(number) twice") }
            if !(0...1).contains(label.confidence) { failures.append("is \(label.confidence) sure of \(number)") }
            if label.rule.isEmpty { failures.append("does not say by which rule it labels \(number)") }
            if label.path.layer.isEmpty || label.path.domain.isEmpty {
                failures.append("labels \(number) with an empty name")
            }
            if !taxonomy.isEmpty, !taxonomy.contains(label.path) {
                failures.append("puts \(number) in a place that its taxonomy does not hold")
            }
        }
        return failures
    }

    private func failures(of findings: [Finding]) -> [String] {
        let given = Set(landscape.projects.map(\.id))
        var failures: [String] = []
        var places: [String: Int] = [:]
        var kinds: [String] = []
        for finding in findings {
            let name = "\(finding.kind) \(finding.place)"
            if finding.detector != subject.id.name { failures.append("\(name) claims to be of '\(finding.detector)'") }
            if finding.kind.isEmpty { failures.append("a finding has no kind") }
            if finding.sentence.isEmpty { failures.append("\(name) has no sentence") }
            if !finding.numbers.values.allSatisfy(\.isFinite) { failures.append("\(name) has a number without end") }
            if case .project(let id) = finding.subject, !given.contains(id) {
                failures.append("\(name) is about \(id.rawValue), which was not given")
            }
            places[finding.kind, default: 0] += 1
            if finding.place != places[finding.kind] { failures.append("\(name) is out of place") }
            if kinds.last != finding.kind { kinds.append(finding.kind) }
        }
        if kinds.count != Set(kinds).count { failures.append("findings of one kind are apart: \(kinds)") }
        return failures
    }

    private func failures(of files: [ExportedFile]) -> [String] {
        var seen: Set<String> = []
        return files.flatMap { file in
            var failures: [String] = []
            if !file.hasSafePath { failures.append("the path '\(file.path)' is not safe") }
            if !seen.insert(file.path).inserted { failures.append("gives '\(file.path)' twice") }
            return failures
        }
    }
}
