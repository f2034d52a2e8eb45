// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive

extension InspectReport {
    /// The report for people.
    var text: String {
        var lines = ["\(path): \(kindText)", "  \(verdictText)"]
        if let comment { lines.append(row("comment", comment)) }
        if verdict != .unreadable { lines.append(row("size", "\(bytes) bytes")) }
        if let events { lines += rows(events) }
        if kind != nil {
            if events == nil {
                lines.append(row("records", "\(accepted) accepted"))
                lines += months.isEmpty ? [] : [row("months", monthsText)]
            }
            lines.append(row("segment", "\(segmentBytes) bytes\(share(segmentBytes, of: bytes, " of the file"))"))
        }
        lines += badRows
        if let events { lines += table(events) }
        return lines.map(\.printable).joined(separator: "\n")
    }

    /// What becomes of several files, in one line.
    static func total(_ reports: [InspectReport]) -> String {
        let verdicts: [(verdict: Verdict, text: String)] = [
            (.taken, "would be taken in"), (.incomplete, "would be waited for"), (.failed, "would fail"),
            (.ignored, "would be ignored"), (.unreadable, "cannot be read"),
        ]
        let parts = verdicts.compactMap { verdict, text in
            let count = reports.count { $0.verdict == verdict }
            return count > 0 ? "\(count) \(text)" : nil
        }
        return "\(reports.count) files: \(parts.joined(separator: ", "))"
    }

    private var kindText: String {
        let packed = compression.map { $0 == Compression.none.rawValue ? ", plain" : ", \($0)" } ?? ""
        switch kind {
        case nil:
            if verdict == .unreadable { return "not readable" }
            return (isUntold ? "of a kind that cannot be told" : "of no known kind") + packed
        case Snapshot.Kind.events.rawValue:
            let layout = events?.oneToALine == false ? "not one to a line" : "one to a line, as in GH Archive"
            return "events, \(layout)\(packed)"
        case Snapshot.Kind.publishedScores.rawValue: return (subject.map(seriesText) ?? "published scores") + packed
        case Snapshot.Kind.pairs.rawValue: return "counted pairs of developers and repositories\(packed)"
        case Snapshot.Kind.repositories.rawValue: return "repository metadata\(packed)"
        case let kind?: return kind.replacing("-", with: " ") + packed
        }
    }

    /// A file of OpenDigger's tree, from its subject: the repository and, behind a space, the metric.
    private func seriesText(_ subject: String) -> String {
        let words = subject.split(separator: " ", maxSplits: 1)
        guard words.count == 2, let repository = words.first, let metric = words.last else { return subject }
        return metric == "identity"
            ? "OpenDigger's number of \(repository)" : "OpenDigger's series '\(metric)' of \(repository)"
    }

    private var verdictText: String {
        switch verdict {
        case .taken: "would be taken in"
        case .incomplete: "would be waited for: \(reason ?? "")"
        case .failed: "would fail: \(reason ?? "")"
        case .ignored: "would be ignored: \(reason ?? "")"
        case .unreadable: reason ?? ""
        }
    }

    private func rows(_ events: InspectedEvents) -> [String] {
        let eras = events.eras.map { "\($0.label): \($0.events)" }
        let lacks = [
            ("developer", events.withoutDeveloper), ("repository", events.withoutRepository), ("id", events.withoutID),
        ]
        return [
            row("span", "\(events.first ?? "") to \(events.last ?? "")"),
            row("months", monthsText),
            row("era", eras.joined(separator: "; ")),
            row("events", "\(accepted) accepted, \(events.distinct) distinct, \(events.repeated) repeated"),
            row("without", lacks.map { "\($0): \($1)" }.joined(separator: ", ")),
            row("pairs", "\(events.pairs) of developer and repository"),
        ]
    }

    private var monthsText: String {
        if months.count > 12, let first = months.first, let last = months.last {
            return "\(months.count), \(first.month) to \(last.month)"
        }
        return months.map { "\($0.month) (\($0.records))" }.joined(separator: ", ")
    }

    private var badRows: [String] {
        guard verdict != .unreadable else { return [] }
        let all = accepted + badLines.count
        let count = "\(badLines.count) of \(all)\(share(badLines.count, of: all, "")); "
        let head = row("bad lines", count + "'bad-lines' allows \(percentage(badLines.limit))")
        return [head] + badLines.samples.map { "    line \($0.line), byte \($0.offset): \($0.reason)" }
    }

    private func table(_ events: InspectedEvents) -> [String] {
        var rows = events.types.map { count in
            (name: ([count.type] + (count.action.map { [$0] } ?? [])).joined(separator: " "), events: count.events)
        }
        if events.ofFurtherTypes > 0 { rows.append((name: "(further types)", events: events.ofFurtherTypes)) }
        let width = rows.map { "\($0.events)".count }.max() ?? 0
        return rows.map { row in
            let number = "\(row.events)"
            return "    " + String(repeating: " ", count: width - number.count) + number + "  " + row.name
        }
    }

    private func row(_ name: String, _ value: String) -> String {
        "  " + name + String(repeating: " ", count: max(1, 11 - name.count)) + value
    }

    private func share(_ part: Int, of whole: Int, _ suffix: String) -> String {
        whole > 0 ? " (\(percentage(Double(part) / Double(whole)))\(suffix))" : ""
    }

    private func percentage(_ share: Double) -> String {
        let hundredths = Int((share * 10_000).rounded())
        if hundredths == 0, share > 0 { return "under 0.01 %" }
        let fraction = hundredths % 100 == 0 ? "" : "." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
        return "\(hundredths / 100)\(fraction) %"
    }
}
