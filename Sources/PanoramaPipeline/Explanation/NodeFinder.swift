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
        var guesses: [String] = []
        if kind == .repository, let name = text.split(separator: "/").last, text.contains("/") {
            guesses = try store.names(endingIn: "/\(name)", kind.names, limit: 3)
        }
        let guess = guesses.isEmpty ? "" : "; did you mean \(guesses.joined(separator: ", "))?"
        return NotFoundError("no data knows a \(noun) called '\(text)'\(guess)")
    }
}
