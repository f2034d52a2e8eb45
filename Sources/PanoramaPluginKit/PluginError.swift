// SPDX-License-Identifier: Apache-2.0

/// A plugin cannot do its work; the host reports it, leaves out the plugin's part and goes on.
public struct PluginError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong and what to do.
    public var message: String

    /// Makes an error.
    public init(_ message: String) { self.message = message }

    /// The value as text.
    public var description: String { message }
}
