// SPDX-License-Identifier: Apache-2.0

import PanoramaPluginKit

@testable import PanoramaConfiguration

/// The node of a text, with the errors found on the way.
func parse(_ text: String, limits: YAMLLimits = YAMLLimits()) -> (root: YAMLNode?, errors: [String]) {
    parse(Array(text.utf8), limits: limits)
}

/// The node of bytes, with the errors found on the way.
func parse(_ bytes: [UInt8], limits: YAMLLimits = YAMLLimits()) -> (root: YAMLNode?, errors: [String]) {
    let report = Diagnostics()
    let root = YAMLParser.parse(bytes, file: "f", limits: limits, report: report)?.root
    return (root, report.errors.map { "\($0.line):\($0.column): \($0.message)" })
}

/// The settings in a text, with the errors found on the way.
func decode<Settings: PluginConfiguration>(
    _ type: Settings.Type,
    _ text: String
) -> (value: Settings?, errors: [String]) {
    let report = Diagnostics()
    let root = YAMLParser.parse(Array(text.utf8), file: "f", report: report)?.root
    let value = root.flatMap { SettingsReader(written: $0, report: report).read(type) }
    return (value, report.errors.map { "\($0.line):\($0.column): \($0.message)" })
}

/// One value as the settings of a plugin, for tests of single types.
struct Box<Value: Codable & Sendable & Equatable>: PluginConfiguration {
    var value: Value?

    init() {}
}

/// The value of a single type written as YAML.
func value<Value: Codable & Sendable & Equatable>(
    _ type: Value.Type,
    _ text: String
) -> (value: Value?, errors: [String]) {
    let decoded = decode(Box<Value>.self, "value: \(text)\n")
    return (decoded.value?.value, decoded.errors)
}

/// Numbers that are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
        return value ^ (value >> 31)
    }
}
