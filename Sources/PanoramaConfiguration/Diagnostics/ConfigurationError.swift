// SPDX-License-Identifier: Apache-2.0

/// A configuration cannot be used; says everything that is wrong with it.
package struct ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The errors by file, line and column; at least one.
    package let diagnostics: [Diagnostic]

    /// Wraps errors.
    package init(diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics.sorted()
    }

    /// The errors, each as a line `file:line:column: error: message`.
    package var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
