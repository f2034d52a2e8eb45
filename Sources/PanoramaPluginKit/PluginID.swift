// SPDX-License-Identifier: Apache-2.0

/// The name a plugin is chosen by: lower-case words joined by hyphens.
public struct PluginID: Hashable, Sendable, Comparable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The name.
    public let name: String

    /// Wraps a name.
    public init(_ name: String) { self.name = name }

    /// Makes the id from a literal.
    public init(stringLiteral value: String) { name = value }

    /// The value as text.
    public var description: String { name }

    /// Orders by value.
    public static func < (left: PluginID, right: PluginID) -> Bool { left.name < right.name }
}
