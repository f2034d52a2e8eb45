// SPDX-License-Identifier: Apache-2.0

/// A stage of the pipeline cannot go on.
package struct PipelineError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong and what to do.
    package var message: String

    package init(_ message: String) { self.message = message }

    package var description: String { message }
}
