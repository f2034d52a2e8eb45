// SPDX-License-Identifier: Apache-2.0

/// The entries of a mapping in the order written, each key once.
struct YAMLMapping: Hashable, Sendable {
    /// A key with its value.
    struct Entry: Hashable, Sendable {
        /// The key as written.
        var key: String
        /// Where the key is written.
        var position: SourcePosition
        /// The value.
        var value: YAMLNode
    }

    /// The entries in the order written.
    private(set) var entries: [Entry] = []
    private var places: [String: Int] = [:]

    /// The entry with a key.
    func entry(_ key: String) -> Entry? {
        places[key].map { entries[$0] }
    }

    /// The value of a key.
    subscript(key: String) -> YAMLNode? { entry(key)?.value }

    /// Adds an entry; when the key is there already, leaves it and returns the first entry.
    @discardableResult
    mutating func add(_ entry: Entry) -> Entry? {
        if let first = places[entry.key] { return entries[first] }
        places[entry.key] = entries.count
        entries.append(entry)
        return nil
    }

    /// The mapping without some keys.
    func without(_ keys: Set<String>) -> YAMLMapping {
        var rest = YAMLMapping()
        for entry in entries where !keys.contains(entry.key) { rest.add(entry) }
        return rest
    }
}
