// SPDX-License-Identifier: Apache-2.0

/// A value in a YAML file and where it is written.
struct YAMLNode: Hashable, Sendable {
    /// What the value is.
    enum Content: Hashable, Sendable {
        /// A single value.
        case scalar(YAMLScalar)
        /// A list.
        case sequence([YAMLNode])
        /// A mapping.
        case mapping(YAMLMapping)
        /// Something whose error has been reported already; says nothing more.
        case invalid
    }

    /// What it is.
    var content: Content
    /// Where it begins.
    var position: SourcePosition

    /// Makes a node.
    init(_ content: Content, at position: SourcePosition) {
        self.content = content
        self.position = position
    }

    /// The single value, if it is one.
    var scalar: YAMLScalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }

    /// The elements, if it is a list.
    var sequence: [YAMLNode]? {
        if case .sequence(let elements) = content { elements } else { nil }
    }

    /// The entries, if it is a mapping.
    var mapping: YAMLMapping? {
        if case .mapping(let mapping) = content { mapping } else { nil }
    }

    /// Whether nothing is written.
    var isNull: Bool { scalar?.resolved == .null }

    /// Whether its error has been reported already.
    var isInvalid: Bool { content == .invalid }

    /// What it is, in words for a message.
    var inWords: String {
        switch content {
        case .scalar(let scalar): scalar.inWords
        case .sequence: "a list"
        case .mapping: "a mapping"
        case .invalid: "an invalid value"
        }
    }

    /// The node at a path of keys and indexes below this one, or the deepest one on the way, and whether it is the end.
    func nearest(to path: some Collection<String>) -> (node: YAMLNode, isExact: Bool) {
        var node = self
        for step in path {
            switch node.content {
            case .mapping(let mapping):
                guard let next = mapping[step] else { return (node, false) }
                node = next
            case .sequence(let elements):
                guard let index = Int(step), elements.indices.contains(index) else { return (node, false) }
                node = elements[index]
            case .scalar, .invalid: return (node, false)
            }
        }
        return (node, true)
    }
}
