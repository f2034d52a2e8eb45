// SPDX-License-Identifier: Apache-2.0

/// Why a simulation cannot start or go on.
package struct SimulationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kinds of failure.
    package struct Code: Sendable, Hashable {
        private enum Base: Hashable {
            case invalidParameter
            case fileSystem
            case compression
        }

        private let base: Base

        /// A parameter is out of its range.
        package static let invalidParameter = Code(base: .invalidParameter)
        /// A directory or file could not be made, written or renamed.
        package static let fileSystem = Code(base: .fileSystem)
        /// The compressor refused its input or could not get memory.
        package static let compression = Code(base: .compression)
    }

    /// The kind of failure.
    package let code: Code
    /// What happened and where.
    package let message: String
    /// The number that the operating system or the compressor gave, if any.
    package let cause: Int32?

    /// The message.
    package var description: String { message }

    static func invalidParameter(_ message: String) -> SimulationError {
        SimulationError(code: .invalidParameter, message: message, cause: nil)
    }

    static func fileSystem(_ action: String, _ path: String, _ number: Int32) -> SimulationError {
        SimulationError(code: .fileSystem, message: "cannot \(action) '\(path)': error \(number)", cause: number)
    }

    static func compression(_ path: String, _ result: Int32) -> SimulationError {
        SimulationError(code: .compression, message: "cannot compress '\(path)': result \(result)", cause: result)
    }
}
