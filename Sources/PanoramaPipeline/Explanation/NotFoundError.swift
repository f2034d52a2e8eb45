// SPDX-License-Identifier: Apache-2.0

/// What is asked about is not in the data.
package struct NotFoundError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is not there, and what to do.
    package var message: String

    package init(_ message: String) { self.message = message }

    package var description: String { message }
}
