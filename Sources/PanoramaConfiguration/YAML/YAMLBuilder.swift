// SPDX-License-Identifier: Apache-2.0

/// Builds the tree of nodes from events, without recursion.
struct YAMLBuilder {
    /// A list or mapping that is not closed yet.
    private struct Frame {
        var isMapping: Bool
        var position: SourcePosition
        var anchor: String?
        var isInvalid: Bool
        var elements: [YAMLNode] = []
        var mapping = YAMLMapping()
        /// The key that waits for its value; its text is `nil` when it cannot be one.
        var key: (text: String?, position: SourcePosition)?
        var size = 1
        var height = 0
    }

    /// A value that aliases may repeat.
    private struct Anchored {
        var node: YAMLNode
        var size: Int
        var height: Int
    }

    private let limits: YAMLLimits
    private let report: Diagnostics
    private var frames: [Frame] = []
    private var anchors: [String: Anchored] = [:]

    /// The root, once it is complete.
    private(set) var root: YAMLNode?
    /// The number of keys and values so far, those that aliases repeat counted each time.
    private(set) var size = 0
    /// Whether a limit was passed, which has been reported; nothing more should be read.
    private(set) var isExhausted = false

    /// Makes a builder without a tree.
    init(limits: YAMLLimits, report: Diagnostics) {
        self.limits = limits
        self.report = report
    }

    /// Takes a single value.
    mutating func scalar(_ scalar: YAMLScalar, tag: String?, anchor: String?, at position: SourcePosition) {
        let isInvalid = refuses(tag, for: "tag:yaml.org,2002:str", at: position)
        complete(YAMLNode(isInvalid ? .invalid : .scalar(scalar), at: position), anchor: anchor, size: 1, height: 0)
    }

    /// Takes the beginning of a list or mapping, given as an empty one.
    mutating func begin(_ empty: YAMLNode.Content, tag: String?, anchor: String?, at position: SourcePosition) {
        let isMapping = if case .mapping = empty { true } else { false }
        let isInvalid = refuses(tag, for: "tag:yaml.org,2002:\(isMapping ? "map" : "seq")", at: position)
        frames.append(Frame(isMapping: isMapping, position: position, anchor: anchor, isInvalid: isInvalid))
        checkDepth(0, at: position)
    }

    /// Takes the end of the innermost list or mapping.
    mutating func end() {
        guard let frame = frames.popLast() else { return }
        let content: YAMLNode.Content =
            frame.isInvalid ? .invalid : frame.isMapping ? .mapping(frame.mapping) : .sequence(frame.elements)
        complete(
            YAMLNode(content, at: frame.position),
            anchor: frame.anchor,
            size: frame.size,
            height: frame.height + 1,
            isCounted: true
        )
    }

    /// Takes a name that stands for an earlier value.
    mutating func alias(_ name: String, at position: SourcePosition) {
        guard let anchored = anchors[name] else {
            report.error(position, "no value before this one is marked '&\(name)'; write the value itself")
            complete(YAMLNode(.invalid, at: position), anchor: nil, size: 1, height: 0)
            return
        }
        checkDepth(anchored.height, at: position)
        complete(anchored.node, anchor: nil, size: anchored.size, height: anchored.height, at: position)
    }

    private mutating func complete(
        _ node: YAMLNode,
        anchor: String?,
        size nodeSize: Int,
        height: Int,
        isCounted: Bool = false,
        at place: SourcePosition? = nil
    ) {
        size += isCounted ? 1 : nodeSize
        guard size <= limits.nodes else {
            exhaust(
                place ?? node.position,
                "more than \(limits.nodes) keys and values; split the file and use fewer aliases"
            )
            return
        }
        if let anchor { anchors[anchor] = Anchored(node: node, size: nodeSize, height: height) }
        guard !frames.isEmpty else {
            root = node
            return
        }
        let last = frames.count - 1
        frames[last].size += nodeSize
        frames[last].height = max(frames[last].height, height)
        if frames[last].isMapping {
            addToMapping(node, at: place ?? node.position)
        } else {
            frames[last].elements.append(node)
        }
    }

    private mutating func addToMapping(_ node: YAMLNode, at place: SourcePosition) {
        let last = frames.count - 1
        guard let key = frames[last].key else {
            if node.scalar == nil, !node.isInvalid {
                report.error(place, "a key must be a single value, not \(node.inWords)")
            }
            frames[last].key = (node.scalar?.text, place)
            return
        }
        frames[last].key = nil
        guard let text = key.text else { return }
        let entry = YAMLMapping.Entry(key: text, position: key.position, value: node)
        if let first = frames[last].mapping.add(entry) {
            let place = "line \(first.position.line), column \(first.position.column)"
            report.error(key.position, "key \(quoted(text)) is written twice, first in \(place); remove one")
        }
    }

    private mutating func checkDepth(_ height: Int, at position: SourcePosition) {
        if frames.count + height > limits.depth {
            exhaust(position, "lists and mappings are nested more than \(limits.depth) deep; use fewer levels")
        }
    }

    private mutating func exhaust(_ position: SourcePosition, _ message: String) {
        if !isExhausted { report.error(position, message) }
        isExhausted = true
        root = nil
    }

    private func refuses(_ tag: String?, for own: String, at position: SourcePosition) -> Bool {
        guard let tag, tag != own, tag != "!" else { return false }
        report.error(position, "the tag \(quoted(tag)) has no meaning here; leave it out")
        return true
    }
}
