// SPDX-License-Identifier: Apache-2.0

import CLibYAML

/// What libyaml reports of a text, one thing after the other.
enum YAMLEvent {
    /// A document begins.
    case documentStart
    /// The text ends.
    case streamEnd
    /// A name stands for a value written before.
    case alias(String)
    /// A single value.
    case scalar(YAMLScalar, tag: String?, anchor: String?)
    /// A list begins.
    case sequenceStart(tag: String?, anchor: String?)
    /// A mapping begins.
    case mappingStart(tag: String?, anchor: String?)
    /// The innermost list or mapping ends.
    case collectionEnd
    /// Nothing of interest.
    case other
}

/// The text is not YAML.
struct YAMLSyntaxError: Error {
    /// What libyaml says, and what to do.
    var message: String
    /// The line, from 1.
    var line: Int
    /// The column, from 1.
    var column: Int
}

/// Owns a libyaml parser over borrowed bytes of UTF-8 without a byte order mark.
struct YAMLEvents: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let bytes: UnsafeBufferPointer<UInt8>

    /// Starts on bytes that outlive the value.
    init(_ bytes: UnsafeBufferPointer<UInt8>) throws(YAMLSyntaxError) {
        self.bytes = bytes
        parser = .allocate(capacity: 1)
        guard yaml_parser_initialize(parser) == 1 else {
            parser.deallocate()
            throw YAMLSyntaxError(message: "cannot be read: out of memory", line: 1, column: 1)
        }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// The next event and the line and column, from 1, where it begins.
    mutating func next() throws(YAMLSyntaxError) -> (event: YAMLEvent, line: Int, column: Int) {
        var raw = yaml_event_t()
        guard yaml_parser_parse(parser, &raw) == 1 else { throw syntaxError() }
        defer { yaml_event_delete(&raw) }
        let event: YAMLEvent =
            switch raw.type {
            case YAML_DOCUMENT_START_EVENT: .documentStart
            case YAML_STREAM_END_EVENT, YAML_NO_EVENT: .streamEnd
            case YAML_ALIAS_EVENT: .alias(Self.text(raw.data.alias.anchor) ?? "")
            case YAML_SCALAR_EVENT: Self.scalar(raw)
            case YAML_SEQUENCE_START_EVENT:
                .sequenceStart(
                    tag: Self.text(raw.data.sequence_start.tag),
                    anchor: Self.text(raw.data.sequence_start.anchor)
                )
            case YAML_MAPPING_START_EVENT:
                .mappingStart(
                    tag: Self.text(raw.data.mapping_start.tag),
                    anchor: Self.text(raw.data.mapping_start.anchor)
                )
            case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: .collectionEnd
            default: .other
            }
        return (event, Int(clamping: raw.start_mark.line) + 1, Int(clamping: raw.start_mark.column) + 1)
    }

    private static func scalar(_ raw: yaml_event_t) -> YAMLEvent {
        let scalar = raw.data.scalar
        // A scalar may hold NUL, so its length counts.
        let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
        let tag = Self.text(scalar.tag)
        let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE && tag == nil
        return .scalar(YAMLScalar(text, isPlain: isPlain), tag: tag, anchor: Self.text(scalar.anchor))
    }

    private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        pointer.map { String(cString: $0) }
    }

    private func syntaxError() -> YAMLSyntaxError {
        let state = parser.pointee
        let problem = state.problem.map { String(cString: $0) } ?? "out of memory"
        if state.error == YAML_READER_ERROR {
            let (line, column) = place(ofByte: Int(clamping: state.problem_offset))
            return YAMLSyntaxError(message: Self.readerMessage(problem), line: line, column: column)
        }
        let line = Int(clamping: state.problem_mark.line) + 1
        let column = Int(clamping: state.problem_mark.column) + 1
        var message = "not YAML: \(problem)"
        if let context = state.context.map({ String(cString: $0) }) {
            message += " \(context)"
            let contextLine = Int(clamping: state.context_mark.line) + 1
            if contextLine != line { message += " that begins in line \(contextLine)" }
        }
        let byte = byte(atCharacter: Int(clamping: state.problem_mark.index))
        if let advice = YAMLAdvice.on(problem, at: byte) { message += "; \(advice)" }
        return YAMLSyntaxError(message: message, line: line, column: column)
    }

    private static func readerMessage(_ problem: String) -> String {
        switch problem {
        case "control characters are not allowed":
            "not YAML: a control character; remove it, or write it as an escape in double quotes"
        default: "not UTF-8: \(problem); save the file as UTF-8"
        }
    }

    private func place(ofByte offset: Int) -> (line: Int, column: Int) {
        var line = 1
        var column = 1
        for byte in bytes.prefix(max(0, offset)) {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xc0 != 0x80 {
                column += 1
            }
        }
        return (line, column)
    }

    private func byte(atCharacter index: Int) -> UInt8? {
        var seen = -1
        for byte in bytes where byte & 0xc0 != 0x80 {
            seen += 1
            if seen == index { return byte }
        }
        return nil
    }
}
