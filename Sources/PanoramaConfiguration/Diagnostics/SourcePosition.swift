// SPDX-License-Identifier: Apache-2.0

/// A place in a file that a person wrote.
package struct SourcePosition: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The file, as it is shown to people.
    package var file: String
    /// The line, from 1.
    package var line: Int
    /// The column in characters, from 1.
    package var column: Int

    /// Makes a position.
    package init(file: String, line: Int = 1, column: Int = 1) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// The position as `file:line:column`.
    package var description: String { "\(file):\(line):\(column)" }

    /// Orders by file, line and column.
    package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }
}
