// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Real input and published facts, where they exist.
enum SharedFiles {
    /// `../shared` beside the project.
    private static let shared = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared")

    /// The directory of real events: `PANORAMA_TEST_DATA`, else `../shared/data`.
    static let data: URL = {
        if let path = ProcessInfo.processInfo.environment["PANORAMA_TEST_DATA"] { return URL(fileURLWithPath: path) }
        return shared.appendingPathComponent("data")
    }()

    /// The directory of published facts.
    static let reference = shared.appendingPathComponent("reference")

    /// Whether there are real events.
    static let hasData = FileManager.default.fileExists(atPath: data.appendingPathComponent("events-api").path)
    /// Whether there are published facts.
    static let hasReference = FileManager.default.fileExists(atPath: reference.appendingPathComponent("landscape").path)

    /// The events of a file: an array of them, one alone, or nested arrays.
    static func events(_ path: String) throws -> [[String: Any]] {
        let content = try Data(contentsOf: data.appendingPathComponent(path))
        func flatten(_ value: Any) -> [[String: Any]] {
            if let array = value as? [Any] { return array.flatMap(flatten) }
            return (value as? [String: Any]).map { [$0] } ?? []
        }
        return flatten(try JSONSerialization.jsonObject(with: content)).filter { $0["type"] != nil }
    }
}

/// Which keys the objects of some events have, by the way that leads to them.
struct Shape {
    /// The different sets of keys at each place.
    private(set) var keys: [String: Set<Set<String>>] = [:]

    /// Adds an event.
    mutating func add(_ value: Any, at place: String) {
        if let object = value as? [String: Any] {
            keys[place, default: []].insert(Set(object.keys))
            for (key, inner) in object { add(inner, at: "\(place).\(key)") }
        } else if let array = value as? [Any] {
            for inner in array { add(inner, at: "\(place)[]") }
        }
    }

    /// All keys seen at a place.
    func union(_ place: String) -> Set<String> { (keys[place] ?? []).reduce(into: []) { $0.formUnion($1) } }
}
