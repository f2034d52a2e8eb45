// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
import PanoramaModel
import PanoramaStore

/// The scores of all nodes of a month as CSV, for researchers.
package struct ScoreTable {
    /// Rows whose names are looked up, and which are handed on, at a time.
    private static let batch = 10_000

    private let store: Store
    private let anatomy: MonthAnatomy
    private let pairs: PairList
    private let bots: Set<DeveloperID>
    private let origin: ScoreRow.Origin

    init(
        _ store: Store,
        _ anatomy: MonthAnatomy,
        _ pairs: PairList,
        _ bots: Set<DeveloperID>,
        _ marks: [MonthMark]
    ) {
        self.store = store
        self.anatomy = anatomy
        self.pairs = pairs
        self.bots = bots
        origin = ScoreRow.Origin(month: anatomy.scores.month, preset: anatomy.parameters.summary, marks: marks)
    }

    /// Hands on the table in pieces: the columns, then every node of the kinds by rank, then number.
    ///
    /// - Throws: ``StoreError``; what `body` throws.
    /// - Complexity: O(pairs + nodes · log(nodes)).
    package func forEachPiece(_ kinds: [NodeKind], _ body: (String) throws -> Void) throws {
        try body(ScoreRow.columns.joined(separator: ",") + "\n")
        for kind in kinds {
            let ranked = ranked(kind)
            let participants = kind == .repository ? try participants() : [:]
            var next = 0
            while next < ranked.count {
                let piece = ranked[next..<min(next + Self.batch, ranked.count)]
                let names = try store.newestNames(of: piece.map(\.node.id), kind.names)
                let rows = piece.compactMap { entry in
                    row(entry, kind, names[entry.node.id], participants[entry.node.id])
                }
                try body(rows.map(\.line).joined())
                next = piece.endIndex
            }
        }
    }

    private typealias Ranked = (node: NodeScore, rank: Int)

    /// The nodes that took part, by score as it is printed, then number, with their ranks.
    private func ranked(_ kind: NodeKind) -> [Ranked] {
        let scores = anatomy.scores
        var nodes = scores.nodes(kind).filter { $0.month == scores.month.ordinal }
        for index in nodes.indices { nodes[index].value = nodes[index].value.rounded(decimals: Standing.decimals) }
        nodes.sort { ($1.value, $0.id) < ($0.value, $1.id) }
        var ranked: [Ranked] = []
        ranked.reserveCapacity(nodes.count)
        for (index, node) in nodes.enumerated() {
            let isEqual = ranked.last.map { $0.node.value == node.value } ?? false
            ranked.append((node, isEqual ? ranked[index - 1].rank : index + 1))
        }
        return ranked
    }

    /// The distinct developers with a collaboration event in each repository, bots left out.
    private func participants() throws -> [Int64: Int] {
        var counts: [Int64: Int] = [:]
        try pairs.forEachBlock { pairs in
            for pair in pairs where pair.isActive && !pair.isBot && !bots.contains(pair.developer) {
                counts[pair.repository.rawValue, default: 0] += 1
            }
        }
        return counts
    }

    private func row(_ entry: Ranked, _ kind: NodeKind, _ name: String?, _ participants: Int?) -> ScoreRow? {
        guard let parts = anatomy.parts(of: entry.node.id, kind) else { return nil }
        return ScoreRow(
            kind: kind,
            id: entry.node.id,
            name: name,
            score: entry.node.value,
            rank: entry.rank,
            start: parts.start,
            carried: parts.carried / parts.retention,
            activity: parts.contributions.reduce(0) { $0 + $1.activity },
            neighbours: parts.contributions.count,
            participants: kind == .repository ? participants ?? 0 : nil,
            origin: origin
        )
    }
}
