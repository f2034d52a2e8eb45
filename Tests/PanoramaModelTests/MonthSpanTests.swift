// SPDX-License-Identifier: Apache-2.0

import Foundation
import PanoramaModel
import Testing

@Suite struct MonthSpanTests {
    private func month(_ text: String) throws -> Month { try #require(Month(text)) }

    @Test func holdsBothEnds() throws {
        let span = try #require(try MonthSpan(first: month("2024-11"), last: month("2025-02")))
        #expect(span.count == 4)
        #expect(span.months.map(\.description) == ["2024-11", "2024-12", "2025-01", "2025-02"])
        #expect("\(span)" == "2024-11…2025-02")
    }

    @Test func isNotMadeBackwards() throws {
        #expect(try MonthSpan(first: month("2025-02"), last: month("2025-01")) == nil)
    }

    @Test func aSingleMonthIsWrittenOnce() throws {
        let span = try MonthSpan(month("2025-01"))
        #expect(span.count == 1)
        #expect("\(span)" == "2025-01")
    }

    @Test func theYearBeforeHasTheSameMonths() throws {
        let span = try #require(try MonthSpan(first: month("2025-01"), last: month("2025-04")))
        #expect("\(span.yearEarlier)" == "2024-01…2024-04")
        #expect(span.shifted(by: 12).yearEarlier == span)
    }

    @Test func isFromAndToInJSON() throws {
        let span = try #require(try MonthSpan(first: month("2025-01"), last: month("2025-04")))
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = try encoder.encode(span)
        #expect(String(decoding: data, as: UTF8.self) == #"{"from":"2025-01","to":"2025-04"}"#)
        #expect(try JSONDecoder().decode(MonthSpan.self, from: data) == span)
    }

    @Test(arguments: [
        #"{"from":"2025-04","to":"2025-01"}"#, #"{"from":"2025-04"}"#, #"{"from":"2025-04","to":"2025-5"}"#,
        #"{"from":202504,"to":"2025-05"}"#,
    ])
    func refusesWhatIsNoSpan(_ json: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(MonthSpan.self, from: Data(json.utf8))
        }
    }
}
