// SPDX-License-Identifier: Apache-2.0

import Foundation
import JSONExporter
import PanoramaModel
import PanoramaPluginKit
import PanoramaTesting
import Testing

@Suite struct JSONExporterTests {
    private func document(_ landscape: Landscape) throws -> [String: Any] {
        let exporter = JSONExporter(configuration: NoSettings(), context: PluginContext(landscape: "test"))
        let files = exporter.export(landscape)
        #expect(files.map(\.path) == ["landscape.json"])
        let bytes = try #require(files.first?.bytes)
        #expect(bytes.last == UInt8(ascii: "\n"))
        return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    private func hostile(_ seed: UInt64) -> Landscape {
        var generator = LandscapeGenerator(seed: seed)
        generator.isHostile = true
        return generator.landscape()
    }

    @Test(arguments: 1...10)
    func textComesBackAsItWas(_ seed: UInt64) throws {
        let landscape = hostile(seed)
        let document = try document(landscape)
        #expect(document["title"] as? String == landscape.title)
        #expect(document["notices"] as? [String] == landscape.notices)
        let projects = try #require(document["projects"] as? [[String: Any]])
        #expect(projects.map { $0["title"] as? String } == landscape.projects.map(\.title))
        #expect(projects.map { $0["rank"] as? Int } == Array(1...projects.count))
    }

    @Test(arguments: 1...10)
    func noKeyIsEverLeftOut(_ seed: UInt64) throws {
        let document = try document(hostile(seed))
        #expect(
            Set(document.keys) == [
                "landscape", "title", "edition", "scores", "preset", "window", "months", "projects", "domains",
                "findings", "notices",
            ]
        )
        for project in try #require(document["projects"] as? [[String: Any]]) {
            #expect(
                Set(project.keys) == [
                    "rank", "id", "repository", "title", "formerNames", "layer", "domain", "subdomain", "openrank",
                    "lastMonth", "yoy", "confidence", "rule", "admission", "scores", "facts",
                ]
            )
        }
        for domain in try #require(document["domains"] as? [[String: Any]]) {
            #expect(
                Set(domain.keys) == [
                    "layer", "domain", "subdomains", "projects", "openrankSum", "openrankMean", "yoy",
                ]
            )
        }
    }

    @Test func numbersAreRoundedToFourDecimals() throws {
        var landscape = LandscapeGenerator(seed: 3).landscape()
        landscape.history.projects[0].openrank = 2 / 3
        landscape.history.projects[0].lastMonth = .infinity
        landscape.history.projects[0].yearOverYear = YearOverYear(base: 1 / 3, current: 2 / 3)
        let projects = try #require(try document(landscape)["projects"] as? [[String: Any]])
        #expect(projects[0]["openrank"] as? Double == 0.6667)
        #expect(projects[0]["lastMonth"] is NSNull)
        let change = try #require(projects[0]["yoy"] as? [String: Any])
        #expect(change["percent"] as? Double == 100)
        #expect(change["absolute"] as? Double == 0.3333)
    }

    @Test(arguments: 1...5)
    func theDomainsAddUpToTheLandscape(_ seed: UInt64) throws {
        let landscape = LandscapeGenerator(seed: seed).landscape()
        let domains = try #require(try document(landscape)["domains"] as? [[String: Any]])
        let count = domains.compactMap { $0["projects"] as? Int }.reduce(0, +)
        let sum = domains.compactMap { $0["openrankSum"] as? Double }.reduce(0, +)
        #expect(count == landscape.projects.count)
        #expect(abs(sum - landscape.projects.map(\.openrank).reduce(0, +)) < 0.001)
    }
}
