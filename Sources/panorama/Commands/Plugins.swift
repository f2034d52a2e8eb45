// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import PanoramaPluginKit

/// `panorama plugins`: what can be configured.
struct Plugins: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plugins",
        abstract: "List the plugins with their settings and defaults."
    )

    @Flag(help: "Print the list as JSON.")
    var json = false

    func run() async throws {
        try await reportingErrors {
            let entries = PluginCatalog.Role.allCases.flatMap { PluginCatalog.standard.entries($0) }
            if json {
                let list = try entries.map { entry in
                    [
                        "role": entry.role.rawValue, "id": entry.id.name, "summary": entry.summary,
                        "settings": try settings(entry),
                    ] as [String: Any]
                }
                let data = try JSONSerialization.data(withJSONObject: list, options: [.prettyPrinted, .sortedKeys])
                print(String(decoding: data, as: UTF8.self))
                return
            }
            for entry in entries {
                print("\(entry.role.rawValue): \(entry.id)\n    \(entry.summary)")
                for (key, value) in try settings(entry).sorted(by: { $0.key < $1.key }) {
                    let text = try JSONSerialization.data(withJSONObject: value, options: [.fragmentsAllowed])
                    print("    \(key): \(String(decoding: text, as: UTF8.self))")
                }
            }
        }
    }

    /// The settings with their defaults, in YAML's spelling.
    private func settings(_ entry: PluginCatalog.Entry) throws -> [String: Any] {
        let data = try JSONEncoder().encode(entry.defaults)
        let object = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
        return Dictionary(uniqueKeysWithValues: object.map { (hyphenated($0.key), $0.value) })
    }

    private func hyphenated(_ name: String) -> String {
        name.reduce(into: "") { result, letter in
            if letter.isUppercase { result += "-" }
            result += letter.lowercased()
        }
    }
}
