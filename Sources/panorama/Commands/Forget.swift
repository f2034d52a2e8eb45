// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import PanoramaConfiguration
import PanoramaModel
import PanoramaPipeline
import PanoramaStore

/// `panorama forget`: take a snapshot back out of the state.
struct Forget: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Take snapshots back out of the state, as if they had never been there.",
        discussion: """
            What they counted, and the names and facts known from them alone, are gone; their files stay in the inbox and \
            are left alone until they are touched or dropped again. The editions are made by the next 'panorama once' or \
            'panorama run'. All of the snapshots are forgotten or none; a running daemon must be stopped first.
            """
    )

    @Argument(
        help: """
            A path in the inbox, as 'panorama status --files' lists it, or the first 8 digits or more of a SHA-256.
            """
    )
    var snapshot: [String]
    @OptionGroup var options: ConfigurationOptions

    func run() async throws {
        try await reportingErrors {
            let configuration = try options.load()
            let forgetter = try Forgetter(inbox: configuration.inbox, state: configuration.state)
            let (forgotten, losses) = try forgetter.forget(snapshot)
            for forgotten in forgotten { print(text(forgotten)) }
            for loss in losses { print(text(loss, of: losses)) }
            print("the next 'panorama once' or 'panorama run' makes the editions without")
        }
    }

    private func text(_ forgotten: Forgetter.Forgotten) -> String {
        let snapshot = forgotten.snapshot
        let months = snapshot.months.keys.sorted()
        var parts = [snapshot.kind, "\(snapshot.accepted) \(snapshot.accepted == 1 ? "record" : "records")"]
        if let first = months.first, let last = months.last {
            parts.append(first == last ? "\(first)" : "\(months.count) months from \(first) to \(last)")
        }
        let copies = forgotten.files.filter { $0 != snapshot.source }
        let also = copies.isEmpty ? "" : "; the same bytes: \(copies.joined(separator: ", "))"
        return "forgotten: \(snapshot.source): \(parts.joined(separator: ", "))\(also)".printable
    }

    private func text(_ loss: Forgetter.Loss, of all: [Forgetter.Loss]) -> String {
        let what = loss.list.kind.rawValue
        let consequence =
            if !loss.isOfForgotten {
                "of what was forgotten, \(what) that it alone tells are gone until it is dropped again"
            } else if all.contains(where: { !$0.isOfForgotten && $0.list.kind == loss.list.kind }) {
                "since others are lost too, \(what) that nothing else tells may be left"
            } else {
                "all \(what) were made anew from what the other snapshots tell"
            }
        let source = loss.source ?? loss.list.sha256
        return "lost: the list of the \(what) of \(source), whose file is not in the inbox; \(consequence)".printable
    }
}
