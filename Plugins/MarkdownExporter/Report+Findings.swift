// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

extension Report {
    /// The detector whose findings are the movers.
    private static let moversDetector = "year-over-year"

    /// Rises and falls, or why there are none.
    var movers: [String] {
        let findings = landscape.findings.filter { $0.detector == Self.moversDetector }
        var lines = ["## Movers"]
        for (kind, title) in [("riser", "Rising"), ("faller", "Falling")] {
            let movers = findings.filter { $0.kind == kind }
            guard let first = movers.first else { continue }
            let periods = "\(first.window) against \(first.window.yearEarlier)"
            lines += ["", "### \(title)", "", "\(periods)\(marks(movers)).", ""] + table(movers)
        }
        let others = findings.filter { $0.kind != "riser" && $0.kind != "faller" }
        if !others.isEmpty { lines += [""] + sentences(others) }
        if lines.count == 1 { lines += ["", "No rises or falls were found."] }
        return lines
    }

    /// What other detectors found, as sentences.
    var otherFindings: [String] {
        var lines = ["## Other findings"]
        var detectors: [String] = []
        for finding in landscape.findings where finding.detector != Self.moversDetector {
            if !detectors.contains(finding.detector) { detectors.append(finding.detector) }
        }
        for detector in detectors {
            lines += ["", "### \(Markdown.escaped(detector))", ""]
            lines += sentences(landscape.findings.filter { $0.detector == detector })
        }
        return detectors.isEmpty ? [] : lines
    }

    private func table(_ movers: [Finding]) -> [String] {
        let rows = movers.map { finding in
            var project: Project?
            if case .project(let id) = finding.subject { project = byID[id] }
            let numbers = finding.numbers
            return [
                "\(finding.place)", project.map(Markdown.link) ?? Markdown.escaped(finding.sentence),
                Markdown.escaped(project?.label?.path.domain ?? ""),
                numbers["base"].map(Markdown.figure) ?? "", numbers["current"].map(Markdown.figure) ?? "",
                numbers["absolute"].map { Markdown.signed($0) } ?? "",
                numbers["percent"].map { "\(Markdown.signed($0, decimals: 0)) %" } ?? "new",
            ]
        }
        let columns = [
            ("Place", true), ("Project", false), ("Domain", false), ("A year before", true), ("OpenRank", true),
            ("Change", true), ("Percent", true),
        ]
        return Markdown.table(columns, rows)
    }

    private func sentences(_ findings: [Finding]) -> [String] {
        findings.map { "- \(Markdown.escaped($0.sentence))\(marks([$0]))" }
    }

    private func marks(_ findings: [Finding]) -> String {
        let found = Set(findings.flatMap(\.marks))
        let marks = MonthMark.allCases.filter(found.contains).map(\.rawValue)
        return marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))"
    }
}
