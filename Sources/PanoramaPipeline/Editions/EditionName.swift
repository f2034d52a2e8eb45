// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel

/// The name of an edition, made of what it says: equal numbers under equal settings bear equal names, however many files
/// carried the events and in whatever order they came.
struct EditionName {
    private var fingerprint: Fingerprint

    /// Starts from what is configured and from the program's version, on which exporters depend.
    init(_ plan: LandscapePlan, _ parameters: ScoringParameters, version: String) {
        fingerprint = Fingerprint("edition 4 \(version)")
        fingerprint.add(plan.configurationText)
        fingerprint.add(parameters.canonicalText)
    }

    /// The name of an edition of a landscape, twelve hexadecimal digits.
    func text(of landscape: Landscape, _ coverage: [MonthCoverage]) throws -> String {
        var fingerprint = fingerprint
        fingerprint.add("\(landscape.scores) \(landscape.preset) \(landscape.window)")
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        fingerprint.add(String(decoding: try encoder.encode(landscape.history.months), as: UTF8.self))
        fingerprint.add(String(decoding: try encoder.encode(coverage), as: UTF8.self))
        for notice in landscape.notices { fingerprint.add(notice) }
        for project in landscape.projects {
            add(project, to: &fingerprint)
            if let facts = project.facts { fingerprint.add(String(decoding: try encoder.encode(facts), as: UTF8.self)) }
        }
        for finding in landscape.findings { fingerprint.add("\(finding.kind) \(finding.sentence)") }
        return String(fingerprint.hex.prefix(12))
    }

    private func add(_ project: Project, to fingerprint: inout Fingerprint) {
        fingerprint.add("\(project.id.rawValue) \(project.rank)")
        for name in [project.repository, project.title, project.admission] + project.formerNames {
            fingerprint.add(name)
        }
        for score in project.scores { fingerprint.add("\(score)") }
        if let label = project.label { fingerprint.add("\(label.path) \(label.rule)") }
    }
}
