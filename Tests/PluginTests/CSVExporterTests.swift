// SPDX-License-Identifier: Apache-2.0

import CSVExporter
import PanoramaModel
import PanoramaPluginKit
import PanoramaTesting
import Testing

@Suite struct CSVExporterTests {
    private func tables(_ landscape: Landscape) throws -> [String: [[String]]] {
        let exporter = CSVExporter(configuration: NoSettings(), context: PluginContext(landscape: "test"))
        var tables: [String: [[String]]] = [:]
        for file in exporter.export(landscape) { tables[file.path] = try CSVText.rows(file.bytes) }
        return tables
    }

    private func hostile(_ seed: UInt64) -> Landscape {
        var generator = LandscapeGenerator(seed: seed)
        generator.isHostile = true
        return generator.landscape()
    }

    @Test(arguments: 1...10)
    func everyRowHasACellForEveryColumn(_ seed: UInt64) throws {
        let tables = try tables(hostile(seed))
        #expect(
            Set(tables.keys) == [
                "landscape.csv", "scores.csv", "movers.csv", "findings.csv", "months.csv", "domains.csv",
            ]
        )
        for (path, rows) in tables {
            #expect(Set(rows.map(\.count)).count == 1, "\(path)")
        }
    }

    @Test(arguments: 1...10)
    func textComesBackAsItWasButForTheApostrophe(_ seed: UInt64) throws {
        let landscape = hostile(seed)
        let rows = try #require(try tables(landscape)["landscape.csv"]).dropFirst()
        #expect(rows.count == landscape.projects.count)
        for (row, project) in zip(rows, landscape.projects) {
            let title = row[3]
            #expect(title == project.title || title == "'" + project.title)
            #expect(title.unicodeScalars.first.map { !"=+-@\t\r\n".unicodeScalars.contains($0) } ?? true)
        }
    }

    @Test func theRankingHasTheColumnsThatOthersRelyOn() throws {
        let tables = try tables(LandscapeGenerator(seed: 1).landscape())
        #expect(
            tables["landscape.csv"]?.first?.joined(separator: ",")
                == "rank,id,repository,title,layer,domain,subdomain,openrank,last_month,yoy_absolute,yoy_percent"
        )
        #expect(tables["scores.csv"]?.first?.joined(separator: ",") == "id,repository,month,openrank")
    }

    @Test func numbersHaveFourDecimalsAndNoApostrophe() throws {
        var landscape = LandscapeGenerator(seed: 1).landscape()
        landscape.history.projects[0].yearOverYear = YearOverYear(base: 10, current: 2)
        let row = try #require(try tables(landscape)["landscape.csv"])[1]
        #expect(row[9] == "-8.0000")
        #expect(row[10] == "-80.0000")
    }

    @Test func theSeriesHoldsEveryMonthOfEveryProjectAndNothingForMissingOnes() throws {
        var generator = LandscapeGenerator(seed: 4)
        generator.hasMissingMonth = true
        let landscape = generator.landscape()
        let rows = try #require(try tables(landscape)["scores.csv"]).dropFirst()
        #expect(rows.count == landscape.projects.count * landscape.history.months.count)
        let missing = Set(landscape.history.months.filter { $0.marks.contains(.missing) }.map { "\($0.month)" })
        #expect(missing.count == 1)
        #expect(rows.allSatisfy { $0[3].isEmpty == missing.contains($0[2]) })
    }
}

/// Reads CSV as RFC 4180 has it, independently of the writer.
private enum CSVText {
    struct Malformed: Error {}

    static func rows(_ bytes: [UInt8]) throws -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell: [UInt8] = []
        var rest = bytes[...]
        func text(_ bytes: [UInt8]) throws -> String {
            guard let text = String(validating: bytes, as: UTF8.self) else { throw Malformed() }
            return text
        }
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""):
                guard cell.isEmpty else { throw Malformed() }
                while true {
                    guard let inner = rest.popFirst() else { throw Malformed() }
                    if inner == UInt8(ascii: "\"") {
                        guard rest.first == UInt8(ascii: "\"") else { break }
                        rest = rest.dropFirst()
                    }
                    cell.append(inner)
                }
                guard rest.first == UInt8(ascii: ",") || rest.first == 0x0a else { throw Malformed() }
            case UInt8(ascii: ","), 0x0a:
                row.append(try text(cell))
                cell = []
                if byte == 0x0a {
                    rows.append(row)
                    row = []
                }
            case 0x0d: throw Malformed()
            default: cell.append(byte)
            }
        }
        guard row.isEmpty, cell.isEmpty else { throw Malformed() }
        return rows
    }
}
