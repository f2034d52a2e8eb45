// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaArchive
import PanoramaModel
import TestSupport
import Testing

@Suite
struct PublishedScoreTests {
    @Test
    func columnsMayStandInAnyOrderAndIdsMayBeMissing() throws {
        let snapshot = try read(
            "month,openrank,repository,repo_id,vintage\n2025-01,3.5,a/b,7,V2\n2025-02,4,c/d,,V1\r\n"
        )
        #expect(snapshot.kind == .publishedScores)
        #expect(
            try PublishedSegment.decode(snapshot.segment) == [
                PublishedScore(
                    vintage: "V2",
                    id: 7,
                    repository: "a/b",
                    month: Month(ordinal: 2025 * 12),
                    openrank: 3.5
                ),
                PublishedScore(
                    vintage: "V1",
                    id: nil,
                    repository: "c/d",
                    month: Month(ordinal: 2025 * 12 + 1),
                    openrank: 4
                ),
            ]
        )
        #expect(snapshot.months.map(\.records) == [1, 1])
    }

    @Test(arguments: [
        ("7,a/b,2025-13,1", "month"), ("x,a/b,2025-01,1", "repo_id"), ("-7,a/b,2025-01,1", "repo_id"),
        ("7,ab,2025-01,1", "owner/name"), ("7,a/b,2025-01,NaN", "openrank"), ("7,a/b,2025-01,-1", "openrank"),
        ("7,a/b,2025-01", "fields"), ("7,a/b,2025-01,1e308", "openrank"), ("7,a/b,0001-01,1", "before GitHub"),
        ("7,a/b,2099-01,1", "after now"), (#"7,"a/b,2025-01,1"#, "quote"),
    ])
    func aBadRowIsCountedWithItsReason(row: String, reason: String) throws {
        let snapshot = try read("repo_id,repository,month,openrank\n7,a/b,2025-01,1\n\(row)\n")
        #expect(snapshot.accepted == 1)
        let sample = try #require(snapshot.rejections.samples.first)
        #expect(sample.line == 3)
        #expect(sample.reason.contains(reason))
    }

    @Test(arguments: 0..<4)
    func aReasonShowsTheStartOfALongField(column: Int) throws {
        var fields = ["7", "a/b", "2025-01", "1"]
        fields[column] = String(repeating: "x", count: 1_000)
        let row = fields.joined(separator: ",")
        let snapshot = try read("repo_id,repository,month,openrank\n7,a/b,2025-01,1\n\(row)\n")
        let reason = try #require(snapshot.rejections.samples.first?.reason)
        #expect(reason.hasSuffix(": '\(fields[column].prefix(60))…'"), "\(reason)")
    }

    @Test
    func aRowOfManyFieldsIsReadNoFurtherThanNeeded() throws {
        let row = "7,a/b,2025-01,1" + String(repeating: ",", count: 1_000)
        let snapshot = try read("repo_id,repository,month,openrank\n7,a/b,2025-01,1\n\(row)\n")
        #expect(snapshot.rejections.samples.map(\.reason) == ["expected 4 fields, found more"])
    }

    @Test
    func aLastRowNeedsNoLineFeedButACutOneWaits() throws {
        let head = "repo_id,repository,month,openrank\n7,a/b,2025-01,1\n"
        #expect(try read(head + "7,a/b,2025-02,2").accepted == 2)
        #expect(failure { try read(head + "7,a/b,20") } == .incomplete)
        #expect(try read(head + "7,a/b,20", awaitsRest: false).rejections.count == 1)
    }

    @Test
    func bytesBehindAGzippedTableAreTold() throws {
        let table = Array("repository,month,openrank\na/b,2025-01,1\n".utf8)
        let snapshot = try read(gzip(table) + Array("rubbish".utf8), badLines: 0.01)
        #expect(snapshot.accepted == 1 && snapshot.rejections.count == 1)
    }

    @Test
    func aTableWithColumnsThatAreNotKnownIsNotTakenForScores() {
        #expect(failure { try read("repository,month,openrank,delta\na/b,2025-01,1,2\n") } == .unrecognised)
        #expect(failure { try read("repository,month\na/b,2025-01\n") } == .unrecognised)
    }

    @Test(.enabled(if: RealData.hasReference, "the published scores are not here"))
    func thePublishedTableIsTakenInWhole() throws {
        let file = try #require(RealData.reference).appending(path: "openrank/published-monthly.csv")
        let rows = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).count - 1
        let snapshot = try read(file: file)
        #expect(snapshot.accepted == rows)
        #expect(snapshot.rejections.count == 0)
    }
}
