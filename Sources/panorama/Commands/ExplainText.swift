// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import PanoramaPipeline

/// What `panorama explain` prints for people.
struct ExplainText {
    /// Decimals of scores and their parts.
    private static let decimals = 4

    let explanation: NodeExplanation
    let standings: [LandscapeStanding]
    let parameters: ScoringParameters
    /// The contributors shown, from the top.
    let top: Int

    init(
        _ explanation: NodeExplanation,
        _ standings: [LandscapeStanding],
        _ parameters: ScoringParameters,
        top: Int
    ) {
        self.explanation = explanation
        self.standings = standings
        self.parameters = parameters
        self.top = top
    }

    /// The whole text.
    var text: String {
        let sections = [
            head, partLines, contributionLines, communityLines, historyLines, landscapeLines, explanation.notices,
        ]
        return sections.filter { !$0.isEmpty }.map { $0.map(\.printable).joined(separator: "\n") }
            .joined(separator: "\n\n")
    }

    private var node: NamedNode { explanation.node }

    private var head: [String] {
        let number = node.id > 0 ? " (\(node.kind.rawValue) #\(node.id))" : " (\(node.kind.rawValue), number unknown)"
        let former = node.formerNames.reversed().map(\.name)
        var lines = [node.name + number + (former.isEmpty ? "" : ", formerly \(former.joined(separator: ", "))")]
        if !node.namesakes.isEmpty {
            let others = node.namesakes.map { "#\($0)" }.joined(separator: ", ")
            lines.append("others that bore the name: \(others); ask for one by its number")
        }
        if let standing = explanation.point.standing {
            lines.append(
                "\(explanation.month): OpenRank \(figure(standing.score)), rank \(standing.rank) of \(standing.count) "
                    + "\(node.kind.plural), by \(explanation.preset)"
            )
        } else {
            let reason = explanation.point.participation.reason(node.kind, in: "the month", parameters)
            lines.append("\(explanation.month): no OpenRank. \(reason ?? "")")
            if let last = explanation.history.last(where: { $0.standing != nil }) {
                lines.append("its last score is of \(last.status.month): --month \(last.status.month) explains it")
            }
        }
        return lines + coverage
    }

    private var coverage: [String] {
        let status = explanation.point.status
        let marks = status.marks.isEmpty ? ["complete"] : status.marks.map(\.rawValue)
        return ["coverage of the month: \(marks.joined(separator: ", "))"] + status.reasons.map { "  \($0)" }
    }

    private var printed: (parts: ScoreParts, printed: PrintedParts, score: Double)? {
        guard let parts = explanation.parts, let score = explanation.point.standing?.score else { return nil }
        return (parts, PrintedParts(parts, of: score, decimals: Self.decimals), score)
    }

    private var partLines: [String] {
        guard let (parts, printed, score) = printed else { return [] }
        var table = TextTable(numeric: [true, true, false])
        func add(_ value: Double, _ what: String) { table.add(figure(value), share(value, of: score), what) }
        let count = parts.contributions.count
        add(printed.neighbours, "from \(count) \(count == 1 ? neighbour.rawValue : neighbour.plural)")
        if node.kind == .developer {
            let new = figure(parts.added / parts.retention)
            add(printed.added, "for its own activity: \(parts.retention) × \(new), of at most 1 a month")
        }
        add(printed.carried, "carried\(parts.source.map { ": \(origin($0, parts))" } ?? "; nothing from before")")
        add(printed.background, "from the background node")
        add(printed.backgroundShare, "its share of the background's own value")
        table.add(figure(score), "", "OpenRank")
        return ["where it comes from"] + table.lines
    }

    /// How a carried value comes about, such as `0.3 × 0.85^2 × 7.1607, its score of 2025-02`.
    private func origin(_ source: NodeScore, _ parts: ScoreParts) -> String {
        let age = explanation.month.ordinal - source.month
        let fading = "\(parameters.attenuation)" + (age > 1 ? "^\(age)" : "")
        return "\(parts.retention) × \(fading) × \(figure(source.value)), its score of \(Month(ordinal: source.month))"
    }

    private var neighbour: NodeKind { node.kind.opposite }

    private var contributionLines: [String] {
        guard let (parts, printed, score) = printed, top > 0 else { return [] }
        var table = TextTable(numeric: [true, true, true, true, true, false])
        table.add("adds", "share", "activity", "in all", "OpenRank", neighbour.rawValue)
        for (contribution, value) in zip(parts.contributions, printed.contributions).prefix(top) {
            table.add(
                figure(value),
                share(value, of: score),
                contribution.activity.fixed(decimals: 3),
                contribution.totalActivity.fixed(decimals: 3),
                figure(contribution.score),
                explanation.neighbourNames[contribution.id] ?? "#\(contribution.id)"
            )
        }
        let rest = printed.contributions.dropFirst(top)
        if !rest.isEmpty {
            let value = printed.sum(of: rest)
            table.add(figure(value), share(value, of: score), "", "", "", "\(rest.count) others")
        }
        return ["\(neighbour.plural) by contribution"] + table.lines
    }

    private var communityLines: [String] {
        guard node.kind == .repository else { return [] }
        let participation = explanation.point.participation
        return [
            "community in \(explanation.month): \(participation.participants) participants, of whom "
                + "\(participation.scored) contribute to the score; \(participation.bots) bots"
        ]
    }

    private var historyLines: [String] {
        var table = TextTable(numeric: [false, true, true, true, true, false])
        let columns = node.kind == .repository ? ["participants", "contributors"] : ["repositories", "contributes to"]
        table.add("month", "OpenRank", "rank", columns[0], columns[1], "marks")
        for point in explanation.history {
            table.add(
                "\(point.status.month)",
                point.standing.map { figure($0.score) } ?? "–",
                point.standing.map { "\($0.rank) of \($0.count)" } ?? "–",
                "\(point.participation.participants)",
                "\(point.participation.scored)",
                point.status.marks.map(\.rawValue).joined(separator: " ")
            )
        }
        return ["history"] + table.lines
    }

    private var landscapeLines: [String] {
        guard !standings.isEmpty else { return [] }
        let isOut = standings.contains { $0.rank == nil }
        let hint = isOut ? [", where it is not in: 'panorama why-not' says why"] : []
        return ["landscapes\(hint.joined())"] + standings.flatMap { StandingText($0).lines.map { "  \($0)" } }
    }

    private func figure(_ value: Double) -> String { value.fixed(decimals: Self.decimals) }

    private func share(_ part: Double, of whole: Double) -> String {
        whole > 0 ? "\((part / whole * 100).fixed(decimals: 1)) %" : ""
    }
}
