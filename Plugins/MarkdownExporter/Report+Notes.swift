// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

extension Report {
    /// How to read the marks, and the months whose data is partial.
    var dataNotes: [String] {
        let partial = landscape.history.months.compactMap(Self.coverage)
        let unidentified = projects.filter { !$0.id.isIdentified }.map(Markdown.link)
        var lines = [
            "## Data notes", "",
            "- *missing*: no source holds data of the month. Changes that would need it are given as unknown.",
            "- *warm-up*: fewer than 24 months of data precede it, so scores have not reached their long-run level.",
            "- *provisional*: part of the month's data is missing.",
            "- *tainted*: part of the month's events is lost for good, as when the public feed lost them.",
        ]
        lines += partial
        if !unidentified.isEmpty {
            let names = unidentified.joined(separator: ", ")
            lines.append("- Known by name alone, since no source gave the number: \(names).")
        }
        return lines
    }

    /// Why a month bears its marks of coverage; `nil` where it bears none and there is nothing to tell.
    private static func coverage(_ status: MonthStatus) -> String? {
        if !status.reasons.isEmpty {
            return "- \(status.month): \(status.reasons.map(Markdown.escaped).joined(separator: " "))"
        }
        guard status.marks.contains(.provisional), let hours = status.hours, hours > 0 else { return nil }
        return "- \(status.month): \(hours) of \(status.month.hours) hours hold events."
    }

    /// How the numbers are defined.
    var definitions: [String] {
        let base = landscape.window.yearEarlier
        return [
            "## How the numbers are defined", "",
            "- **OpenRank** of a project: the mean of its monthly values over the window, \(landscape.window). "
                + "It ranks the projects; equal values are ordered by name.",
            "- **\(landscape.window.last)**: the value of that month alone. A mean hides a recent collapse.",
            "- **Change in a year**: the mean over the window less the mean over \(base), and that in percent of the "
                + "latter. A project that was not there then counts as 0 and is *new*, without a percentage.",
            "- **Mean** of a domain: over its projects; a year before, over those of them that had a value then.",
            "- Repositories are known by GitHub's number, so that a new name does not begin a new project.",
        ]
    }

    /// Where each number comes from.
    var tracing: [String] {
        [
            "## Where each number can be traced", "",
            "- Every value of every project and month: `scores.csv`; ranking and changes: `landscape.csv`; movers: "
                + "`movers.csv`; domains: `domains.csv`; months: `months.csv` (exporter `csv`).",
            "- The same with the rule that classified and admitted each project: `landscape.json` (exporter `json`).",
            "- What is there of each month, hours and events by type: `coverage.csv`, `coverage.json`.",
            "- The inputs with their checksums: `manifest.json`. All belong to edition "
                + "\(Markdown.escaped(landscape.edition)).",
        ]
    }
}
