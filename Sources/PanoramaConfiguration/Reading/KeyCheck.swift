// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Compares the keys of a mapping with those that were asked for, once all have been.
///
/// A misspelt key that was needed is one mistake and gives one message: the unknown key with the needed one as suggestion.
struct KeyCheck {
    /// A key, or several of which one, that must be there and is not.
    struct Need {
        /// The keys.
        var keys: [String]
        /// How it is written, or what else helps, in words that follow the message.
        var advice: String?
    }

    /// The most unknown keys of one mapping whose meaning is guessed at.
    private static let mostGuesses = 100

    /// The keys that were asked for, in that order.
    private(set) var known: [String] = []
    private var knownSet: Set<String> = []
    private var needs: [Need] = []

    /// Takes a key that was asked for.
    mutating func ask(_ key: String) {
        if knownSet.insert(key).inserted { known.append(key) }
    }

    /// Takes a key that must be there and is not.
    mutating func need(_ need: Need) {
        needs.append(need)
        for key in need.keys { ask(key) }
    }

    /// Reports unknown and missing keys.
    ///
    /// - Parameters:
    ///   - mapping: the mapping that was read.
    ///   - position: where it begins.
    ///   - isComplete: whether all keys have been asked for; if not, other keys are not called unknown unless they
    ///     look like one that is missing.
    ///   - report: takes what is found.
    func finish(_ mapping: YAMLMapping, at position: SourcePosition, isComplete: Bool = true, report: Diagnostics) {
        var met: Set<String> = []
        let missing = needs.flatMap(\.keys).filter { mapping[$0] == nil }
        let absent = known.filter { mapping[$0] == nil }
        var guesses = Self.mostGuesses
        for entry in mapping.entries where !knownSet.contains(entry.key) {
            guesses -= 1
            let meant =
                guesses < 0
                ? nil
                : Suggestion.nearest(to: entry.key, among: missing)
                    ?? Suggestion.nearest(to: entry.key, among: absent)
                    ?? Suggestion.nearest(to: entry.key, among: known)
            guard isComplete || meant.map(missing.contains) == true else { continue }
            if let meant { met.insert(meant) }
            let question = meant.map { "; did you mean '\($0)'?" } ?? ""
            let list = known.isEmpty ? "no keys are known here" : "known here: \(known.joined(separator: ", "))"
            report.error(entry.position, "unknown key \(quoted(entry.key))\(question) (\(list))")
        }
        for need in needs where met.isDisjoint(with: need.keys) {
            let keys = alternatives(need.keys.map { quoted($0) })
            let advice = need.advice.map { "; \($0)" } ?? ""
            report.error(position, "\(keys) is missing\(advice)")
        }
    }
}
