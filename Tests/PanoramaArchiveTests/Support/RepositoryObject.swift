// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel

@testable import PanoramaArchive

/// The repository in a JSON text; `nil` and the problem when it is none.
func observe(
    _ json: some Sequence<UInt8>,
    in table: inout FactsTable,
    seen: Int64? = nil
) throws -> RepositoryParser.Problem? {
    let content = Array(json)
    let parser = try RepositoryParser(plausible: 0...2_000_000_000)
    return unsafe (content + [UInt8](repeating: 0, count: LineReader.padding)).withUnsafeBytes { bytes in
        do throws(RepositoryParser.Problem) {
            let observation = try unsafe parser.parse(UnsafeRawBufferPointer(rebasing: bytes[..<content.count]))
            unsafe table.observe(observation.repository, seen: seen ?? observation.seen)
            return nil
        } catch {
            return error
        }
    }
}

/// The facts in a JSON text.
func facts(_ json: String) throws -> RepositoryFacts? {
    var table = FactsTable()
    _ = try observe(json.utf8, in: &table)
    return table.facts().first
}

/// What makes a text no repository; `nil` when it is one.
func problem(_ json: String) throws -> RepositoryParser.Problem? {
    var table = FactsTable()
    return try observe(json.utf8, in: &table)
}

/// The facts that Foundation reads from a decoded object: the verifier beside the parser.
func facts(of object: [String: Any], seen: String) throws -> RepositoryFacts? {
    guard let id = object["id"] as? Int64, let name = object["full_name"] as? String else { return nil }
    func time(_ text: Any?) -> Int64? {
        (text as? String).flatMap { try? Date($0, strategy: .iso8601) }.map { Int64($0.timeIntervalSince1970) }
    }
    func text(_ key: String) -> String? { object[key] is NSNull ? "" : object[key] as? String }
    var facts = RepositoryFacts(id: RepositoryID(rawValue: id), seen: time(seen) ?? 0)
    facts.name = name
    facts.description = text("description")
    facts.language = text("language")
    facts.topics = object["topics"] as? [String]
    facts.stars = object["stargazers_count"] as? Int64 ?? object["watchers_count"] as? Int64
    facts.forks = object["forks_count"] as? Int64 ?? object["forks"] as? Int64
    facts.licence = object["license"] is NSNull ? "" : (object["license"] as? [String: Any])?["spdx_id"] as? String
    facts.createdAt = time(object["created_at"])
    facts.isArchived = object["archived"] as? Bool
    facts.isFork = object["fork"] as? Bool
    return facts
}
