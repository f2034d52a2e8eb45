// SPDX-License-Identifier: Apache-2.0

/// The state directory cannot be used.
package struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of trouble it is.
    package enum Code: Sendable {
        /// Another instance works on the same state.
        case inUse
        /// The system refused to read or write.
        case inputOutput
        /// The state was made by a newer version.
        case tooNew
        /// The state was made by an older version and is only to be read.
        case tooOld
        /// Something that the catalogue names is not there or not what it was.
        case damaged
    }

    /// What kind of trouble it is.
    package var code: Code
    /// What is wrong and what to do.
    package var message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }
}
