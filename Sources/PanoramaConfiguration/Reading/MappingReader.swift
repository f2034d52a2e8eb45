// SPDX-License-Identifier: Apache-2.0

import PanoramaModel

/// Reads a mapping key by key; ``finish()`` then reports the keys nobody asked for.
///
/// Everything that is wrong is reported and reading goes on, so that all mistakes are found at once.
final class MappingReader {
    /// Where the mapping begins.
    let position: SourcePosition
    /// The entries.
    let mapping: YAMLMapping
    private let report: Diagnostics
    private var check = KeyCheck()

    /// Starts on a node, the value of a key; an empty value is an empty mapping.
    ///
    /// - Returns: `nil`, after reporting it, when the node is something else.
    init?(_ node: YAMLNode, of key: String, report: Diagnostics) {
        position = node.position
        self.report = report
        if node.isNull {
            mapping = YAMLMapping()
        } else if let entries = node.mapping {
            mapping = entries
        } else {
            if !node.isInvalid {
                report.error(node.position, "\(quoted(key)) must be a mapping of keys to values, not \(node.inWords)")
            }
            return nil
        }
    }

    /// Whether a key is written; asks for it.
    func has(_ key: String) -> Bool { node(key) != nil }

    /// Where the value of a key is, or else the mapping.
    func position(of key: String) -> SourcePosition { mapping[key]?.position ?? position }

    /// Where a key is written, or else the mapping.
    func position(ofKey key: String) -> SourcePosition { mapping.entry(key)?.position ?? position }

    /// The node of a key, if it is written and not known to be wrong; asks for the key.
    func node(_ key: String) -> YAMLNode? {
        check.ask(key)
        return mapping[key].flatMap { $0.isInvalid ? nil : $0 }
    }

    /// The value of a key; `nil` when it is left out or, after reporting it, wrong.
    func value<Value>(_ key: String, _ reading: Reading<Value>) -> Value? {
        node(key).flatMap { value($0, of: key, reading) }
    }

    /// The value of a node that belongs to a key; `nil` after reporting that it is wrong.
    func value<Value>(_ node: YAMLNode, of key: String, _ reading: Reading<Value>) -> Value? {
        do throws(Mismatch) { return try reading.read(node, of: key) } catch {
            report.error(error)
            return nil
        }
    }

    /// The value of a key that must be there; `nil` after reporting that it is not, or wrong.
    func required<Value>(_ key: String, _ reading: Reading<Value>, example: String) -> Value? {
        if mapping[key] == nil { needs([key], example: example) }
        return value(key, reading)
    }

    /// Puts the value of a key in a place, which keeps what it has when the key is left out or wrong.
    func read<Value>(_ key: String, _ reading: Reading<Value>, into place: inout Value) {
        if let value = value(key, reading) { place = value }
    }

    /// Demands one of some keys, none of which is written.
    func needs(_ keys: [String], example: String) {
        guard keys.allSatisfy({ mapping[$0] == nil }) else { return }
        check.need(KeyCheck.Need(keys: keys, advice: "write for example '\(example)'"))
    }

    /// The elements of a list with the place of each in words; none when it is left out, empty or wrong.
    func elements(_ key: String) -> [(name: String, node: YAMLNode)] {
        guard let node = node(key), !node.isNull else { return [] }
        guard let elements = node.sequence else {
            report.error(node.position, "\(quoted(key)) must be a list, not \(node.inWords); write [ ] around it")
            return []
        }
        return elements.enumerated().filter { !$0.element.isInvalid }.map { ("\(key)[\($0.offset)]", $0.element) }
    }

    /// The repositories of a list, each with its node.
    func references(_ key: String) -> [(reference: RepositoryReference, node: YAMLNode)] {
        elements(key).compactMap { name, node in
            Reading<RepositoryReference>.read(node, of: name, report: report).map { ($0, node) }
        }
    }

    /// A reader of the mapping at a key, if it is written.
    func nested(_ key: String) -> MappingReader? {
        node(key).flatMap { MappingReader($0, of: key, report: report) }
    }

    /// Reports the keys that nobody asked for and the missing ones.
    func finish() {
        check.finish(mapping, at: position, report: report)
    }
}
