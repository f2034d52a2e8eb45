// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport

/// Counts the events of a file the plain way, with Foundation: the verifier beside `panorama inspect`.
struct PlainCensus {
    private(set) var events = 0
    /// By type and action, with a space between them.
    private(set) var types: [String: Int] = [:]
    /// By month in UTC.
    private(set) var months: [String: Int] = [:]
    /// Events without an id.
    private(set) var withoutID = 0
    private(set) var first = Date.distantFuture
    private(set) var last = Date.distantPast

    /// Counts a file: an array, one object, or an object a line.
    init(_ file: URL) throws {
        let content = file.pathExtension == "gz" ? try gunzip(file) : try Data(contentsOf: file)
        if let value = try? JSONSerialization.jsonObject(with: content) {
            for event in value as? [[String: Any]] ?? [value as? [String: Any] ?? [:]] { add(event) }
        } else {
            for line in content.split(separator: 0x0a) {
                add(try JSONSerialization.jsonObject(with: line) as? [String: Any] ?? [:])
            }
        }
    }

    private mutating func add(_ event: [String: Any]) {
        events += 1
        let action = (event["payload"] as? [String: Any])?["action"] as? String
        types["\(event["type"] ?? "")" + (action.map { " \($0)" } ?? ""), default: 0] += 1
        if event["id"] == nil { withoutID += 1 }
        let text = "\(event["created_at"] ?? "")".replacing("/", with: "-").replacing(" -", with: "-").replacing(
            /\.\d+/,
            with: ""
        )
        guard let time = try? Date(text.replacing(" ", with: "T"), strategy: .iso8601) else { return }
        months[String(time.formatted(.iso8601).prefix(7)), default: 0] += 1
        first = min(first, time)
        last = max(last, time)
    }
}
