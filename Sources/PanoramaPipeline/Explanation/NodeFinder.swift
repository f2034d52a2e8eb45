// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import PanoramaStore

/// Finds repositories and developers by what people call them.
struct NodeFinder {
    let store: Store

    /// The node that a name or number means; `nil` for a name that no data knows.
    ///
    /// Any number means a node: counted pairs may have come without a name.
    /// A name means the one who bore it at the end of the month asked about, by the rule of ``NameHistory``; without a month
    /// the one who bore it last.
    func node(_ kind: NodeKind, called text: String, in month: Month?) throws -> NamedNode? {
        let bearers = try store.bearers(of: text, kind.names)
        let identified = bearers.filter { $0.id > 0 }
        let newest = identified.max { ($0.last, $0.first, $0.id) < ($1.last, $1.first, $1.id) }
        if let newest {
            let id = month.flatMap { NameHistory(identified).reigns(in: $0).last?.id } ?? newest.id
            var node = try node(kind, id)
            node.namesakes = identified.filter { $0.id != id }
                .sorted { ($1.last, $1.first, $1.id) < ($0.last, $0.first, $0.id) }.map(\.id)
            return node
        }
        if let unidentified = bearers.last { return try node(kind, unidentified.id) }
        guard let id = Int64(text), id > 0 else { return nil }
        return try self.node(kind, id)
    }

    private func node(_ kind: NodeKind, _ id: Int64) throws -> NamedNode {
        let names = try store.names(of: id, kind.names).map {
            NamedNode.Name(name: $0.name, first: $0.first, last: $0.last)
        }
        return NamedNode(kind: kind, id: id, names: names)
    }

    /// The error for what no data knows, with guesses at what was meant.
    func unknown(_ kind: NodeKind, _ text: String) throws -> NotFoundError {
        let noun = kind == .repository ? "repository" : "developer"
        let guesses = try kind == .repository ? repositories(like: text) : logins(like: text).map { "@\($0)" }
        let guess = guesses.isEmpty ? "" : "; did you mean \(guesses.joined(separator: ", "))?"
        return NotFoundError("no data knows a \(noun) called '\(text)'\(guess)")
    }

    /// Guesses that are told.
    private static let guesses = 3
    /// Names that a guess is sought among.
    private static let candidates = 1000

    /// Repositories of the same owner with a name nearly alike, then of an owner nearly alike with the same name, then any
    /// with the same name.
    private func repositories(like text: String) throws -> [String] {
        let parts = text.split(separator: "/").map(String.init)
        guard parts.count == 2 else { return [] }
        let siblings = try store.names(beginningWith: "\(parts[0])/", .repositories, limit: Self.candidates)
        let namesakes = try store.names(endingIn: "/\(parts[1])", .repositories, limit: Self.candidates)
        let found =
            near(parts[1], among: siblings) { String($0.dropFirst(parts[0].count + 1)) }
            + near(parts[0], among: namesakes) { String($0.dropLast(parts[1].count + 1)) }
            + namesakes.prefix(Self.guesses)
        var seen: Set<String> = [text]
        return Array(found.filter { seen.insert($0).inserted }.prefix(Self.guesses))
    }

    /// The names whose part is nearly alike to a written one.
    private func near(_ written: String, among names: [String], by part: (String) -> String) -> [String] {
        let whole = Dictionary(names.map { (part($0), $0) }) { first, _ in first }
        return Suggestion.nearest(Self.guesses, to: written, among: names.map(part)).compactMap { whole[$0] }
    }

    /// Logins nearly alike that begin alike: every login would take too long.
    private func logins(like text: String) throws -> [String] {
        let beginning = String(text.prefix(max(2, text.count / 2)))
        guard text.count > 2 else { return [] }
        let names = try store.names(beginningWith: beginning, .developers, limit: Self.candidates)
        return Suggestion.nearest(Self.guesses, to: text, among: names.filter { $0 != text })
    }
}
