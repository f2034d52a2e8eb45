// SPDX-License-Identifier: Apache-2.0

/// Turns the bytes of one YAML document into nodes with their places.
///
/// Reads YAML as libyaml does, with the core schema of YAML 1.2. Refuses what has no use in a configuration: a second
/// document, tags other than `!!str`, keys that are not single values, keys written twice.
enum YAMLParser {
    /// Parses a file.
    ///
    /// - Parameters:
    ///   - bytes: the file, UTF-8 with or without byte order mark.
    ///   - file: its name for people.
    ///   - limits: what it may cost.
    ///   - report: takes everything that is wrong.
    /// - Returns: the root of the document and the number of its keys and values; `nil` when there is no document, or when the
    ///   text cannot be read to its end.
    static func parse(
        _ bytes: [UInt8],
        file: String,
        limits: YAMLLimits = YAMLLimits(),
        report: Diagnostics
    ) -> (root: YAMLNode, size: Int)? {
        let mark: [UInt8] = [0xef, 0xbb, 0xbf]
        let text = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
        guard text.count <= limits.bytes else {
            report.error(SourcePosition(file: file), "is larger than \(limits.bytes >> 20) MiB; split the file")
            return nil
        }
        return text.withUnsafeBufferPointer { buffer in
            do throws(YAMLSyntaxError) {
                var events = try YAMLEvents(buffer)
                return try document(&events, file: file, limits: limits, report: report)
            } catch {
                report.error(SourcePosition(file: file, line: error.line, column: error.column), error.message)
                return nil
            }
        }
    }

    private static func document(
        _ events: inout YAMLEvents,
        file: String,
        limits: YAMLLimits,
        report: Diagnostics
    ) throws(YAMLSyntaxError) -> (root: YAMLNode, size: Int)? {
        var builder = YAMLBuilder(limits: limits, report: report)
        var documents = 0
        while true {
            let (event, line, column) = try events.next()
            let position = SourcePosition(file: file, line: line, column: column)
            switch event {
            case .streamEnd:
                if documents == 0 { report.error(SourcePosition(file: file), "is empty; write at least one key") }
                return builder.root.map { ($0, builder.size) }
            case .documentStart:
                documents += 1
                guard documents == 1 else {
                    report.error(position, "a second document begins here; a file holds one, so remove this '---'")
                    return nil
                }
            case .alias(let name): builder.alias(name, at: position)
            case .scalar(let scalar, let tag, let anchor):
                builder.scalar(scalar, tag: tag, anchor: anchor, at: position)
            case .sequenceStart(let tag, let anchor):
                builder.begin(.sequence([]), tag: tag, anchor: anchor, at: position)
            case .mappingStart(let tag, let anchor):
                builder.begin(.mapping(YAMLMapping()), tag: tag, anchor: anchor, at: position)
            case .collectionEnd: builder.end()
            case .other: break
            }
            if builder.isExhausted { return nil }
        }
    }
}
