// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import PanoramaPipeline

/// Where a repository stands in a landscape, for people.
struct StandingText {
    let standing: LandscapeStanding

    init(_ standing: LandscapeStanding) { self.standing = standing }

    /// One line and, where it is not in, one for every rule that keeps it out.
    var lines: [String] {
        (standing.rank == nil ? [head] + standing.obstacles.map { "  \($0.message)" } : [head, "  \(reasons)"])
            .map(\.printable)
    }

    /// By which rules the scores are, and what a reader must be told, each once, with the landscapes that it is of unless it is of
    /// all.
    static func remarks(on standings: [LandscapeStanding]) -> [String] {
        var remarks: [(text: String, landscapes: [String])] = []
        func add(_ text: String, _ landscape: String) {
            if let index = remarks.firstIndex(where: { $0.text == text }) {
                remarks[index].landscapes.append(landscape)
            } else {
                remarks.append((text, [landscape]))
            }
        }
        for standing in standings {
            if let preset = standing.preset { add("Scores by \(preset).", standing.landscape) }
        }
        for standing in standings { for notice in standing.notices { add(notice, standing.landscape) } }
        return remarks.map { text, landscapes in
            let isOfAll = landscapes.count == standings.count
            return (isOfAll ? text : "\(landscapes.joined(separator: ", ")): \(text)").printable
        }
    }

    private var head: String {
        guard let rank = standing.rank else { return "\(standing.landscape): not in" }
        return "\(standing.landscape): in, rank \(rank) of \(standing.count), mean OpenRank "
            + "\((standing.openrank ?? 0).fixed(decimals: 4))\(standing.window.map { " over \($0)" } ?? "")"
    }

    /// Why it is in and where it belongs.
    private var reasons: String {
        var reasons = [standing.admission].compactMap { $0 }
        if let label = standing.label {
            let path = [label.path.layer, label.path.domain, label.path.subdomain].compactMap { $0 }
            reasons.append("\(path.joined(separator: " / ")) (\(label.rule))")
        }
        return reasons.joined(separator: "; ")
    }
}
