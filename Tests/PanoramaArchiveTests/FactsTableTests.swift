// SPDX-License-Identifier: Apache-2.0

import PanoramaModel
import TestSupport
import Testing

@testable import PanoramaArchive

@Suite
struct FactsTableTests {
    /// Observations of a few repositories in which anything may be missing, as JSON and time.
    private func observations(_ seed: UInt64) -> [(json: String, seen: Int64)] {
        var random = SplitMix(seed: seed)
        func maybe(_ field: String, _ values: [String]) -> String {
            Bool.random(using: &random) ? "" : #","\#(field)":\#(values.randomElement(using: &random) ?? "null")"#
        }
        return (0..<40).map { _ in
            let id = Int.random(in: 1...4, using: &random)
            let fields = [
                maybe("description", ["null", #""one""#, #""\#(String(repeating: "two ", count: 90))""#]),
                maybe("language", ["null", #""Swift""#]), maybe("topics", ["[]", #"["a"]"#, #"["a","b"]"#]),
                maybe("stargazers_count", ["0", "7", "8"]), maybe("forks_count", ["1", "2"]),
                maybe("license", ["null", #"{"spdx_id":"MIT"}"#]), maybe("archived", ["true", "false"]),
                maybe("fork", ["true", "false"]), maybe("created_at", [#""2020-01-01T00:00:00Z""#, #""never""#]),
            ]
            let name = ["a/b", "a/c", "\u{e9}/e", "e\u{301}/e"].randomElement(using: &random) ?? "a/b"
            return (
                #"{"id":\#(id),"full_name":"\#(name)","updated_at":"2020-01-01T00:00:00Z"\#(fields.joined())}"#,
                .random(in: 1...6, using: &random)
            )
        }
    }

    @Test(arguments: UInt64(0)..<60)
    func theOrderOfObservationsDoesNotShow(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let observations = observations(seed)
        var packed: Set<[UInt8]> = []
        var merged: [RepositoryID: RepositoryFacts] = [:]
        for (json, seen) in observations {
            var table = FactsTable()
            #expect(try observe(json.utf8, in: &table, seen: seen) == nil)
            let facts = try #require(table.facts().first)
            merged[facts.id, default: facts].merge(facts)
        }
        let expected = try FactsCodec.encode(merged.values.sorted { $0.id < $1.id })
        for _ in 0..<8 {
            var table = FactsTable()
            for (json, seen) in observations.shuffled(using: &random) {
                _ = try observe(json.utf8, in: &table, seen: seen)
            }
            packed.insert(try table.packed())
            packed.insert(try FactsCodec.encode(table.facts()))
        }
        #expect(packed == [expected])
    }

    @Test
    func manyRepositoriesAndLongerTextsFindTheirPlace() throws {
        var table = FactsTable()
        for round in Int64(1)...3 {
            for id in 1...3_000 {
                let text = String(repeating: "word ", count: 60 * Int(round))
                let json =
                    #"{"id":\#(id * 7_919),"full_name":"a/\#(id)","description":"\#(text)","updated_at":"2020-01-01T00:00:00Z"}"#
                #expect(try observe(json.utf8, in: &table, seen: round) == nil)
            }
        }
        let facts = table.facts()
        #expect(facts.map(\.id.rawValue) == (1...3_000).map { $0 * 7_919 })
        #expect(facts.map(\.name) == (1...3_000).map { "a/\($0)" })
        #expect(facts.allSatisfy { $0.seen == 3 && $0.description?.count == 900 })
        #expect(try FactsCodec.decode(table.packed()) == facts)
    }
}
