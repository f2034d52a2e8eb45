// SPDX-License-Identifier: Apache-2.0

/// Guesses the word that was meant when an unknown one was written.
package enum Suggestion {
    /// Longer words are not guessed at.
    private static let longest = 64

    /// The known word nearest to a written one, if any is near enough: a third of its letters may differ, or one is the
    /// beginning of the other.
    ///
    /// Case, hyphens and underscores do not count, so `sharedDevelopers` finds `shared-developers`.
    package static func nearest(to written: String, among known: [String]) -> String? {
        nearest(1, to: written, among: known).first
    }

    /// The known words that are near enough to a written one, the nearest first, else in their order.
    ///
    /// - Complexity: O(letters of the known words).
    package static func nearest(_ limit: Int, to written: String, among known: [String]) -> [String] {
        let letters = reduced(written)
        guard !letters.isEmpty, letters.count <= longest else { return [] }
        var near: [(distance: Int, place: Int)] = []
        for (place, word) in known.enumerated() {
            let candidate = reduced(word)
            guard candidate.count <= longest else { continue }
            let distance = distance(letters, candidate)
            let allowed = max(1, min(letters.count, candidate.count) / 3)
            let isBeginning = letters.starts(with: candidate) || candidate.starts(with: letters)
            let isNear = distance <= allowed || isBeginning && min(letters.count, candidate.count) >= 4
            if isNear { near.append((distance, place)) }
        }
        return near.sorted(by: <).prefix(limit).map { known[$0.place] }
    }

    /// The words `; did you mean 'x'?` or nothing.
    package static func phrase(for written: String, among known: [String]) -> String {
        nearest(to: written, among: known).map { "; did you mean '\($0)'?" } ?? ""
    }

    private static func reduced(_ word: String) -> [Unicode.Scalar] {
        word.lowercased().unicodeScalars.filter { $0 != "-" && $0 != "_" }
    }

    /// The least number of letters inserted, left out, replaced or swapped with their neighbour.
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
