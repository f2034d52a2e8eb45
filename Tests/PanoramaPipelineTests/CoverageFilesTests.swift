// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel
import PanoramaPluginKit
import Testing

@testable import PanoramaPipeline

@Suite
struct CoverageFilesTests {
    private func files(_ months: [MonthCoverage]) throws -> [String: String] {
        let window = MonthSpan(Month(ordinal: 2024 * 12))
        let landscape = Landscape(
            id: "test",
            title: "Test",
            edition: "e1",
            scores: "computed",
            preset: "p",
            history: LandscapeHistory(months: [], window: window, projects: [])
        )
        let files = try CoverageFiles(landscape, months).files
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    private var sample: [MonthCoverage] {
        get throws {
            let span = try #require(
                HourSpan(first: HourSpan.hour("2024-01-30T22") ?? 0, last: HourSpan.hour("2024-01-31T23") ?? 0)
            )
            return [
                MonthCoverage(
                    month: Month(ordinal: 2024 * 12),
                    state: .provisional,
                    hoursPresent: 718,
                    hoursAwaited: 26,
                    events: 42,
                    eventsByType: [.push: 30, .issues: 10, .other: 2],
                    missing: [span],
                    reasons: ["718 of 744 hours are there; missing \(span), a \"test\"."]
                ),
                MonthCoverage(month: Month(ordinal: 2024 * 12 + 1), state: .complete),
            ]
        }
    }

    @Test func theTableHasItsColumnsAndCells() throws {
        #expect(
            try files(sample)["coverage.csv"] == """
                month,state,hours_present,hours_possible,events,PushEvent,IssuesEvent,IssueCommentEvent,PullRequestEvent,\
                PullRequestReviewEvent,PullRequestReviewCommentEvent,WatchEvent,ForkEvent,ReleaseEvent,CreateEvent,DeleteEvent,\
                CommitCommentEvent,GollumEvent,MemberEvent,PublicEvent,other,reasons
                2024-01,provisional,718,744,42,30,10,0,0,0,0,0,0,0,0,0,0,0,0,0,2,\
                "718 of 744 hours are there; missing 2024-01-30T22…2024-01-31T23, a ""test""."
                2024-02,complete,,696,,,,,,,,,,,,,,,,,,

                """
        )
    }

    @Test func theDocumentHasTheSpansToo() throws {
        #expect(
            try files(Array(sample.prefix(1)))["coverage.json"] == """
                {
                  "edition" : "e1",
                  "landscape" : "test",
                  "months" : [
                    {
                      "events" : 42,
                      "eventsByType" : {
                        "CommitCommentEvent" : 0,
                        "CreateEvent" : 0,
                        "DeleteEvent" : 0,
                        "ForkEvent" : 0,
                        "GollumEvent" : 0,
                        "IssueCommentEvent" : 0,
                        "IssuesEvent" : 10,
                        "MemberEvent" : 0,
                        "PublicEvent" : 0,
                        "PullRequestEvent" : 0,
                        "PullRequestReviewCommentEvent" : 0,
                        "PullRequestReviewEvent" : 0,
                        "PushEvent" : 30,
                        "ReleaseEvent" : 0,
                        "WatchEvent" : 0,
                        "other" : 2
                      },
                      "hoursAwaited" : 26,
                      "hoursPossible" : 744,
                      "hoursPresent" : 718,
                      "missing" : [
                        {
                          "from" : "2024-01-30T22",
                          "to" : "2024-01-31T23"
                        }
                      ],
                      "month" : "2024-01",
                      "reasons" : [
                        "718 of 744 hours are there; missing 2024-01-30T22…2024-01-31T23, a \\"test\\"."
                      ],
                      "state" : "provisional"
                    }
                  ],
                  "scores" : "computed"
                }

                """
        )
    }

    @Test(arguments: [
        ("plain", "plain"), ("", ""), ("=1+2", "'=1+2"), ("+3", "'+3"), ("-4", "'-4"), ("@A", "'@A"),
        ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""), ("=a,\"b\"", "\"'=a,\"\"b\"\"\""),
        ("two\r\nlines", "\"two\r\nlines\""),
    ])
    func cellsAreQuotedAndNeverRun(text: String, cell: String) {
        #expect(CoverageFiles.cell(text) == cell)
    }
}
