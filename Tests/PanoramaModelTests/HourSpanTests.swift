// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel
import Testing

@Suite
struct HourSpanTests {
    @Test(arguments: ["1970-01-01T00", "2024-02-29T23", "2025-03-02T05", "1969-12-31T23", "9999-12-31T23"])
    func hoursAreWrittenAndReadBack(text: String) throws {
        #expect(HourSpan.text(try #require(HourSpan.hour(text))) == text)
    }

    @Test(arguments: [
        "2025-02-29T00", "2025-03-02T24", "2025-03-02", "2025-3-2T05", "2025-03-02T5", "+025-03-02T05", "2025-03-+2T05",
        "", "T",
    ])
    func whatIsNoHourIsRefused(text: String) {
        #expect(HourSpan.hour(text) == nil)
    }

    @Test func neighboursAreOneSpan() throws {
        #expect(HourSpan.runs(of: [1, 2, 3, 7, 9, 10]).map { [$0.first, $0.last] } == [[1, 3], [7, 7], [9, 10]])
        #expect(HourSpan(first: 2, last: 1) == nil)
        #expect(HourSpan(first: 24, last: 47)?.count == 24)
        #expect(HourSpan(first: 24, last: 47)?.description == "1970-01-02T00…1970-01-02T23")
        #expect(HourSpan(24).description == "1970-01-02T00")
    }

    @Test func aSpanThatEndsBeforeItBeginsIsNotDecoded() {
        let text = #"{"from":"2025-03-02T05","to":"2025-03-02T04"}"#
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(HourSpan.self, from: Data(text.utf8)) }
    }

    @Test func marksFollowFromTheState() {
        var coverage = MonthCoverage(month: Month(ordinal: 2024 * 12), state: .tainted)
        #expect(coverage.marks == [.tainted])
        coverage.hoursAwaited = 1
        #expect(coverage.marks == [.provisional, .tainted])
        for state in CoverageState.allCases {
            coverage.state = state
            #expect(MonthStatus(month: coverage.month, marks: [.warmUp] + coverage.marks).state == state)
        }
    }
}
