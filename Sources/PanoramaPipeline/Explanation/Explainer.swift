// SPDX-License-Identifier: Apache-2.0

import PanoramaArchive
package import PanoramaModel
package import PanoramaStore

/// Explains scores from a state that is only read: months are solved only where the cache does not hold them.
package struct Explainer {
    private let store: Store
    private let book: MonthBook
    private let parameters: ScoringParameters
    private let bots: Set<DeveloperID>

    /// Opens the months that the state holds.
    ///
    /// - Throws: ``StoreError``.
    package init(_ store: Store, _ parameters: ScoringParameters) throws {
        self.store = store
        self.parameters = parameters
        book = try MonthBook(store, parameters)
        bots = Set(try store.developers(named: parameters.bots))
    }

    /// Explains the score of a repository or developer.
    ///
    /// - Parameters:
    ///   - query: what is asked about.
    ///   - month: the month; `nil` for the last with data.
    /// - Returns: the score with its parts, and all around it.
    /// - Throws: ``NotFoundError`` when no data knows it or the month has no data; ``StoreError``.
    /// - Complexity: O(pairs + nodes of all months), and a solve for months that are not in the cache.
    package func explain(_ query: NodeQuery, in month: Month?) throws -> NodeExplanation {
        let asked = try self.month(month)
        let finder = NodeFinder(store: store)
        guard let node = try finder.node(query.kind, called: query.text, in: month) else {
            throw try finder.unknown(query.kind, query.text)
        }
        let statuses = try statuses()
        var history: [NodeExplanation.Point] = []
        var explained: (point: NodeExplanation.Point, parts: ScoreParts?)?
        var counts: [Int64: ActivityCounts] = [:]
        var previous: MonthScores?
        try book.forEachMonth { scores in
            let pairs = try book.pairs(of: scores.month).pairs
            let counter = ParticipationCounter(pairs: pairs, parameters: parameters, bots: bots, scores: scores)
            let point = NodeExplanation.Point(
                status: statuses[scores.month] ?? MonthStatus(month: scores.month),
                standing: scores.standing(of: node.id, node.kind),
                participation: try counter.participation(of: node.id, node.kind)
            )
            history.append(point)
            if scores.month == asked {
                let graph = try MonthGraph(pairs, parameters, bots: bots)
                let anatomy = MonthAnatomy(scores: scores, previous: previous, graph: graph, parameters: parameters)
                explained = (point, anatomy.parts(of: node.id, node.kind))
                counts = try pairs.counts(of: node.id, node.kind)
            }
            previous = scores
        }
        if node.names.isEmpty, !history.contains(where: { $0.participation.pairs > 0 }) {
            throw try finder.unknown(query.kind, query.text)
        }
        guard let explained else { throw NotFoundError("there are no scores of \(asked)") }
        let neighbours = explained.parts?.contributions.map(\.id) ?? []
        return NodeExplanation(
            node: node,
            point: explained.point,
            parts: explained.parts,
            neighbourNames: try store.newestNames(of: neighbours, node.kind.opposite.names),
            counts: counts,
            history: history,
            preset: parameters.summary,
            notices: try computed.notices()
        )
    }

    /// Where a repository stands in landscapes, in their order.
    ///
    /// - Parameters:
    ///   - query: the repository; one that no data knows is no error.
    ///   - plans: the landscapes.
    ///   - looksForReasons: whether to find out why it has no score where it has none.
    /// - Returns: one for each landscape; none for a developer.
    /// - Throws: ``StoreError``.
    /// - Complexity: as making the landscapes without their exports.
    package func standings(
        of query: NodeQuery,
        in plans: [LandscapePlan],
        lookingForReasons looksForReasons: Bool
    ) async throws -> [LandscapeStanding] {
        guard query.kind == .repository else { return [] }
        let node = try NodeFinder(store: store).node(.repository, called: query.text, in: nil)
        let id = (node?.id ?? Int64(query.text)).map(RepositoryID.init(rawValue:))
        let names = (query.text.contains("/") ? [query.text] : []) + (node?.names.reversed().map(\.name) ?? [])
        let references = names.isEmpty ? [nil] : names.map(Optional.some)
        var standings: [LandscapeStanding] = []
        for plan in plans {
            let examiner = LandscapeExaminer(
                store: store,
                book: book,
                parameters: parameters,
                plan: plan,
                looksForReasons: looksForReasons
            )
            standings.append(try await examiner.standing(of: references.map { RepositoryReference(id: id, name: $0) }))
        }
        return standings
    }

    /// What to say of a repository, whose standings were found, when no data knows it: events, counted pairs or published scores.
    ///
    /// - Returns: the error to end with, with guesses at what was meant; `nil` when some data knows it.
    /// - Throws: ``StoreError``.
    /// - Complexity: O(1) for a name; O(pairs of all months) for a number that came without names.
    package func unknown(_ query: NodeQuery, _ standings: [LandscapeStanding]) throws -> NotFoundError? {
        let finder = NodeFinder(store: store)
        let isStanding = standings.contains { standing in
            guard standing.rank == nil else { return true }
            // Only what a landscape's own names led to has a score at all; a number stands for itself.
            return (standing.openrank ?? -1) > 0 || standing.openrank != nil && query.text.contains("/")
        }
        guard !isStanding, query.kind == .repository else { return nil }
        let node = try finder.node(.repository, called: query.text, in: nil)
        if let node {
            if !node.names.isEmpty { return nil }
            for month in book.months {
                if try book.pairs(of: month).pairs.contains(RepositoryID(rawValue: node.id)) { return nil }
            }
        }
        return try finder.unknown(query.kind, query.text)
    }

    /// The scores of all nodes of a month; of the last with data when none is given.
    ///
    /// - Throws: ``NotFoundError`` when the month has no data; ``StoreError``.
    package func scores(of month: Month?) throws -> ScoreTable {
        let asked = try self.month(month)
        var previous: MonthScores?
        var anatomy: MonthAnatomy?
        let pairs = try book.pairs(of: asked).pairs
        try book.forEachMonth { scores in
            if scores.month == asked {
                let graph = try MonthGraph(pairs, parameters, bots: bots)
                anatomy = MonthAnatomy(scores: scores, previous: previous, graph: graph, parameters: parameters)
            }
            previous = scores
        }
        guard let anatomy else { throw NotFoundError("there are no scores of \(asked)") }
        return ScoreTable(store, anatomy, pairs, bots, try statuses()[asked]?.marks ?? [])
    }

    private var computed: ComputedScores { ComputedScores(store: store, book: book, parameters: parameters) }

    /// The month asked for, else the last with data.
    private func month(_ asked: Month?) throws -> Month {
        let months = book.months.filter(book.hasData)
        guard let last = months.last else {
            throw NotFoundError(
                "there are no events or counted pairs in \(store.directory), and scores that others published come without "
                    + "reasons: drop archive hours into the inbox"
            )
        }
        guard let asked else { return last }
        guard book.hasData(asked) else {
            let runs = MonthSpan.runs(of: months).map(\.description).joined(separator: ", ")
            throw NotFoundError("there is no data of \(asked); there is data of \(runs)")
        }
        return asked
    }

    private func statuses() throws -> [Month: MonthStatus] {
        guard let data = computed.data else { return [:] }
        return Dictionary(uniqueKeysWithValues: try computed.months(of: data).map { ($0.month, $0) })
    }
}

extension PairList {
    /// What was counted between a node and each of those at the other end of its pairs.
    fileprivate func counts(of id: Int64, _ kind: NodeKind) throws -> [Int64: ActivityCounts] {
        switch kind {
        case .developer:
            let own = try pairs(of: DeveloperID(rawValue: id))
            return Dictionary(own.map { ($0.repository.rawValue, $0.counts) }) { $1 }
        case .repository:
            let own = try pairs(of: RepositoryID(rawValue: id)) { pair, _ in pair }
            return Dictionary(own.map { ($0.developer.rawValue, $0.counts) }) { $1 }
        }
    }
}
