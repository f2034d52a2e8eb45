// SPDX-License-Identifier: Apache-2.0

/// The settings of a plugin.
///
/// Keys in YAML are the property names with hyphens (`minimumScore` is written `minimum-score`). A value made by ``init()``
/// holds the defaults: what the YAML leaves out keeps them. Optional properties may be `nil` by default.
public protocol PluginConfiguration: Codable, Sendable {
    /// Makes the defaults.
    init()

    /// What is wrong with the values, all of it; empty when the plugin can work with them.
    func problems() -> [SettingProblem]
}

extension PluginConfiguration {
    /// None.
    public func problems() -> [SettingProblem] { [] }
}

/// One thing that is wrong with a setting.
public struct SettingProblem: Hashable, Sendable {
    /// The path of keys to it in YAML's spelling, such as `["layers", "0", "name"]`; empty for the plugin as a whole.
    public var path: [String]
    /// What is wrong and what to do.
    public var message: String

    /// Makes a problem.
    public init(_ path: [String], _ message: String) {
        self.path = path
        self.message = message
    }
}

/// A plugin without settings has these.
public struct NoSettings: PluginConfiguration {
    /// Makes them.
    public init() {}
}
