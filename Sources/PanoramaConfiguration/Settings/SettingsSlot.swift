// SPDX-License-Identifier: Apache-2.0

/// A value under construction.
final class SettingsSlot {
    /// What it is so far.
    enum Kind {
        /// Nothing.
        case null
        /// A single value.
        case scalar(YAMLScalar)
        /// A list.
        case sequence
        /// A mapping.
        case mapping
    }

    /// What it is so far.
    var kind = Kind.null
    /// The elements, if it is a list.
    private(set) var elements: [SettingsSlot] = []
    private var entries: [(key: String, slot: SettingsSlot)] = []
    private var places: [String: Int] = [:]

    /// The value as a node, without a place.
    var node: YAMLNode {
        let content: YAMLNode.Content
        switch kind {
        case .null: content = .scalar(YAMLScalar("null", isPlain: true))
        case .scalar(let scalar): content = .scalar(scalar)
        case .sequence: content = .sequence(elements.map(\.node))
        case .mapping:
            var mapping = YAMLMapping()
            for (key, slot) in entries {
                mapping.add(.init(key: key, position: SourcePosition(file: ""), value: slot.node))
            }
            content = .mapping(mapping)
        }
        return YAMLNode(content, at: SourcePosition(file: ""))
    }

    /// Adds an element to the list.
    func append() -> SettingsSlot {
        let slot = SettingsSlot()
        elements.append(slot)
        return slot
    }

    /// Adds a key to the mapping; the slot of a key that is there already is used again.
    func add(_ key: String) -> SettingsSlot {
        if let place = places[key] { return entries[place].slot }
        let slot = SettingsSlot()
        places[key] = entries.count
        entries.append((key, slot))
        return slot
    }

    /// Puts the elements of the list in the order of their text.
    func sortElements() {
        elements = elements.map { ($0, CanonicalText.of($0.node)) }.sorted { $0.1 < $1.1 }.map(\.0)
    }
}
