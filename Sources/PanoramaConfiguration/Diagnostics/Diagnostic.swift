// SPDX-License-Identifier: Apache-2.0

/// One thing a person should know about what they wrote, and where they wrote it.
package struct Diagnostic: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// How bad it is.
    package enum Severity: String, Sendable {
        /// The configuration cannot be used.
        case error
        /// The configuration can be used but is probably not what was meant.
        case warning
    }

    /// Where it is.
    package var position: SourcePosition
    /// How bad it is.
    package var severity: Severity
    /// What is wrong and what to write.
    package var message: String

    /// Makes a diagnostic.
    package init(_ severity: Severity, at position: SourcePosition, _ message: String) {
        self.position = position
        self.severity = severity
        self.message = message
    }

    /// The file, as it is shown to people.
    package var file: String { position.file }
    /// The line, from 1.
    package var line: Int { position.line }
    /// The column in characters, from 1.
    package var column: Int { position.column }

    /// The diagnostic as `file:line:column: error: message`.
    package var description: String { "\(position): \(severity.rawValue): \(message)" }

    /// Orders by file, line and column, then by text.
    package static func < (left: Diagnostic, right: Diagnostic) -> Bool {
        (left.position, left.message) < (right.position, right.message)
    }
}
