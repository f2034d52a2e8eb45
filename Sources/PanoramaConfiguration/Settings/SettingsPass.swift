// SPDX-License-Identifier: Apache-2.0

/// What is remembered while settings are decoded, over all attempts.
///
/// A decoder of Swift stops at the first error. To find the others, the value that was wrong is masked, so that its default
/// or a stand-in is taken, and decoding starts again.
final class SettingsPass {
    /// A path of keys and indexes in YAML's spelling.
    typealias Path = [String]

    /// Values not to look at again.
    private(set) var masked: Set<Path> = []
    /// The keys asked for, by mapping.
    private(set) var checks: [Path: KeyCheck] = [:]
    /// Values that were decoded to the end, so that every key they know was asked for.
    private var complete: Set<Path> = []
    /// Mappings that the type around them reads itself.
    private var nested: Set<Path> = []

    /// Masks a value.
    func mask(_ path: Path) { masked.insert(path) }

    /// Whether a value is masked.
    func isMasked(_ path: Path) -> Bool { masked.contains(path) }

    /// Notes that a key was asked for.
    func ask(_ key: String, in path: Path) { checks[path, default: KeyCheck()].ask(key) }

    /// Notes that a key must be there and is not.
    func need(_ key: String, advice: String?, in path: Path) {
        checks[path, default: KeyCheck()].need(KeyCheck.Need(keys: [key], advice: advice))
    }

    /// Notes that all of a value was decoded.
    func finish(_ path: Path) { complete.insert(path) }

    /// Notes that the type around a mapping reads it.
    func nest(_ path: Path) { nested.insert(path) }

    /// Whether all of a value was decoded in some attempt.
    func isComplete(_ path: Path) -> Bool {
        complete.contains(path) || nested.contains(path) && !path.isEmpty && isComplete(Array(path.dropLast()))
    }

    /// The mappings whose keys are to be checked.
    var mappings: Set<Path> { complete.union(checks.keys) }

    /// A value to go on with in place of a masked one, for types that have an obvious one.
    static func standIn<Value>(_ type: Value.Type) -> Value? {
        func empty<List: ExpressibleByArrayLiteral>(_ type: List.Type) -> List { [] }
        func blank<Map: ExpressibleByDictionaryLiteral>(_ type: Map.Type) -> Map { [:] }
        func first<Choice: CaseIterable>(_ type: Choice.Type) -> Choice? { Choice.allCases.first }
        switch type {
        case let scalar as any ScalarSetting.Type: return scalar.standIn as? Value
        case let list as any ExpressibleByArrayLiteral.Type: return empty(list) as? Value
        case let map as any ExpressibleByDictionaryLiteral.Type: return blank(map) as? Value
        case let choice as any CaseIterable.Type: return first(choice) as? Value
        default: return nil
        }
    }
}
