// SPDX-License-Identifier: Apache-2.0

/// The plugins a program has, by role and name: a value that the program fills, no global state.
public struct PluginCatalog: Sendable {
    /// What a plugin does.
    public enum Role: String, Sendable, CaseIterable {
        /// Says where projects belong.
        case classify
        /// Finds trends.
        case detect
        /// Draws files.
        case export
    }

    /// A plugin as the catalogue knows it.
    public struct Entry: Sendable {
        /// What it does.
        public let role: Role
        /// The name it is chosen by.
        public let id: PluginID
        /// What it is for, in one line.
        public let summary: String
        /// The settings with their defaults.
        public let defaults: any PluginConfiguration
        /// Makes an instance from settings.
        public let make: @Sendable (any PluginSettings, PluginContext) throws -> any Plugin
    }

    private var entries: [Role: [PluginID: Entry]] = [:]

    /// Makes an empty catalogue.
    public init() {}

    /// Adds a classifier; one of the same name is replaced.
    public mutating func add<P: Classifier>(_ type: P.Type) { add(type, as: .classify) }

    /// Adds a detector; one of the same name is replaced.
    public mutating func add<P: TrendDetector>(_ type: P.Type) { add(type, as: .detect) }

    /// Adds an exporter; one of the same name is replaced.
    public mutating func add<P: Exporter>(_ type: P.Type) { add(type, as: .export) }

    private mutating func add<P: Plugin>(_ type: P.Type, as role: Role) {
        entries[role, default: [:]][P.id] = Entry(
            role: role,
            id: P.id,
            summary: P.summary,
            defaults: P.Configuration(),
            make: { settings, context in
                try P(configuration: settings.decode(P.Configuration.self), context: context)
            }
        )
    }

    /// The plugin with a role and name.
    public func entry(_ role: Role, _ id: PluginID) -> Entry? { entries[role]?[id] }

    /// The plugins with a role, by name.
    public func entries(_ role: Role) -> [Entry] { (entries[role] ?? [:]).values.sorted { $0.id < $1.id } }
}

/// Settings of one plugin as written by a person, ready to be decoded.
public protocol PluginSettings {
    /// Decodes the settings over the defaults of their type.
    ///
    /// - Throws: an error of the source, which has recorded everything that is wrong with its place.
    func decode<Configuration: PluginConfiguration>(_ type: Configuration.Type) throws -> Configuration
}
