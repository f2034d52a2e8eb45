// SPDX-License-Identifier: Apache-2.0

/// What a plugin is told of its surroundings.
public struct PluginContext: Hashable, Sendable {
    /// The key of the landscape it works for.
    public var landscape: String

    /// Makes a context.
    public init(landscape: String) {
        self.landscape = landscape
    }
}
