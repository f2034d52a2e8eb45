// SPDX-License-Identifier: Apache-2.0

/// Gathers what is found while a configuration is read, so that all of it can be shown at once.
///
/// The same diagnostic reported twice, as when two landscapes use one file, counts once.
final class Diagnostics {
    private var found: Set<Diagnostic> = []
    /// The number of errors so far, those reported twice counted twice.
    private(set) var errorCount = 0

    /// Reports something that makes the configuration unusable.
    func error(_ position: SourcePosition, _ message: String) {
        errorCount += 1
        found.insert(Diagnostic(.error, at: position, message))
    }

    /// Reports something that is probably not what was meant.
    func warning(_ position: SourcePosition, _ message: String) {
        found.insert(Diagnostic(.warning, at: position, message))
    }

    /// Reports a value that is not what it must be.
    func error(_ mismatch: Mismatch) {
        error(mismatch.position, mismatch.message)
    }

    /// The errors in the order of their places.
    var errors: [Diagnostic] { found.filter { $0.severity == .error }.sorted() }

    /// The warnings in the order of their places.
    var warnings: [Diagnostic] { found.filter { $0.severity == .warning }.sorted() }

    /// Whether there is an error.
    var hasErrors: Bool { errorCount > 0 }
}
