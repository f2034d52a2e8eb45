// SPDX-License-Identifier: Apache-2.0

public import PanoramaPluginKit

/// Settings that are there as a value already, where a test has no text to decode.
public struct ReadySettings: PluginSettings, Sendable {
    /// The settings.
    public var value: any PluginConfiguration

    /// Wraps settings.
    public init(_ value: any PluginConfiguration) { self.value = value }

    /// The settings, when they are of the type.
    ///
    /// - Throws: ``PanoramaPluginKit/PluginError`` when they are of another type.
    public func decode<Configuration: PluginConfiguration>(_ type: Configuration.Type) throws -> Configuration {
        guard let value = value as? Configuration else {
            throw PluginError("expected settings of type \(type), found \(Swift.type(of: value))")
        }
        return value
    }
}
