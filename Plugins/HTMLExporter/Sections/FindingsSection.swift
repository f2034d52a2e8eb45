// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// All findings that are not drawn elsewhere, as sentences, by detector.
struct FindingsSection {
    private let findings: [Finding]

    /// Takes the content of the page.
    init(_ content: PageContent) {
        findings = content.landscape.findings.filter { !MoversSection.shows($0) && !$0.sentence.isEmpty }
    }

    /// The section; nothing without findings.
    var markup: Markup {
        guard !findings.isEmpty else { return "" }
        var detectors: [String] = []
        for finding in findings where !detectors.contains(finding.detector) { detectors.append(finding.detector) }
        return """
            <section id="findings" aria-labelledby="findings-heading">
            <h2 id="findings-heading">Findings</h2>
            <div class="findings">\(Markup(detectors.map(list)))</div>
            </section>

            """
    }

    private func list(_ detector: String) -> Markup {
        let items = findings.filter { $0.detector == detector }.map(item)
        return "<div><h3>\(detector)</h3>\n<ul>\(Markup(items))</ul></div>\n"
    }

    private func item(_ finding: Finding) -> Markup {
        let marks = finding.marks.map(\.rawValue)
        let note: Markup = marks.isEmpty ? "" : " <span class=\"small\">(\(MonthText.sequence(marks)) months)</span>"
        return "<li>\(finding.sentence)\(note)</li>\n"
    }
}
