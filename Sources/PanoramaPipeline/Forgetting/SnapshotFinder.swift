// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaStore

/// Finds the snapshots that are meant by paths of the inbox or by hashes.
struct SnapshotFinder {
    /// The fewest digits of a hash that may stand for it.
    private static let leastDigits = 8

    let snapshots: [CatalogueEntry]
    let files: [FileEntry]
    let inbox: String

    /// The snapshots meant by some texts, each once, in the order of the texts.
    ///
    /// A text is a path relative to the inbox, or one that leads into the inbox, or the beginning of a SHA-256, of at
    /// least 8 digits. A path means what its file holds, or what came from it while that still counts.
    ///
    /// - Throws: ``NotFoundError`` that tells of every text by which no snapshot is meant, or several.
    func find(_ texts: [String]) throws(NotFoundError) -> [CatalogueEntry] {
        var found: [CatalogueEntry] = []
        var problems: [String] = []
        for text in texts {
            do throws(NotFoundError) {
                let snapshot = try find(text)
                if !found.contains(where: { $0.sha256 == snapshot.sha256 }) { found.append(snapshot) }
            } catch {
                problems.append(error.message)
            }
        }
        if !problems.isEmpty { throw NotFoundError(problems.joined(separator: "\n")) }
        return found
    }

    private func find(_ text: String) throws(NotFoundError) -> CatalogueEntry {
        let path = relative(text)
        var matches = snapshots(under: path)
        if matches.isEmpty, isHash(text) {
            let digits = text.lowercased()
            matches = snapshots.filter { $0.sha256.hasPrefix(digits) }
        }
        guard let match = matches.first else { throw NotFoundError(nothing(text, path)) }
        guard matches.count == 1 else { throw NotFoundError(several(text, matches)) }
        return match
    }

    /// The path within the inbox, where a path leads there; else the text.
    private func relative(_ text: String) -> String {
        let path = URL(filePath: text).standardizedFileURL.path
        for root in [URL(filePath: inbox).standardizedFileURL, URL(filePath: inbox).resolvingSymlinksInPath()]
        where path.hasPrefix(root.path + "/") {
            let inside = String(path.dropFirst(root.path.count + 1))
            // A path relative to the inbox may by chance lead there from the working directory, too.
            if text.hasPrefix("/") || snapshots(under: text).isEmpty { return inside }
        }
        return text.hasPrefix("./") ? String(text.dropFirst(2)) : text
    }

    /// The snapshots that a path holds or held.
    private func snapshots(under path: String) -> [CatalogueEntry] {
        func isMeant(_ other: String) -> Bool { other.utf8.elementsEqual(path.utf8) }
        let held = files.first { isMeant($0.path) && $0.isTakenIn }?.sha256
        return snapshots.filter { $0.sha256 == held || isMeant($0.source) || isMeant($0.path) }
    }

    private func isHash(_ text: String) -> Bool {
        text.utf8.count >= Self.leastDigits && text.prefix(64).allSatisfy { $0.isASCII && $0.isHexDigit }
    }

    // MARK: - What to say

    private func several(_ text: String, _ matches: [CatalogueEntry]) -> String {
        let lines = matches.map { snapshot in
            let isThere = files.contains { $0.isTakenIn && $0.sha256 == snapshot.sha256 }
            return "\n  \(snapshot.sha256)  \(snapshot.source): \(snapshot.accepted) records"
                + (isThere ? "" : "; its file was changed or replaced since")
        }
        return "'\(text)' means \(matches.count) snapshots, say which by its SHA-256:" + lines.joined()
    }

    private func nothing(_ text: String, _ path: String) -> String {
        if let file = files.first(where: { $0.path.utf8.elementsEqual(path.utf8) }) {
            switch file.state {
            case .forgotten: return "'\(text)' was forgotten before"
            case .failed: return "'\(text)' was not taken in: \(file.reason ?? "it failed")"
            case .waiting, .reading, .incomplete:
                return "'\(text)' is not taken in yet; 'panorama once' or 'panorama run' does that"
            case .done, .duplicate: break
            }
        }
        let near = nearest(to: path)
        let hint = near.isEmpty ? "'panorama status --files' lists them" : "near: \(near.joined(separator: ", "))"
        return
            "there is no snapshot '\(text)', as path of the inbox or as SHA-256 of \(Self.leastDigits) digits at least; \(hint)"
    }

    /// At most three paths of the inbox that begin and end alike for at least half of their length, the likest first.
    private func nearest(to text: String) -> [String] {
        let paths = Set(snapshots.map(\.source) + files.filter(\.isTakenIn).map(\.path))
        let likely = paths.compactMap { path -> (path: String, likeness: Int)? in
            let shorter = min(path.utf8.count, text.utf8.count)
            let start = zip(path.utf8, text.utf8).prefix { $0 == $1 }.count
            let end = zip(path.utf8.reversed(), text.utf8.reversed()).prefix { $0 == $1 }.count
            let likeness = min(start + end, shorter)
            return likeness * 2 >= max(path.utf8.count, text.utf8.count) ? (path, likeness) : nil
        }
        return likely.sorted { ($1.likeness, $0.path) < ($0.likeness, $1.path) }.prefix(3).map(\.path)
    }
}
